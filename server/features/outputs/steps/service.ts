import { countOpenComments } from "../../../../db/queries/comments.ts";
import { findMilestone } from "../../../../db/queries/milestones.ts";
import {
  listApprovingMeetings,
  listBodyNames,
  listDeclaredIndicators,
  listOutputDocuments,
  type OutputDocument,
} from "../../../../db/queries/output-choices.ts";
import { findOutput, type Output } from "../../../../db/queries/outputs.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, type FieldErrors, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { recordValues } from "../../indicators/values/service.ts";
import { completeMilestone, reopenWithin } from "../../milestones/completion/service.ts";
import { tellWriters } from "../../notifications/returns/service.ts";
import { moveOutput } from "../keeping/service.ts";
import {
  approvalFaults,
  type OutputStep,
  publicationFaults,
  stateBefore,
  stepsFrom,
} from "../rules.ts";
import type { Approval, Commenting, Counting, Publication, Return } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

interface Key {
  projectId: number;
  id: number;
}

/** The draft goes round for remarks until a day. */
export async function askForComments(
  deps: Doing,
  author: Author,
  key: Key,
  entry: Commenting,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await outputForStep(one, key, { step: "commenting", version: entry.version });
    const { commentsBy, note } = entry;
    const today = pragueDay(one.at);
    if (commentsBy < today) throw new InvalidInput({ commentsBy: "notInPast" });
    const document = await documentOf(one, before, entry.documentId);
    if (!document) throw new InvalidInput({ documentId: "outputNeedsDocument" });
    const fields = { state: "commented" as const, commentsBy, documentId: document.id };
    await moveOutput(one, before, { step: "commenting", validOn: today, note, fields });
  });
}

/** Approved by a body, at a meeting where it was one; the wording that stands is the approved one. */
export async function approveOutput(
  deps: Doing,
  author: Author,
  key: Key,
  entry: Approval,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await outputForStep(one, key, { step: "approval", version: entry.version });
    const today = pragueDay(one.at);
    const document = await documentOf(one, before, entry.documentId);
    const open = await countOpenComments(one.trx, { objectType: "output", objectIds: [key.id] });
    const openComments = open.get(key.id) ?? 0;
    const documentId = document?.id ?? null;
    refuse(approvalFaults({ ...entry, documentId }, { today, openComments }));
    const by = await approverOf(one, key, entry);
    const approvedVersionId = document?.versionId ?? null;
    await moveOutput(one, before, {
      step: "approval",
      validOn: entry.approvedOn,
      note: entry.note,
      fields: {
        ...{ state: "approved", documentId, approvedVersionId, ...by },
        approvedOn: entry.approvedOn,
      },
    });
  });
}

export async function publishOutput(
  deps: Doing,
  author: Author,
  key: Key,
  entry: Publication,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await outputForStep(one, key, { step: "publication", version: entry.version });
    const { approvedOn } = before;
    refuse(publicationFaults(entry, { today: pragueDay(one.at), approvedOn }));
    const { publishedOn, publicationUrl, note } = entry;
    const fields = { state: "published" as const, publishedOn, publicationUrl };
    await moveOutput(one, before, { step: "publication", validOn: publishedOn, note, fields });
  });
}

/**
 * Ticks off the planned output with its proof. An indicator computed from the records counts it by that; one
 * that is declared gets its value here, if it is chosen.
 */
export async function countOutput(
  deps: Doing,
  author: Author,
  key: Key,
  entry: Counting,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await outputForStep(one, key, { step: "counting", version: entry.version });
    const { doneOn, proof, note, indicatorId } = entry;
    if (doneOn > pragueDay(one.at)) throw new InvalidInput({ doneOn: "notInFuture" });
    const indicatorValueId =
      indicatorId === null ? null : await declareValue(one, before, { indicatorId, doneOn });
    const fields = { state: "counted" as const, indicatorValueId };
    await moveOutput(one, before, { step: "counting", validOn: doneOn, note, fields });
    const { projectId, milestoneId, publicationUrl: proofUrl } = before;
    await completeMilestone(one, { projectId, id: milestoneId }, { doneOn, proof, proofUrl, note });
  });
}

