import {
  type DayFields,
  findDay,
  type InternshipDay,
  insertDay,
  lockPerson,
  sumMinutesOfDay,
  updateDay,
  updateDayArchived,
} from "../../../../db/queries/internship-days.ts";
import { listHosts, listTrainees } from "../../../../db/queries/internship-people.ts";
import { type Internship, lockInternship } from "../../../../db/queries/internships.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { withdrawSupport } from "../../support/service.ts";
import { confirmByProject } from "../confirmations/service.ts";
import { faultsOfDay } from "../rules.ts";
import type { EditedDay, NewDay } from "../schema.ts";
import { type InternshipKey, internshipTakingDays, type Writing } from "../service.ts";

/** @returns the id of the day */
export async function addDay(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  entry: NewDay,
): Promise<number> {
  return change(deps, author, async (one) => {
    const internship = await openForDays(one, key);
    const fields = await checkedFields(one, internship, entry, null);
    const id = await insertDay(one.trx, {
      ...fields,
      internshipId: key.id,
      createdAt: one.at,
    });
    told(one, key, "internship.day-added", { workedOn: [null, fields.workedOn] });
    return id;
  });
}

/**
 * Changes a day. One that was confirmed stays confirmed by whoever explains the change, and the ledger gets a
 * correction.
 * @throws EditedMeanwhile when the form was opened on another version of the day
 */
export async function editDay(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  edit: { dayId: number; entry: EditedDay; formOf: FormOf<InternshipDay> },
): Promise<void> {
  const { dayId, entry, formOf } = edit;
  await change(deps, author, async (one) => {
    const internship = await openForDays(one, key);
    const before = await dayAt(one, key, dayId);
    if (entry.version !== before.version) throw await conflict(one, before, formOf);
    if (entry.traineeId !== before.traineeId)
      throw new InvalidInput({ traineeId: "unknownChoice" });
    const fields = await checkedFields(one, internship, entry, before);
    const reason = before.confirmationId === null ? null : requiredReason(entry.reason);
    await updateDay(one.trx, before, { ...fields, confirmationId: before.confirmationId });
    if (reason !== null) {
      const days = [{ ...before, ...fields }];
      await confirmByProject(one, internship, { hostId: fields.hostId, reason, days });
    }
    told(one, key, "internship.day-edited", {
      workedOn: [before.workedOn, fields.workedOn],
      minutes: [before.minutes, fields.minutes],
      ...(reason === null ? {} : { reason: [null, reason] }),
    });
  });
}

/** Takes a day away; what was posted of a confirmed one is taken back in the ledger. */
export async function deleteDay(
  deps: Writing,
  author: Author,
  key: InternshipKey,
  { dayId, version, reason }: { dayId: number; version: number; reason: string | null },
): Promise<void> {
  await change(deps, author, async (one) => {
    await openForDays(one, key);
    const day = await dayAt(one, key, dayId);
    const isConfirmed = day.confirmationId !== null;
    const why = isConfirmed ? requiredReason(reason) : null;
    const archived = await updateDayArchived(one.trx, { id: dayId, version }, one.at);
    if (archived === 0) throw await conflict(one, day, () => ({}));
    if (why !== null)
      await withdrawSupport(
        one.trx,
        { internshipDayIds: [dayId] },
        { at: one.at, userId: one.by, note: why },
      );
    told(one, key, "internship.day-removed", {
      workedOn: [day.workedOn, null],
      ...(why === null ? {} : { reason: [null, why] }),
    });
  });
}

async function openForDays(one: Change, key: InternshipKey): Promise<Internship> {
  await lockInternship(one.trx, key.id);
  return internshipTakingDays(one, key);
}

async function dayAt(one: Change, key: InternshipKey, dayId: number): Promise<InternshipDay> {
  const day = await findDay(one.trx, { internshipId: key.id, id: dayId });
  if (!day) throw new NotFound("day");
  return day;
}

async function checkedFields(
  one: Change,
  internship: Internship,
  entry: NewDay,
  before: InternshipDay | null,
): Promise<DayFields> {
  const { traineeId, hostId, workedOn, hours: minutes, diary } = entry;
  const trainee = (await listTrainees(one.trx, internship.id)).find(({ id }) => id === traineeId);
  if (!trainee) throw new InvalidInput({ traineeId: "unknownChoice" });
  const hosts = await listHosts(one.trx, internship.id);
  if (!hosts.some(({ id }) => id === hostId)) throw new InvalidInput({ hostId: "unknownChoice" });
  await lockPerson(one.trx, trainee.participantId);
  const otherMinutes = await sumMinutesOfDay(one.trx, {
    participantId: trainee.participantId,
    on: workedOn,
    exceptDayId: before?.id ?? null,
  });
  const faults = faultsOfDay({ workedOn, minutes }, internship, {
    today: pragueDay(one.at),
    otherMinutes,
  });
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  return { traineeId, hostId, workedOn, minutes, diary };
}

function requiredReason(reason: string | null): string {
  if (reason === null) throw new InvalidInput({ reason: "required" });
  return reason;
}

function conflict(one: Change, current: InternshipDay, formOf: FormOf<InternshipDay>) {
  return editedMeanwhile(one.trx, {
    objectType: "internship-day",
    objectId: current.id,
    version: current.version,
    values: formOf(current),
  });
}

function told(
  one: Change,
  key: InternshipKey,
  action: string,
  changes: Record<string, [unknown, unknown]>,
): void {
  const { projectId, id: objectId } = key;
  one.record({ action, objectType: "internship", objectId, projectId, changes });
}
