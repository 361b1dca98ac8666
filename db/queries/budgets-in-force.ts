import type { Database } from "../connection.ts";
import { EVER, inForce, type Moment } from "./facts.ts";

/** Sums of a version's tree, in haléře. */
export interface BudgetSums {
  eligible: number;
  direct: number;
  /** Staff costs within the direct ones. */
  staff: number;
  flat: number;
  ineligible: number;
}

export interface BudgetInForce extends BudgetSums {
  id: number;
  number: number;
  changeId: number;
}

const COLUMNS = {
  id: "v.id",
  number: "v.number",
  changeId: "v.change_id",
  eligible: "v.eligible_halere",
  direct: "v.direct_halere",
  staff: "v.staff_halere",
  flat: "v.flat_halere",
  ineligible: "v.ineligible_halere",
};

/** The version approved for a day, as it was known at an instant: of several the last one to take effect. */
export async function findBudgetInForce(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<BudgetInForce | undefined> {
  return approvedBy(db, moment)
    .where({ "v.project_id": projectId })
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .first(COLUMNS);
}

/** The same of many projects at once, under their ids; those without a budget are missing. */
export async function listBudgetsInForce(
  db: Database,
  projectIds: readonly number[],
  moment: Moment,
): Promise<Map<number, BudgetInForce>> {
  const rows: (BudgetInForce & { projectId: number })[] = await approvedBy(db, moment)
    .whereIn("v.project_id", [...projectIds])
    .orderBy(["f.valid_on", "f.id"])
    .select({ projectId: "v.project_id", ...COLUMNS });
  return new Map(rows.map(({ projectId, ...budget }) => [projectId, budget]));
}

function approvedBy(db: Database, moment: Moment) {
  return inForce(db, "project_change_states", moment)
    .join("budget_versions as v", "v.change_id", "f.change_id")
    .where({ "f.state": "approved" });
}

/** The version approved last, though it may take effect on a day to come: what nobody may draw beyond. */
export async function findApprovedBudget(
  db: Database,
  projectId: number,
): Promise<BudgetInForce | undefined> {
  return findBudgetInForce(db, projectId, EVER);
}

export interface FlatRateLine {
  budgetLineId: number;
  kind: string;
  rateBp: number;
}

/** Lines of a version whose sum follows from others. */
export async function listFlatRates(db: Database, versionId: number): Promise<FlatRateLine[]> {
  return db("budget_line_versions")
    .where({ budget_version_id: versionId })
    .whereNotNull("flat_rate_kind")
    .orderBy("code_key")
    .select({
      budgetLineId: "budget_line_id",
      kind: "flat_rate_kind",
      rateBp: "flat_rate_bp",
    });
}
