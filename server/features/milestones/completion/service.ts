import { insertMilestoneState } from "../../../../db/queries/milestone-facts.ts";
import { type Milestone, updateMilestoneOutcome } from "../../../../db/queries/milestones.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { refreshComputedIndicators } from "../../indicators/computing/service.ts";
import { refuseUncounted, takeBackCounting } from "../../outputs/keeping/service.ts";
import { continueSeries } from "../recurrence/service.ts";
import { keepMilestoneFound, milestoneAt } from "../service.ts";

export interface Completion {
  doneOn: CalendarDate;
  proof?: string | null;
  proofUrl?: string | null;
  note?: string | null;
  /** Edition the form was opened with; left out where nothing was shown. */
  version?: number;
}

interface Key {
  projectId: number;
  id: number;
}

/** @returns the id of the next one of a series, if the milestone recurs */
export async function recordCompletion(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  completion: Completion,
): Promise<{ nextId: number | null }> {
  return change(deps, author, (one) => completeMilestone(one, key, completion));
}

/** The same within a change that has begun. */
export async function completeMilestone(
  one: Change,
  key: Key,
  completion: Completion,
): Promise<{ nextId: number | null }> {
  const { doneOn, version } = completion;
  if (doneOn > pragueDay(one.at)) throw new InvalidInput({ doneOn: "notInFuture" });
  const milestone = await milestoneAt(one, key, version === undefined ? undefined : { version });
  if (milestone.doneOn !== null || milestone.cancelledOn !== null)
    throw new Conflict("milestoneClosed");
  if (milestone.kind === "output") await refuseUncounted(one, milestone.id);
  const { proof = null, proofUrl = null, note = null } = completion;
  const outcome = { doneOn, cancelledOn: null, proof, proofUrl };
  await settle(one, milestone, outcome, { state: "done", validOn: doneOn, note });
  one.record({
    action: "milestone.completed",
    objectType: "milestone",
    objectId: milestone.id,
    projectId: key.projectId,
    changes: { doneOn: [null, doneOn], proof: [milestone.proof, proof ?? proofUrl] },
  });
  await keepMilestoneFound(one, key);
  const nextId = await continueSeries(one, milestone);
  return { nextId: nextId ?? null };
}

/** Opens a milestone that was done or cancelled; its proof stays with it. */
export async function reopenMilestone(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  entry: { version: number; reason: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const milestone = await milestoneAt(one, key, { version: entry.version });
    await reopenWithin(one, milestone, entry.reason);
  });
}

/** The same within a change that has begun. */
export async function reopenWithin(
  one: Change,
  milestone: Milestone,
  reason: string,
): Promise<void> {
  const { doneOn, cancelledOn, proof, proofUrl, projectId } = milestone;
  if (doneOn === null && cancelledOn === null) throw new Conflict("milestoneOpen");
  const outcome = { doneOn: null, cancelledOn: null, proof, proofUrl };
  const state = { state: "open" as const, validOn: pragueDay(one.at), note: reason };
  await settle(one, milestone, outcome, state);
  if (milestone.kind === "output") await takeBackCounting(one, milestone.id, reason);
  one.record({
    action: "milestone.reopened",
    objectType: "milestone",
    objectId: milestone.id,
    projectId,
    changes: {
      ...(doneOn === null ? {} : { doneOn: [doneOn, null] }),
      ...(cancelledOn === null ? {} : { cancelledOn: [cancelledOn, null] }),
      reason: [null, reason],
    },
  });
}

/** Cancels one milestone; the series it belongs to goes on unless it is given up as a whole. */
export async function cancelMilestone(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  entry: { version: number; reason: string; endsSeries?: boolean },
): Promise<{ nextId: number | null }> {
  return change(deps, author, async (one) => {
    const milestone = await milestoneAt(one, key, { version: entry.version });
    await cancelWithin(one, milestone, entry.reason);
    const nextId = entry.endsSeries ? undefined : await continueSeries(one, milestone);
    return { nextId: nextId ?? null };
  });
}

/** The same, for this milestone alone, within a change that has begun. */
export async function cancelWithin(
  one: Change,
  milestone: Milestone,
  reason: string,
): Promise<void> {
  if (milestone.doneOn !== null || milestone.cancelledOn !== null)
    throw new Conflict("milestoneClosed");
  const cancelledOn = pragueDay(one.at);
  const { proof, proofUrl, projectId } = milestone;
  const outcome = { doneOn: null, cancelledOn, proof, proofUrl };
  await settle(one, milestone, outcome, { state: "cancelled", validOn: cancelledOn, note: reason });
  one.record({
    action: "milestone.cancelled",
    objectType: "milestone",
    objectId: milestone.id,
    projectId,
    changes: { cancelledOn: [null, cancelledOn], reason: [null, reason] },
  });
}

/** Writes the outcome and the state it is made of; what indicators count of outputs follows. */
async function settle(
  one: Change,
  milestone: Milestone,
  outcome: Parameters<typeof updateMilestoneOutcome>[2],
  state: Pick<Parameters<typeof insertMilestoneState>[1], "state" | "validOn" | "note">,
): Promise<void> {
  const { trx } = one;
  const updated = await updateMilestoneOutcome(trx, milestone, outcome);
  if (updated === 0) throw new Conflict("changedMeanwhile");
  await insertMilestoneState(trx, { ...stamp(one, milestone), ...state });
  await refreshComputedIndicators(trx, milestone.projectId, ["outputs"]);
}

function stamp({ at, by }: Change, { id }: Milestone) {
  return { milestoneId: id, recordedAt: at, recordedBy: by };
}
