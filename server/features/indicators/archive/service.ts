import { findIndicator, updateIndicatorArchived } from "../../../../db/queries/indicators.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { canBeRestored } from "../../activities/rules.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";

type Writing = Pick<Deps, "db" | "clock">;

export interface IndicatorKey {
  projectId: number;
  indicatorId: number;
}

/** Takes the indicator out of lists and totals; its values stay. */
export async function archiveIndicator(
  deps: Writing,
  author: Author,
  { projectId, indicatorId }: IndicatorKey,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    await lockProject(trx, projectId);
    const key = { projectId, id: indicatorId };
    if (!(await updateIndicatorArchived(trx, key, at))) throw new NotFound("indicator");
    await refreshProgressTotals(trx, projectId);
    const subject = { objectType: "indicator", objectId: indicatorId, projectId };
    record({ action: "indicator.archived", ...subject });
    return indicatorId;
  });
}

export async function restoreIndicator(
  deps: Writing,
  author: Author,
  { projectId, indicatorId }: IndicatorKey,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    await lockProject(trx, projectId);
    const key = { projectId, id: indicatorId };
    const indicator = await findIndicator(trx, key);
    if (!indicator?.archivedAt) throw new NotFound("indicator");
    if (!canBeRestored(indicator.archivedAt, pragueDay(at))) throw new Conflict("archivedTooLong");
    await updateIndicatorArchived(trx, key, null);
    await refreshProgressTotals(trx, projectId);
    const subject = { objectType: "indicator", objectId: indicatorId, projectId };
    record({ action: "indicator.restored", ...subject });
    return indicatorId;
  });
}
