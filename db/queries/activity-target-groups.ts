import type { Database, Transaction } from "../connection.ts";

/** The code list that target groups of projects and activities are chosen from. */
export const TARGET_GROUPS = "target-groups";

export interface TargetGroup {
  id: number;
  labelCs: string;
  labelEn: string;
}

/** The target groups of the project, and those the activity has besides. */
export async function listTargetGroupChoices(
  db: Database,
  of: { projectId: number; activityId: number | null },
): Promise<TargetGroup[]> {
  return targetGroups(db).where((either) =>
    either
      .whereIn("i.id", chosen(db, "project_code_items", "project_id", of.projectId))
      .orWhereIn("i.id", chosen(db, "activity_code_items", "activity_id", of.activityId)),
  );
}

export async function listTargetGroupsOf(db: Database, activityId: number): Promise<TargetGroup[]> {
  return targetGroups(db).whereIn(
    "i.id",
    chosen(db, "activity_code_items", "activity_id", activityId),
  );
}

export async function insertTargetGroups(
  trx: Transaction,
  activityId: number,
  ids: number[],
): Promise<void> {
  if (ids.length === 0) return;
  await trx("activity_code_items").insert(
    ids.map((id) => ({ activity_id: activityId, code_list_item_id: id })),
  );
}

export async function deleteTargetGroups(trx: Transaction, activityId: number): Promise<void> {
  await trx("activity_code_items").where({ activity_id: activityId }).delete();
}

function targetGroups(db: Database) {
  return db("code_list_items as i")
    .where("i.list", TARGET_GROUPS)
    .orderBy(["i.position", "i.id"])
    .select({ id: "i.id", labelCs: "i.label_cs", labelEn: "i.label_en" });
}

function chosen(db: Database, table: string, column: string, id: number | null) {
  return db(table).where(column, id).select("code_list_item_id");
}
