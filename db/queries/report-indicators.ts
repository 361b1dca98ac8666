import type { Database } from "../connection.ts";

export interface ReportedIndicator {
  id: number;
  activityId: number | null;
  code: string | null;
  name: string;
  unit: string;
  valueType: "number" | "percentage" | "text";
  behaviour: "increment" | "state";
  direction: "up" | "down";
  decimals: number;
  origin: "declared" | "computed";
  isCommitted: boolean;
  baseline: number | null;
  target: number | null;
  targetText: string | null;
  /** Of the period reported on. */
  periodTarget: number | null;
}

/** Indicators of a project in their order, each with its target of a period. */
export async function listReportedIndicators(
  db: Database,
  { projectId, periodId }: { projectId: number; periodId: number },
): Promise<ReportedIndicator[]> {
  const rows = await db("indicators as i")
    .leftJoin("indicator_targets as t", (on) =>
      on.on("t.indicator_id", "i.id").andOnVal("t.period_id", periodId),
    )
    .where("i.project_id", projectId)
    .whereNull("i.archived_at")
    .orderBy(["i.position", "i.id"])
    .select({
      id: "i.id",
      activityId: "i.activity_id",
      code: "i.code",
      name: "i.name",
      unit: "i.unit",
      valueType: "i.value_type",
      behaviour: "i.behaviour",
      direction: "i.direction",
      decimals: "i.decimals",
      origin: "i.origin",
      isCommitted: "i.is_committed",
      baseline: "i.baseline",
      target: "i.target",
      targetText: "i.target_text",
      periodTarget: "t.target",
    });
  return rows.map((row: ReportedIndicator) => ({ ...row, isCommitted: Boolean(row.isCommitted) }));
}
