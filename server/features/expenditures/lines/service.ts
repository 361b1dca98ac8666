import type { Database } from "../../../../db/connection.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { findApprovedBudget } from "../../../../db/queries/budgets-in-force.ts";

/** By which version of the budget lines are called: the one approved last, a draft while there is no other. */
export async function findNamingVersion(db: Database, projectId: number): Promise<number | null> {
  const version =
    (await findApprovedBudget(db, projectId)) ?? (await findDraftVersion(db, projectId));
  return version?.id ?? null;
}