/** One step back, with a reason; what was counted is taken out of the indicators again. */
export async function returnOutput(
  deps: Doing,
  author: Author,
  key: Key,
  entry: Return,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await outputForStep(one, key, { step: "return", version: entry.version });
    await tellWriters(one, { objectType: "output", objectId: key.id, projectId: key.projectId });
    if (before.state === "counted") return takeOut(one, before, entry.note);
    const state = stateBefore(before);
    const unapproved = { approvedOn: null, approvedVersionId: null, bodyId: null, eventId: null };
    const unpublished = { publishedOn: null, publicationUrl: null };
    await moveOutput(one, before, {
      step: "return",
      validOn: pragueDay(one.at),
      note: entry.note,
      fields: {
        ...{ state, ...unpublished },
        ...(state === "draft" ? { commentsBy: null, ...unapproved } : {}),
      },
    });
  });
}

/** The milestone opens again, and with it the output, as whenever somebody opens the milestone. */
async function takeOut(one: Change, output: Output, reason: string): Promise<void> {
  const { projectId, milestoneId } = output;
  const milestone = await findMilestone(one.trx, { projectId, id: milestoneId });
  if (!milestone) throw new NotFound("milestone");
  await reopenWithin(one, milestone, reason);
}

/** @throws Conflict `outputStep` when the output is not where the step begins */
async function outputForStep(
  { trx }: Change,
  key: Key,
  { step, version }: { step: OutputStep; version: number },
): Promise<Output> {
  const before = await findOutput(trx, key);
  if (!before) throw new NotFound("output");
  if (before.cancelledOn !== null) throw new Conflict("milestoneClosed");
  if (!stepsFrom(before).includes(step)) throw new Conflict("outputStep");
  if (before.version !== version) throw new Conflict("changedMeanwhile");
  return before;
}

/** The chosen paper, or the one at hand where nobody chose: the wording so far, else the newest. */
async function documentOf(
  { trx }: Change,
  output: Output,
  chosenId: number | null,
): Promise<OutputDocument | undefined> {
  const documents = await listOutputDocuments(trx, output);
  const wanted = chosenId ?? output.documentId;
  if (wanted === null) return documents[0];
  const found = documents.find(({ id }) => id === wanted);
  if (!found && chosenId !== null) throw new InvalidInput({ documentId: "unknownChoice" });
  return found ?? documents[0];
}

/** The body, and the meeting where it was one; the body of a meeting is its own. */
async function approverOf({ trx }: Change, { projectId }: Key, entry: Approval) {
  const { bodyId, eventId, approvedOn } = entry;
  if (eventId === null) {
    const bodies = bodyId === null ? [] : await listBodyNames(trx, projectId);
    if (bodyId !== null && !bodies.some(({ id }) => id === bodyId))
      throw new InvalidInput({ bodyId: "unknownChoice" });
    return { bodyId, eventId };
  }
  const meetings = await listApprovingMeetings(trx, { projectId, until: approvedOn });
  const meeting = meetings.find(({ id }) => id === eventId);
  if (!meeting) throw new InvalidInput({ eventId: "meetingNotBefore" });
  if (bodyId !== null && bodyId !== meeting.bodyId)
    throw new InvalidInput({ eventId: "meetingOfAnotherBody" });
  return { bodyId: meeting.bodyId, eventId };
}

async function declareValue(
  one: Change,
  { projectId, title }: Output,
  { indicatorId, doneOn }: { indicatorId: number; doneOn: string },
): Promise<number> {
  const indicators = await listDeclaredIndicators(one.trx, projectId);
  const indicator = indicators.find(({ id }) => id === indicatorId);
  if (!indicator) throw new InvalidInput({ indicatorId: "unknownChoice" });
  const entry = { validOn: doneOn, value: 10 ** indicator.decimals, note: title };
  const [id] = await recordValues(one, {
    projectId,
    values: [{ indicatorId, entry }],
    fieldOf: (name) => (name === "validOn" ? "doneOn" : "indicatorId"),
  });
  return id as number;
}

function refuse(faults: FieldErrors): void {
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}
