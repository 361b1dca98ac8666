import type { Database } from "../connection.ts";
import type { Health } from "./project-list.ts";
import type { Phase } from "./projects.ts";
import { type Reach, withinReach } from "./reach.ts";

export interface Standing {
  id: number;
  title: string;
  shortName: string;
  registrationNumber: string | null;
  department: string | null;
  phase: Phase;
  startsOn: string;
  endsOn: string;
  totalHalere: number | null;
  spentHalere: number | null;
  spentOn: string | null;
  physicalBp: number | null;
  indicatorsBp: number | null;
  indicatorsMet: number;
  indicatorsWithTarget: number;
  health: Health | null;
  healthOn: string | null;
  healthSentence: string | null;
  decisionNeeded: string | null;
  healthByName: string | null;
  managerName: string | null;
  /** Of all projects that fit. */
  total: number;
}

export interface StandingScope {
  projectId?: number | undefined;
  department?: string | undefined;
  onlyMine: boolean;
  today: string;
  limit: number;
  offset: number;
}

/** Projects as they stand: one page of those not yet ended, or the one asked for. Worst first. */
export async function listStandings(
  db: Database,
  reach: Reach,
  scope: StandingScope,
): Promise<Standing[]> {
  const query = db("projects as p")
    .join("project_totals as t", "t.project_id", "p.id")
    .leftJoin("users as h", "h.id", "t.health_by")
    .whereNull("p.archived_at");
  if (scope.projectId !== undefined) query.where("p.id", scope.projectId);
  else query.where("p.ends_on", ">=", scope.today);
  if (scope.department !== undefined) query.where("p.department", scope.department);
  if (scope.onlyMine) {
    query.whereExists(
      db("memberships as own")
        .whereRaw("own.project_id = p.id")
        .whereIn("own.user_id", [...reach.userIds])
        .select(db.raw("1")),
    );
  }
  const rows = await withinReach(query, db, reach, "p.id")
    .orderByRaw(
      `case t.health when 'off-track' then 0 when 'at-risk' then 1 when 'on-hold' then 2
       when 'on-track' then 4 else 3 end`,
    )
    .orderBy(["p.sort_key", "p.id"])
    .limit(scope.limit)
    .offset(scope.offset)
    .select({
      id: "p.id",
      title: "p.title",
      shortName: "p.short_name",
      registrationNumber: "p.registration_number",
      department: "p.department",
      phase: "p.phase",
      startsOn: "p.starts_on",
      endsOn: "p.ends_on",
      totalHalere: "p.total_halere",
      spentHalere: "t.spent_halere",
      spentOn: "t.spent_on",
      physicalBp: "t.physical_bp",
      indicatorsBp: "t.indicators_bp",
      indicatorsMet: "t.indicators_met",
      indicatorsWithTarget: "t.indicators_with_target",
      health: "t.health",
      healthOn: "t.health_on",
      healthSentence: "t.health_sentence",
      decisionNeeded: "t.decision_needed",
      healthByName: "h.name",
      managerName: db("memberships as mm")
        .join("users as u", "u.id", "mm.user_id")
        .whereRaw("mm.project_id = p.id")
        .where("mm.role", "manager")
        .orderBy("mm.id")
        .limit(1)
        .select("u.name"),
      total: db.raw("count(*) over ()"),
    });
  return rows.map((row: Standing) => ({ ...row, total: Number(row.total) }));
}

export interface StandingMilestone {
  id: number;
  projectId: number;
  title: string;
  dueOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
  ownerName: string | null;
}

/** What is open up to a day, and what was done since a day, of several projects at once. */
export async function listStandingMilestones(
  db: Database,
  of: { projectIds: number[]; openTo: string; doneFrom: string },
): Promise<StandingMilestone[]> {
  return db("milestones as m")
    .leftJoin("users as u", "u.id", "m.owner_user_id")
    .leftJoin("contacts as c", "c.id", "m.owner_contact_id")
    .whereIn("m.project_id", of.projectIds)
    .whereNull("m.archived_at")
    .whereNull("m.cancelled_on")
    .where((either) => {
      either
        .where((open) => open.whereNull("m.done_on").where("m.due_on", "<=", of.openTo))
        .orWhere("m.done_on", ">=", of.doneFrom);
    })
    .orderBy(["m.due_on", "m.id"])
    .select({
      id: "m.id",
      projectId: "m.project_id",
      title: "m.title",
      dueOn: "m.due_on",
      doneOn: "m.done_on",
      cancelledOn: "m.cancelled_on",
      ownerName: db.raw("coalesce(u.name, c.name)"),
    });
}

export interface StandingIndicator {
  projectId: number;
  code: string | null;
  name: string;
  unit: string;
  decimals: number;
  isCommitted: boolean;
  direction: "up" | "down";
  baseline: number | null;
  target: number | null;
  achieved: number | null;
}

export async function listStandingIndicators(
  db: Database,
  projectIds: number[],
): Promise<StandingIndicator[]> {
  return db("indicators")
    .whereIn("project_id", projectIds)
    .whereNull("archived_at")
    .whereNot("value_type", "text")
    .orderBy(["position", "id"])
    .select({
      projectId: "project_id",
      code: "code",
      name: "name",
      unit: "unit",
      decimals: "decimals",
      isCommitted: "is_committed",
      direction: "direction",
      baseline: "baseline",
      target: "target",
      achieved: "achieved",
    });
}

/** Departments of the projects within reach, for the filter. */
export async function listDepartments(db: Database, reach: Reach): Promise<string[]> {
  const query = db("projects as p").whereNull("p.archived_at").whereNotNull("p.department");
  return withinReach(query, db, reach, "p.id")
    .distinct("p.department")
    .orderBy("p.department")
    .pluck("p.department");
}
