import type { Database, Transaction } from "../connection.ts";

/** Whether any expenditure stands on the line, in whatever state. */
export async function isLineUsed(db: Database, lineId: number): Promise<boolean> {
  const row = await db("expenditures").where({ budget_line_id: lineId }).first("id");
  return row !== undefined;
}

export interface LineActivity {
  lineId: number;
  activityId: number;
  number: string;
  parentNumber: string | null;
  title: string;
}

/** Activities that lines pay for, by project; a line is linked through all versions. */
export async function listLineActivities(db: Database, projectId: number): Promise<LineActivity[]> {
  return db("budget_line_activities as l")
    .join("activities as a", "a.id", "l.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where("a.project_id", projectId)
    .orderBy(["a.position", "a.id"])
    .select({
      lineId: "l.budget_line_id",
      activityId: "l.activity_id",
      number: "a.number",
      parentNumber: "p.number",
      title: "a.title",
    });
}

export async function replaceLineActivities(
  trx: Transaction,
  lineId: number,
  activityIds: readonly number[],
): Promise<void> {
  await trx("budget_line_activities").where({ budget_line_id: lineId }).delete();
  if (activityIds.length === 0) return;
  await trx("budget_line_activities").insert(
    activityIds.map((activityId) => ({ budget_line_id: lineId, activity_id: activityId })),
  );
}
