import type { Database, Transaction } from "../connection.ts";

export interface ActivityOfTotals {
  id: number;
  parentId: number | null;
  state: string;
  shareBp: number | null;
  percent: number | null;
}

export async function listActivitiesForTotals(
  db: Database,
  projectId: number,
): Promise<ActivityOfTotals[]> {
  return db("activities").where({ project_id: projectId }).whereNull("archived_at").select({
    id: "id",
    parentId: "parent_id",
    state: "state",
    shareBp: "share_bp",
    percent: "percent",
  });
}

export interface IndicatorOfTotals {
  isCommitted: boolean;
  direction: "up" | "down";
  baseline: number | null;
  target: number | null;
  achieved: number | null;
}

export async function listIndicatorsForTotals(
  db: Database,
  projectId: number,
): Promise<IndicatorOfTotals[]> {
  const rows = await db("indicators")
    .where({ project_id: projectId })
    .whereNull("archived_at")
    .whereNot("value_type", "text")
    .select({
      isCommitted: "is_committed",
      direction: "direction",
      baseline: "baseline",
      target: "target",
      achieved: "achieved",
    });
  return rows.map((row) => ({ ...row, isCommitted: Boolean(row.isCommitted) }));
}

export interface ProgressTotals {
  projectId: number;
  physicalBp: number | null;
  indicatorsBp: number | null;
  indicatorsWithTarget: number;
  indicatorsMet: number;
}

export async function updateProgressTotals(
  trx: Transaction,
  totals: ProgressTotals,
): Promise<void> {
  await trx("project_totals").where({ project_id: totals.projectId }).update({
    physical_bp: totals.physicalBp,
    indicators_bp: totals.indicatorsBp,
    indicators_with_target: totals.indicatorsWithTarget,
    indicators_met: totals.indicatorsMet,
  });
}

/** Physical progress as it is kept beside the project; null while nobody has told any. */
export async function findPhysicalProgress(
  db: Database,
  projectId: number,
): Promise<number | null> {
  const row = await db("project_totals")
    .where({ project_id: projectId })
    .first({ physicalBp: "physical_bp" });
  return row?.physicalBp ?? null;
}
