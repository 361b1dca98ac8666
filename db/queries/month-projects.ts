import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface ProjectInMonth {
  projectId: number;
  shortName: string;
}

/** Live projects within reach that ran on some day of the month, by name. */
export async function listProjectsInMonth(
  db: Database,
  of: { reach: Reach; from: string; to: string },
): Promise<ProjectInMonth[]> {
  const query = db("projects as p")
    .whereNull("p.archived_at")
    .whereNotIn("p.phase", ["idea", "application", "submitted"])
    .where("p.starts_on", "<=", of.to)
    .where("p.ends_on", ">=", of.from);
  return withinReach(query, db, of.reach, "p.id")
    .orderBy(["p.sort_key", "p.id"])
    .select({ projectId: "p.id", shortName: "p.short_name" });
}
