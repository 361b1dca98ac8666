import type { Transaction } from "../../../../db/connection.ts";
import { findBudgetLine } from "../../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { findApprovedBudget } from "../../../../db/queries/budgets-in-force.ts";
import { InvalidInput } from "../../../errors.ts";
import { takesExpenditure } from "../rules.ts";

/**
 * A line of the project that may be chosen: none, the one that was chosen before, or a leaf of the budget
 * approved last (of a draft while there is no other).
 * @throws InvalidInput `budgetLineId: unknownChoice`
 */
export async function checkBudgetLine(
  trx: Transaction,
  projectId: number,
  lineId: number | null,
  current: number | null = null,
): Promise<void> {
  if (lineId === null || lineId === current) return;
  const version =
    (await findApprovedBudget(trx, projectId)) ?? (await findDraftVersion(trx, projectId));
  const line = version && (await findBudgetLine(trx, { versionId: version.id, lineId }));
  if (!line || !takesExpenditure(line)) throw new InvalidInput({ budgetLineId: "unknownChoice" });
}
