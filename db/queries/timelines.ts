import type { Database } from "../connection.ts";
import type { MilestoneKind } from "./milestones.ts";
import type { Health } from "./project-list.ts";
import type { Phase } from "./projects.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface TimelinePin {
  id: number;
  projectId: number;
  activityId: number | null;
  objectType: "milestone" | "event" | "internship" | "campaign";
  kind: MilestoneKind | "event";
  /** Null for a confidential event. */
  title: string | null;
  /** Its last day, if it lasts longer. */
  endsOn: string | null;
  dueOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
  ownerName: string | null;
}

/** Everything with one date of a project, done or not; the agenda lists only what is still open. */
export async function listTimelinePins(db: Database, projectId: number): Promise<TimelinePin[]> {
  return pins(db).where("m.project_id", projectId);
}

/** The same for several projects at once, within days that are drawn. */
export async function listPortfolioPins(
  db: Database,
  of: { projectIds: number[]; from: string; to: string },
): Promise<TimelinePin[]> {
  return pins(db)
    .whereIn("m.project_id", of.projectIds)
    .whereBetween("m.due_on", [of.from, of.to])
    .whereNot("m.kind", "task");
}

function pins(db: Database) {
  return (
    db("milestones as m")
      .leftJoin("users as u", "u.id", "m.owner_user_id")
      .leftJoin("contacts as c", "c.id", "m.owner_contact_id")
      .whereNull("m.archived_at")
      .whereNull("m.cancelled_on")
      // What is kept for ten years after the end would squeeze the project into a corner.
      .where((kept) => kept.whereNull("m.duty").orWhereNot("m.duty", "like", "archive-%"))
      .orderBy(["m.due_on", "m.id"])
      .select({
        id: "m.id",
        projectId: "m.project_id",
        activityId: "m.activity_id",
        objectType: db.raw("'milestone'"),
        kind: "m.kind",
        title: "m.title",
        endsOn: db.raw("cast(null as date)"),
        dueOn: "m.due_on",
        doneOn: "m.done_on",
        cancelledOn: "m.cancelled_on",
        ownerName: db.raw("coalesce(u.name, c.name)"),
      })
  );
}

export interface TimelineProject {
  id: number;
  title: string;
  shortName: string;
  startsOn: string;
  endsOn: string;
  phase: Phase;
  health: Health | null;
  physicalBp: number | null;
  /** Of all projects that the page could show. */
  total: number;
}

/** Projects within reach in the order of their ends: those that run come first. */
export async function listTimelineProjects(
  db: Database,
  reach: Reach,
  page: { today: string; onlyRunning: boolean; limit: number; offset: number },
): Promise<TimelineProject[]> {
  const query = db("projects as p")
    .join("project_totals as t", "t.project_id", "p.id")
    .whereNull("p.archived_at");
  if (page.onlyRunning) query.where("p.ends_on", ">=", page.today);
  return withinReach(query, db, reach, "p.id")
    .orderByRaw("case when p.ends_on < ? then 1 else 0 end", [page.today])
    .orderBy(["p.starts_on", "p.id"])
    .limit(page.limit)
    .offset(page.offset)
    .select({
      id: "p.id",
      title: "p.title",
      shortName: "p.short_name",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      phase: "p.phase",
      health: "t.health",
      physicalBp: "t.physical_bp",
      total: db.raw("count(*) over ()"),
    });
}
