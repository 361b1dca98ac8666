import { type Activity, findActivity } from "../../../../db/queries/activities.ts";
import {
  findPercentInForce,
  findProgressFact,
  insertProgressFact,
  updateActivityPercent,
} from "../../../../db/queries/activity-facts.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";

export interface ProgressEntry {
  /** Whole per cent, 0–100; null withdraws what is corrected. */
  percent: number | null;
  validOn: CalendarDate;
  reason: string | null;
  /** The earlier entry that this one corrects. */
  correctsId?: number | null;
  logEntryId?: number | null;
}

export async function recordActivityProgress(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; activityId: number },
  entry: ProgressEntry,
): Promise<number> {
  return change(deps, author, (one) => addActivityProgress(one, key, entry));
}

/** The same within a change that has begun. @returns the id of the fact */
export async function addActivityProgress(
  one: Change,
  key: { projectId: number; activityId: number },
  entry: ProgressEntry,
): Promise<number> {
  const { trx, at, by } = one;
  const { projectId, activityId } = key;
  if (entry.validOn > pragueDay(at)) throw new InvalidInput({ validOn: "notInFuture" });
  await lockProject(trx, projectId);
  const before = await findActivity(trx, { projectId, id: activityId });
  if (!before) throw new NotFound("activity");
  const correctsId = entry.correctsId ?? null;
  if (correctsId !== null) await checkCorrectable(one, activityId, correctsId);
  const id = await insertProgressFact(trx, {
    activityId,
    percent: entry.percent,
    reason: entry.reason,
    logEntryId: entry.logEntryId ?? null,
    validOn: entry.validOn,
    recordedAt: at,
    recordedBy: by,
    correctsId,
  });
  await refreshPercent(one, before, correctsId !== null);
  return id;
}

/** Only what is in force can be corrected: a correction of a correction names the later one. */
async function checkCorrectable({ trx }: Change, activityId: number, id: number): Promise<void> {
  const corrected = await findProgressFact(trx, { activityId, id });
  if (!corrected) throw new NotFound("progress");
  if (corrected.correctedById !== null) throw new Conflict("alreadyCorrected");
}

/** The kept columns are the fact in force today. */
async function refreshPercent(one: Change, before: Activity, isCorrection: boolean): Promise<void> {
  const { trx, at } = one;
  const moment = { on: pragueDay(at), asOf: at };
  const inForce = await findPercentInForce(trx, before.id, moment);
  const after = inForce ?? { percent: null, percentOn: null, percentReason: null };
  await updateActivityPercent(trx, before.id, after);
  const { percent, percentOn, percentReason } = before;
  one.record({
    action: isCorrection ? "activity.progress-corrected" : "activity.progress",
    objectType: "activity",
    objectId: before.id,
    projectId: before.projectId,
    changes: changedFields({ percent, percentOn, percentReason }, after),
  });
  await refreshProgressTotals(trx, before.projectId);
}
