import type { Database } from "../../../db/connection.ts";
import { listBudgetLines } from "../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../db/queries/budget-versions.ts";
import { findApprovedBudget } from "../../../db/queries/budgets-in-force.ts";
import type { FieldOption } from "../../web/form-fields.ts";
import { takesExpenditure } from "./rules.ts";

/** Lines that expenditure may be put on: leaves of the budget approved last, of a draft while there is no other. */
export async function budgetLineOptions(db: Database, projectId: number): Promise<FieldOption[]> {
  const version =
    (await findApprovedBudget(db, projectId)) ?? (await findDraftVersion(db, projectId));
  if (!version) return [];
  const lines = await listBudgetLines(db, version.id);
  return lines
    .filter(takesExpenditure)
    .map(({ lineId, code, name }) => ({ value: String(lineId), label: `${code} ${name}` }));
}
