import type { Transaction } from "../../../../db/connection.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import {
  listActivitiesForTotals,
  listIndicatorsForTotals,
  updateProgressTotals,
} from "../../../../db/queries/project-totals.ts";
import { indicatorsTogether, physicalProgress } from "./rules.ts";

/**
 * Keeps the project's totals true: called in the transaction of every change to an activity, an indicator
 * or their facts. A test recomputes them from the facts. Of two changes at once the second one waits, so that
 * it counts the first one in.
 */
export async function refreshProgressTotals(trx: Transaction, projectId: number): Promise<void> {
  await lockProject(trx, projectId);
  const activities = await listActivitiesForTotals(trx, projectId);
  const indicators = await listIndicatorsForTotals(trx, projectId);
  const together = indicatorsTogether(indicators);
  await updateProgressTotals(trx, {
    projectId,
    physicalBp: physicalProgress(activities) ?? null,
    indicatorsBp: together.mean ?? null,
    indicatorsWithTarget: together.withTarget,
    indicatorsMet: together.met,
  });
}
