import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";
import type { MilestoneKind } from "./milestones.ts";
import type { Health } from "./project-list.ts";

// What the figures of a month are made of, for any number of projects at once. Names, targets and shares keep
// no day of their own and are read as they stand; whether a record existed is asked as of the moment.

type Ids = readonly number[];

export interface ProjectOfMonth {
  id: number;
  shortName: string;
  title: string;
  startsOn: string;
  endsOn: string;
  totalHalere: number | null;
}

export async function listProjectsOfMonth(db: Database, ids: Ids): Promise<ProjectOfMonth[]> {
  return db("projects").whereIn("id", ids).orderBy(["sort_key", "id"]).select({
    id: "id",
    shortName: "short_name",
    title: "title",
    startsOn: "starts_on",
    endsOn: "ends_on",
    totalHalere: "total_halere",
  });
}

export interface IndicatorOfMonth {
  id: number;
  projectId: number;
  code: string | null;
  name: string;
  unit: string;
  valueType: "number" | "percentage" | "text";
  behaviour: "increment" | "state";
  direction: "up" | "down";
  decimals: number;
  baseline: number | null;
  isCommitted: boolean;
  target: number | null;
  targetText: string | null;
}

export async function listIndicatorsOfMonth(
  db: Database,
  projectIds: Ids,
  asOf: string,
): Promise<IndicatorOfMonth[]> {
  const rows = await known(db("indicators as i"), "i", asOf)
    .whereIn("i.project_id", projectIds)
    .orderBy(["i.project_id", "i.position", "i.id"])
    .select({
      id: "i.id",
      projectId: "i.project_id",
      code: "i.code",
      name: "i.name",
      unit: "i.unit",
      valueType: "i.value_type",
      behaviour: "i.behaviour",
      direction: "i.direction",
      decimals: "i.decimals",
      baseline: "i.baseline",
      isCommitted: "i.is_committed",
      target: "i.target",
      targetText: "i.target_text",
    });
  return rows.map((row: IndicatorOfMonth) => ({ ...row, isCommitted: Boolean(row.isCommitted) }));
}

export interface ActivityOfMonth {
  id: number;
  projectId: number;
  parentId: number | null;
  number: string;
  parentNumber: string | null;
  title: string;
  state: string;
  shareBp: number | null;
}

export async function listActivitiesOfMonth(
  db: Database,
  projectIds: Ids,
  asOf: string,
): Promise<ActivityOfMonth[]> {
  return known(db("activities as a"), "a", asOf)
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .whereIn("a.project_id", projectIds)
    .orderByRaw("coalesce(p.position, a.position), a.parent_id is not null, a.position, a.id")
    .select({
      id: "a.id",
      projectId: "a.project_id",
      parentId: "a.parent_id",
      number: "a.number",
      parentNumber: "p.number",
      title: "a.title",
      state: "a.state",
      shareBp: "a.share_bp",
    });
}

/** A per cent of an activity; the later ones come later. */
export interface PercentInForce {
  activityId: number;
  percent: number | null;
  validOn: string;
}

export async function listPercentsInForce(
  db: Database,
  projectIds: Ids,
  moment: Moment,
): Promise<PercentInForce[]> {
  return inForce(db, "activity_progress", moment)
    .join("activities as a", "a.id", "f.activity_id")
    .whereIn("a.project_id", projectIds)
    .orderBy(BY_DAY)
    .select({ activityId: "f.activity_id", percent: "f.percent", validOn: "f.valid_on" });
}

export interface StatusInForce {
  projectId: number;
  health: Health;
  sentence: string;
  decisionNeeded: string | null;
  validOn: string;
}

export async function listStatusesInForce(
  db: Database,
  projectIds: Ids,
  moment: Moment,
): Promise<StatusInForce[]> {
  return inForce(db, "project_statuses", moment)
    .whereIn("f.project_id", projectIds)
    .orderBy(BY_DAY)
    .select({
      projectId: "f.project_id",
      health: "f.health",
      sentence: "f.sentence",
      decisionNeeded: "f.decision_needed",
      validOn: "f.valid_on",
    });
}

export interface SpendInForce {
  projectId: number;
  spentHalere: number | null;
  validOn: string;
}

