import type { Transaction } from "../../../../db/connection.ts";
import {
  listActivitiesForTotals,
  listIndicatorsForTotals,
  updateProgressTotals,
} from "../../../../db/queries/project-totals.ts";
import { indicatorsTogether, physicalProgress } from "./rules.ts";

/**
 * Keeps the project's totals true: called in the transaction of every change to an activity, an indicator
 * or their facts. A test recomputes them from the facts.
 */
export async function refreshProgressTotals(trx: Transaction, projectId: number): Promise<void> {
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
