import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

/** What an entry of a project may refer to. */
export interface LogChoices {
  activities: LogActivity[];
  milestones: LogMilestone[];
}

export interface LogActivity {
  id: number;
  /** `2`, or `2 a` of a sub-activity. */
  number: string;
  title: string;
}

export interface LogMilestone {
  id: number;
  title: string;
  dueOn: string;
}

/** Live activities in their order, sub-activities after their parent. */
export async function listLogActivities(db: Database, projectId: number): Promise<LogActivity[]> {
  const rows = await db("activities as a")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where("a.project_id", projectId)
    .whereNull("a.archived_at")
    .orderByRaw("coalesce(p.position, a.position), a.parent_id is not null, a.position, a.id")
    .select({ id: "a.id", own: "a.number", parent: "p.number", title: "a.title" });
  return rows.map(({ id, own, parent, title }) => ({ id, number: fullNumber(own, parent), title }));
}

export function fullNumber(own: string, parent: string | null): string {
  return parent === null ? own : `${parent} ${own}`;
}

const OFFERED_AT_MOST = 100;

/** What is still owed, the nearest first. */
export async function listOpenMilestones(db: Database, projectId: number): Promise<LogMilestone[]> {
  return db("milestones")
    .where("project_id", projectId)
    .whereNull("done_on")
    .whereNull("cancelled_on")
    .whereNull("archived_at")
    .orderBy("due_on")
    .orderBy("id")
    .limit(OFFERED_AT_MOST)
    .select({ id: "id", title: "title", dueOn: "due_on" });
}

export interface LoggableProject {
  id: number;
  shortName: string;
}

/** Live projects within reach in which the viewer holds one of these roles (any, if null). */
export async function listLoggableProjects(
  db: Database,
  reach: Reach,
  roles: readonly string[] | null,
): Promise<LoggableProject[]> {
  const query = db("projects as p")
    .whereNull("p.archived_at")
    .orderBy("p.sort_key")
    .orderBy("p.id");
  if (roles) {
    query.whereExists(
      db("memberships as m")
        .where("m.user_id", reach.userId)
        .whereRaw("m.project_id = p.id")
        .whereIn("m.role", roles)
        .select(db.raw("1")),
    );
  }
  return withinReach(query, db, reach, "p.id")
    .limit(OFFERED_AT_MOST)
    .select({ id: "p.id", shortName: "p.short_name" });
}