export async function listSpendsInForce(
  db: Database,
  projectIds: Ids,
  moment: Moment,
): Promise<SpendInForce[]> {
  return inForce(db, "project_spends", moment)
    .whereIn("f.project_id", projectIds)
    .orderBy(BY_DAY)
    .select({ projectId: "f.project_id", spentHalere: "f.spent_halere", validOn: "f.valid_on" });
}

const BY_DAY = ["f.valid_on", "f.recorded_at", "f.id"];

export interface LogEntryOfMonth {
  id: number;
  projectId: number;
  happenedOn: string;
  body: string;
  workedMinutes: number | null;
}

export async function listLogOfMonth(
  db: Database,
  projectIds: Ids,
  span: { from: string; to: string; asOf: string },
): Promise<LogEntryOfMonth[]> {
  return known(db("log_entries as l"), "l", span.asOf)
    .whereIn("l.project_id", projectIds)
    .whereBetween("l.happened_on", [span.from, span.to])
    .orderBy(["l.happened_on", "l.id"])
    .select({
      id: "l.id",
      projectId: "l.project_id",
      happenedOn: "l.happened_on",
      body: "l.body",
      workedMinutes: "l.worked_minutes",
    });
}

/** Activities that the entries of those days speak of. */
export async function listLogActivitiesOfMonth(
  db: Database,
  projectIds: Ids,
  span: { from: string; to: string },
): Promise<{ entryId: number; activityId: number }[]> {
  return db("log_entry_activities as x")
    .join("log_entries as l", "l.id", "x.log_entry_id")
    .whereIn("l.project_id", projectIds)
    .whereBetween("l.happened_on", [span.from, span.to])
    .orderBy("x.id")
    .select({ entryId: "x.log_entry_id", activityId: "x.activity_id" });
}

export interface MilestoneOfMonth {
  id: number;
  projectId: number;
  kind: MilestoneKind;
  title: string;
  dueOn: string;
  baselineDueOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
}

export async function listMilestonesOfMonth(
  db: Database,
  projectIds: Ids,
  asOf: string,
): Promise<MilestoneOfMonth[]> {
  return known(db("milestones as m"), "m", asOf)
    .whereIn("m.project_id", projectIds)
    .orderBy(["m.due_on", "m.id"])
    .select({
      id: "m.id",
      projectId: "m.project_id",
      kind: "m.kind",
      title: "m.title",
      dueOn: "m.due_on",
      baselineDueOn: "m.baseline_due_on",
      doneOn: "m.done_on",
      cancelledOn: "m.cancelled_on",
    });
}

export interface StateOfMilestone {
  milestoneId: number;
  state: "open" | "done" | "cancelled";
  validOn: string;
  recordedAt: string;
}

/** Every state of the projects' milestones in the order of writing, later ones too. */
export async function listStatesOfMilestones(
  db: Database,
  projectIds: Ids,
): Promise<StateOfMilestone[]> {
  return ofMilestones(db, "milestone_states", projectIds).select({
    milestoneId: "f.milestone_id",
    state: "f.state",
    validOn: "f.valid_on",
    recordedAt: "f.recorded_at",
  });
}

export interface MoveOfMilestone {
  milestoneId: number;
  dueOn: string;
  recordedAt: string;
}

/** Every move of the projects' milestones in the order of writing, later ones too. */
export async function listMovesOfMilestones(
  db: Database,
  projectIds: Ids,
): Promise<MoveOfMilestone[]> {
  return ofMilestones(db, "milestone_dates", projectIds).select({
    milestoneId: "f.milestone_id",
    dueOn: "f.due_on",
    recordedAt: "f.recorded_at",
  });
}

function ofMilestones(db: Database, table: string, projectIds: Ids): Knex.QueryBuilder {
  return db(`${table} as f`)
    .join("milestones as m", "m.id", "f.milestone_id")
    .whereIn("m.project_id", projectIds)
    .orderBy(["f.recorded_at", "f.id"]);
}

/** There by that instant and not yet archived. */
function known(query: Knex.QueryBuilder, alias: string, asOf: string): Knex.QueryBuilder {
  return query
    .where(`${alias}.created_at`, "<=", asOf)
    .where((live) =>
      live.whereNull(`${alias}.archived_at`).orWhere(`${alias}.archived_at`, ">", asOf),
    );
}
