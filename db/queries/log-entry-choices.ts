import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { type Reach, withinReach } from "./reach.ts";

/** What an entry of a project may refer to. */
export interface LogChoices {
  activities: LogActivity[];
  milestones: LogMilestone[];
}

export interface LogActivity {
  id: number;
  number: string;
  parentNumber: string | null;
  title: string;
}

export interface LogMilestone {
  id: number;
  title: string;
  dueOn: string;
}

/** Live activities in their order, sub-activities after their parent. */
export async function listLogActivities(db: Database, projectId: number): Promise<LogActivity[]> {
  return activityRows(db, {}, { projectId });
}

const activityRows = keptStatement<object, { projectId: number }, LogActivity>(
  (db, _form, { projectId }) =>
    db("activities as a")
      .leftJoin("activities as p", "p.id", "a.parent_id")
      .where("a.project_id", projectId)
      .whereNull("a.archived_at")
      .orderByRaw("coalesce(p.position, a.position), a.parent_id is not null, a.position, a.id")
      .select({ id: "a.id", number: "a.number", parentNumber: "p.number", title: "a.title" }),
);

const OFFERED_AT_MOST = 100;

/** What is still owed, the nearest first. */
export async function listOpenMilestones(db: Database, projectId: number): Promise<LogMilestone[]> {
  return milestoneRows(db, {}, { projectId });
}

const milestoneRows = keptStatement<object, { projectId: number }, LogMilestone>(
  (db, _form, { projectId }) =>
    db("milestones")
      .where("project_id", projectId)
      .whereNull("done_on")
      .whereNull("cancelled_on")
      .whereNull("archived_at")
      .orderBy("due_on")
      .orderBy("id")
      .limit(OFFERED_AT_MOST)
      .select({ id: "id", title: "title", dueOn: "due_on" }),
);

export interface LoggableProject {
  id: number;
  shortName: string;
}

/** Live projects within reach, or the one asked for, in which the viewer holds one of these roles (any, if null). */
export async function listLoggableProjects(
  db: Database,
  reach: Reach,
  roles: readonly string[] | null,
  projectId?: number,
): Promise<LoggableProject[]> {
  const query = db("projects as p")
    .whereNull("p.archived_at")
    .orderBy("p.sort_key")
    .orderBy("p.id");
  if (projectId !== undefined) query.where("p.id", projectId);
  if (roles) {
    // A list made once: a thousand projects would each be asked about.
    query.whereIn(
      "p.id",
      db("memberships as m")
        .whereIn("m.user_id", [...reach.userIds])
        .whereIn("m.role", roles)
        .select("m.project_id"),
    );
  }
  return withinReach(query, db, reach, "p.id")
    .limit(OFFERED_AT_MOST)
    .select({ id: "p.id", shortName: "p.short_name" });
}

/** Which of these activities the project has; archived ones too, for an older entry may name them. */
export async function listKnownActivities(
  db: Database,
  projectId: number,
  ids: readonly number[],
): Promise<KnownActivity[]> {
  return db("activities as a")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where("a.project_id", projectId)
    .whereIn("a.id", ids)
    .select({
      id: "a.id",
      number: "a.number",
      parentNumber: "p.number",
      title: "a.title",
      archivedAt: "a.archived_at",
    });
}

export interface KnownActivity extends LogActivity {
  archivedAt: string | null;
}

/** `closedOn`: the day it was done or cancelled. */
export async function findKnownMilestone(
  db: Database,
  key: { projectId: number; id: number },
): Promise<{ id: number; title: string; closedOn: string | null } | undefined> {
  return db("milestones")
    .where({ id: key.id, project_id: key.projectId })
    .whereNull("archived_at")
    .first({
      id: "id",
      title: "title",
      closedOn: db.raw("coalesce(done_on, cancelled_on)"),
    });
}
