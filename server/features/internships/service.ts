import { findWorkedSpan, listDays } from "../../../db/queries/internship-days.ts";
import { listHosts, listTrainees } from "../../../db/queries/internship-people.ts";
import {
  findInternship,
  type Internship,
  type InternshipFields,
  insertInternship,
  updateInternship,
  updateInternshipState,
} from "../../../db/queries/internships.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import type { Owner } from "../../values/owner.ts";
import { checkActivity } from "../activities/choices/service.ts";
import { activityCode } from "../activities/rules.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { resolveOwner } from "../owners/service.ts";
import { faultOfStep, isStep, needsReason, type Standing, takesDays } from "./rules.ts";
import type { EditedInternship, InternshipEntry, StepEntry } from "./schema.ts";

export type Writing = Pick<Deps, "db" | "clock">;

export interface InternshipKey {
  projectId: number;
  id: number;
}

/** @returns the id of the new internship */
export async function createInternship(
  deps: Writing,
  author: Author,
  projectId: number,
  entry: InternshipEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    checkSpan(entry);
    await checkActivity(one, projectId, entry.activityId, null);
    const owner = await resolveOwner(one, projectId, entry);
    const fields = fieldsOf(entry, owner);
    const id = await insertInternship(one.trx, { ...fields, projectId, createdAt: one.at });
    const { title, startsOn, endsOn } = fields;
    one.record({
      action: "internship.created",
      objectType: "internship",
      objectId: id,
      projectId,
      changes: { title: [null, title], startsOn: [null, startsOn], endsOn: [null, endsOn] },
    });
    await tellOwner(one, { projectId, objectType: "internship", objectId: id }, owner);
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the internship */
export async function editInternship(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  edit: { entry: EditedInternship; formOf: FormOf<Internship> },
): Promise<void> {
  const { entry, formOf } = edit;
  await change(deps, author, async (one) => {
    const before = await liveInternship(one, key);
    if (entry.version !== before.version) throw await conflict(one, before, formOf);
    await checkEdit(one, before, entry);
    const owner = await resolveOwner(one, key.projectId, entry, before);
    if ((await updateInternship(one.trx, before, fieldsOf(entry, owner))) === 0)
      throw await conflict(one, before, formOf);
    const after = await liveInternship(one, key);
    one.record({
      action: "internship.edited",
      objectType: "internship",
      objectId: key.id,
      projectId: key.projectId,
      changes: changedFields(told(before), told(after)),
    });
    const owned = { projectId: key.projectId, objectType: "internship" as const, objectId: key.id };
    await tellOwner(one, owned, owedBy(after), owedBy(before));
  });
}

function owedBy({ ownerUserId, startsOn: dueOn }: Internship) {
  return { ownerUserId, dueOn };
}

/** One step on the way, back, or off it. */
export async function takeStep(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  entry: StepEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const internship = await liveInternship(one, key);
    await checkStep(one, internship, entry);
    const { to, reason } = entry;
    const cancelledReason = to === "cancelled" ? reason : null;
    if ((await updateInternshipState(one.trx, internship, { state: to, cancelledReason })) === 0)
      throw new Conflict("changedMeanwhile");
    one.record({
      action: "internship.moved",
      objectType: "internship",
      objectId: key.id,
      projectId: key.projectId,
      changes: {
        state: [internship.state, to],
        ...(reason === null ? {} : { reason: [null, reason] }),
      },
    });
  });
}

async function checkStep(one: Change, internship: Internship, entry: StepEntry): Promise<void> {
  const { state: from, version } = internship;
  const { to, reason } = entry;
  if (entry.version !== version) throw new Conflict("changedMeanwhile");
  if (!isStep(from, to)) throw new Conflict("internshipStep");
  if (needsReason(from, to) && reason === null) throw new InvalidInput({ reason: "required" });
  const fault = faultOfStep(from, to, await standingOf(one, internship));
  if (fault !== null) throw new InvalidInput({ form: fault });
}

/** The internship as it stands, for a change of it; not one in the archive. */
export async function liveInternship(one: Change, key: InternshipKey): Promise<Internship> {
  const internship = await findInternship(one.trx, key);
  if (!internship) throw new NotFound("internship");
  if (internship.archivedAt !== null) throw new Conflict("archived");
  return internship;
}

/** The same, for a change of its days. */
export async function internshipTakingDays(one: Change, key: InternshipKey): Promise<Internship> {
  const internship = await liveInternship(one, key);
  if (!takesDays(internship.state)) throw new Conflict("internshipNotOpen");
  return internship;
}

async function standingOf({ trx }: Change, { id }: Internship): Promise<Standing> {
  const [trainees, hosts, days] = [
    await listTrainees(trx, id),
    await listHosts(trx, id),
    await listDays(trx, { internshipId: id }),
  ];
  const minutes = (which: typeof days) => which.reduce((sum, day) => sum + day.minutes, 0);
  return {
    trainees: trainees.length,
    hosts: hosts.length,
    workedMinutes: minutes(days),
    unconfirmedMinutes: minutes(days.filter(({ confirmationId }) => confirmationId === null)),
  };
}

async function checkEdit(one: Change, before: Internship, entry: EditedInternship): Promise<void> {
  checkSpan(entry);
  await checkActivity(one, before.projectId, entry.activityId, before.activityId);
  const { first, last } = await findWorkedSpan(one.trx, before.id);
  if (first !== null && entry.startsOn > first) throw new InvalidInput({ startsOn: "daysOutside" });
  if (last !== null && entry.endsOn < last) throw new InvalidInput({ endsOn: "daysOutside" });
  // What the ledger holds was posted by these; the way to change them is to correct it.
  const isPosted = before.countsAsSupport !== entry.countsAsSupport && first !== null;
  if (isPosted) throw new InvalidInput({ countsAsSupport: "internshipHasDays" });
}

function checkSpan({ startsOn, endsOn }: Pick<InternshipEntry, "startsOn" | "endsOn">): void {
  if (endsOn < startsOn) throw new InvalidInput({ endsOn: "endBeforeStart" });
}

function conflict(one: Change, current: Internship, formOf: FormOf<Internship>) {
  return editedMeanwhile(one.trx, {
    objectType: "internship",
    objectId: current.id,
    version: current.version,
    values: formOf(current),
  });
}

function fieldsOf(entry: InternshipEntry, owner: Owner): InternshipFields {
  const { title, activityId, startsOn, endsOn, purpose, travel, accommodation } = entry;
  return {
    ...owner,
    title,
    activityId,
    startsOn,
    endsOn,
    purpose,
    travel,
    accommodation,
    plannedMinutes: entry.plannedHours,
    plannedCostsHalere: entry.plannedCosts,
    realCostsHalere: entry.realCosts,
    countsAsSupport: entry.countsAsSupport,
    supportCode: entry.supportCode,
  };
}

/** What the history says about an internship; not its longer texts, which may speak of people. */
function told(internship: Internship) {
  const { activityNumber: number, activityParentNumber: parentNumber } = internship;
  return {
    title: internship.title,
    startsOn: internship.startsOn,
    endsOn: internship.endsOn,
    plannedMinutes: internship.plannedMinutes,
    plannedCostsHalere: internship.plannedCostsHalere,
    realCostsHalere: internship.realCostsHalere,
    countsAsSupport: internship.countsAsSupport,
    supportCode: internship.supportCode,
    activity: number === null ? null : activityCode({ number, parentNumber }),
    owner: internship.ownerName,
  };
}
