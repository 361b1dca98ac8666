import type { Database } from "../connection.ts";
import type { RecordedSum } from "./drawdowns.ts";
import { inForce, type Moment } from "./facts.ts";

// What many projects have spent, for a day and an earlier one at once. Haléře throughout.

export interface LineSpending {
  projectId: number;
  budgetLineId: number | null;
  /** Of the earlier day already. */
  isEarlier: boolean;
  halere: number;
  firstOn: string;
  lastOn: string;
}

/** Recorded expenditure by project and line, what is of `earlierOn` or before it apart. */
export async function sumSpendingByLine(
  db: Database,
  projectIds: readonly number[],
  { earlierOn, ...moment }: Moment & { earlierOn: string },
): Promise<LineSpending[]> {
  const rows = await inForce(db, "expenditure_facts", moment)
    .whereIn("f.project_id", projectIds)
    .where("f.state", "recorded")
    .whereNotNull("f.amount_halere")
    .groupBy("f.project_id", "f.budget_line_id", "isEarlier")
    .select({ projectId: "f.project_id", budgetLineId: "f.budget_line_id" })
    .select(db.raw("case when f.valid_on <= ? then 1 else 0 end as ??", [earlierOn, "isEarlier"]))
    .select(db.raw("cast(sum(f.amount_halere) as bigint) as halere"))
    .min({ firstOn: "f.valid_on" })
    .max({ lastOn: "f.valid_on" });
  return rows.map((row: LineSpending) => ({ ...row, isEarlier: Boolean(row.isEarlier) }));
}

export interface ApprovedVersion {
  projectId: number;
  versionId: number;
  validOn: string;
}

/** Versions approved by the day, the one to take effect last at the end. */
export async function listApprovedVersions(
  db: Database,
  projectIds: readonly number[],
  moment: Moment,
): Promise<ApprovedVersion[]> {
  return inForce(db, "project_change_states", moment)
    .join("budget_versions as v", "v.change_id", "f.change_id")
    .whereIn("v.project_id", projectIds)
    .where("f.state", "approved")
    .orderBy(["f.valid_on", "f.id"])
    .select({ projectId: "v.project_id", versionId: "v.id", validOn: "f.valid_on" });
}

export interface LineOfVersion extends Pick<RecordedSum, "category" | "isStaff"> {
  versionId: number;
  budgetLineId: number;
  flatRateKind: string | null;
  flatRateBp: number | null;
}

/** What the lines are in those versions: the given ones, and those whose sum follows from others. */
export async function listLinesOfVersions(
  db: Database,
  of: { versionIds: readonly number[]; lineIds: readonly number[] },
): Promise<LineOfVersion[]> {
  const rows = await db("budget_line_versions")
    .whereIn("budget_version_id", of.versionIds)
    .where((either) =>
      either.whereIn("budget_line_id", of.lineIds).orWhereNotNull("flat_rate_kind"),
    )
    .select({
      versionId: "budget_version_id",
      budgetLineId: "budget_line_id",
      category: "category",
      isStaff: "is_staff",
      flatRateKind: "flat_rate_kind",
      flatRateBp: "flat_rate_bp",
    });
  return rows.map((row: LineOfVersion) => ({ ...row, isStaff: Boolean(row.isStaff) }));
}
