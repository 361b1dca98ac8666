import type { Database } from "../connection.ts";

export interface ActivityLogLine {
  id: number;
  happenedOn: string;
  body: string;
  authorName: string | null;
}

/** The latest log entries about an activity or its sub-activities. */
export async function listLatestLogOfActivity(
  db: Database,
  activityId: number,
  limit: number,
): Promise<ActivityLogLine[]> {
  const touched = db("log_entry_activities as t")
    .join("activities as a", "a.id", "t.activity_id")
    .where((either) => either.where("a.id", activityId).orWhere("a.parent_id", activityId))
    .select("t.log_entry_id");
  return db("log_entries as l")
    .leftJoin("users as u", "u.id", "l.author_id")
    .whereIn("l.id", touched)
    .whereNull("l.archived_at")
    .orderBy([
      { column: "l.happened_on", order: "desc" },
      { column: "l.id", order: "desc" },
    ])
    .limit(limit)
    .select({ id: "l.id", happenedOn: "l.happened_on", body: "l.body", authorName: "u.name" });
}
