import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { inForce } from "./facts.ts";

// What a month of projects still lacks: each question is asked once, of any number of projects.

export interface MissingScope {
  projectIds: readonly number[];
  month: string;
  /** First day of the month; what is asked for by day counts until `until`, its last day or today. */
  from: string;
  until: string;
  /** Things due before it are late: today, or the day after the month. */
  lateBefore: string;
  asOf: string;
}

/** Project → how many; those with none are left out. */
export type Counts = Map<number, number>;

/** Projects of which nothing was written into the log. */
export async function countWithoutLog(db: Database, scope: MissingScope): Promise<Counts> {
  return without(
    scope,
    db("log_entries as l")
      .whereIn("l.project_id", scope.projectIds)
      .whereBetween("l.happened_on", [scope.from, scope.until])
      .whereNull("l.archived_at")
      .distinct("l.project_id"),
  );
}

/** Projects whose manager did not say how they stand. */
export async function countWithoutStatus(db: Database, scope: MissingScope): Promise<Counts> {
  return without(
    scope,
    db("project_statuses as s")
      .whereIn("s.project_id", scope.projectIds)
      .whereBetween("s.valid_on", [scope.from, scope.until])
      .distinct("s.project_id"),
  );
}

/** Projects of whose money nothing is known: neither a declared sum in the month nor any expenditure. */
export async function countWithoutSpending(db: Database, scope: MissingScope): Promise<Counts> {
  const recorded = db("expenditures")
    .whereIn("project_id", scope.projectIds)
    .whereNotIn("state", ["planned", "ordered"])
    .whereNull("archived_at")
    .select("project_id");
  return without(
    scope,
    db("project_spends")
      .whereIn("project_id", scope.projectIds)
      .whereBetween("valid_on", [scope.from, scope.until])
      .select("project_id")
      .union([recorded]),
  );
}

/** Committed indicators that somebody enters and nobody entered for the month. */
export async function countIndicatorsWithoutValue(
  db: Database,
  scope: MissingScope,
): Promise<Counts> {
  const entered = inForce(db, "indicator_values", { on: scope.until, asOf: scope.asOf })
    .where("f.valid_on", ">=", scope.from)
    .whereRaw("f.indicator_id = i.id")
    .select(db.raw("1"));
  return counted(
    db("indicators as i")
      .where({ "i.is_committed": true, "i.origin": "declared" })
      .whereNull("i.archived_at")
      .whereNotExists(entered),
    "i",
    scope,
  );
}

/** Events that are over and neither closed nor cancelled. */
export async function countUnclosedEvents(db: Database, scope: MissingScope): Promise<Counts> {
  return counted(openEvents(db("events as e")).where("e.ends_on", "<=", scope.until), "e", scope);
}

/** Sessions held, in which somebody who was registered has no attendance. */
export async function countSessionsWithoutAttendance(
  db: Database,
  scope: MissingScope,
): Promise<Counts> {
  const unknown = db("registrations as r")
    .whereRaw("r.event_id = e.id")
    .where("r.state", "registered")
    .whereNotExists(
      db("attendances as a")
        .whereRaw("a.registration_id = r.id and a.session_id = s.id")
        .select(db.raw("1")),
    )
    .select(db.raw("1"));
  return counted(
    openEvents(db("event_sessions as s").join("events as e", "e.id", "s.event_id"))
      .whereNot("e.closing", "head-count")
      .where("s.held_on", "<=", scope.until)
      .whereExists(unknown),
    "e",
    scope,
  );
}

/** People paid directly who worked in the month and have no approved timesheet of it. */
export async function countMissingTimesheets(db: Database, scope: MissingScope): Promise<Counts> {
  const approved = db("timesheets as t")
    .whereRaw("t.assignment_id = a.id")
    .where({ "t.month": scope.month, "t.state": "approved" })
    .whereNull("t.archived_at")
    .select(db.raw("1"));
  return counted(
    db("staff_assignments as a")
      .join("positions as p", "p.id", "a.position_id")
      .where("p.funding", "direct")
      .whereNull("a.archived_at")
      .whereNull("p.archived_at")
      .where("a.starts_on", "<=", scope.until)
      .where((open) => open.whereNull("a.ends_on").orWhere("a.ends_on", ">=", scope.from))
      .whereNotExists(approved),
    "a",
    scope,
  );
}

/** Expenditures of that day or before which are still only planned or ordered. */
export async function countUndecidedExpenditures(
  db: Database,
  scope: MissingScope,
): Promise<Counts> {
  return counted(
    db("expenditures as x")
      .whereIn("x.state", ["planned", "ordered"])
      .whereNull("x.archived_at")
      .where("x.valid_on", "<=", scope.until),
    "x",
    scope,
  );
}

/** Duties and other milestones past their day. */
export async function countOverdue(db: Database, scope: MissingScope): Promise<Counts> {
  return counted(
    db("milestones as m")
      .whereNull("m.done_on")
      .whereNull("m.cancelled_on")
      .whereNull("m.archived_at")
      .where("m.due_on", "<", scope.lateBefore),
    "m",
    scope,
  );
}

/** Risks whose review has not taken place. */
export async function countRisksToReview(db: Database, scope: MissingScope): Promise<Counts> {
  return counted(
    db("risks as k")
      .whereNot("k.state", "closed")
      .whereNull("k.archived_at")
      .where("k.next_review_on", "<", scope.lateBefore),
    "k",
    scope,
  );
}

function openEvents(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.whereNotIn("e.state", ["closed", "cancelled"]).whereNull("e.archived_at");
}

async function counted(
  query: Knex.QueryBuilder,
  alias: string,
  { projectIds }: MissingScope,
): Promise<Counts> {
  const rows: { projectId: number; n: number | string }[] = await query
    .whereIn(`${alias}.project_id`, projectIds)
    .groupBy(`${alias}.project_id`)
    .select({ projectId: `${alias}.project_id` })
    .count({ n: "*" });
  return new Map(rows.map(({ projectId, n }) => [projectId, Number(n)]));
}

async function without({ projectIds }: MissingScope, present: Knex.QueryBuilder): Promise<Counts> {
  const rows: { project_id: number }[] = await present;
  const known = new Set(rows.map((row) => row.project_id));
  return new Map(projectIds.filter((id) => !known.has(id)).map((id) => [id, 1]));
}
