import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { type Reach, withinReach } from "./reach.ts";

export type AgendaObject = "milestone" | "period" | "indicator" | "indicator-target";

/** One thing with a date that somebody is to keep, wherever it is stored. */
export interface AgendaRow {
  objectType: AgendaObject;
  objectId: number;
  /** The record on whose page it is found: for the target of an indicator the indicator. */
  pageId: number;
  projectId: number;
  projectName: string;
  /** Kind of milestone; `period-end` and `target` for the others. */
  kind: string;
  /** Null for the end of a period, which is told by its number. */
  title: string | null;
  periodNumber: number | null;
  dueOn: string;
  /** Anchor of reminders before the day. */
  remindOn: string;
  /** The account that answers for it and is reminded: its owner, else the project's manager. */
  ownerUserId: number | null;
  ownerName: string | null;
  /** The owner without an account, whom the manager stands in for. */
  contactName: string | null;
}

/** Which part of the agenda. Days are inclusive; `remindTo` narrows by the anchor of reminders instead. */
export interface AgendaScope {
  today: string;
  reach?: Reach;
  projectId?: number | undefined;
  projectIds?: readonly number[];
  ownerUserId?: number | undefined;
  from?: string;
  to?: string;
  remindTo?: string;
  limit?: number;
  offset?: number;
}

/**
 * The one source of dates: home, agenda, timeline, mails and summaries take them from here. Only what is
 * open is listed; each part of the product adds its branch to `BRANCHES`.
 */
export async function listAgenda(db: Database, scope: AgendaScope): Promise<AgendaRow[]> {
  const query = db
    .select({
      objectType: "a.object_type",
      objectId: "a.object_id",
      pageId: "a.page_id",
      projectId: "a.project_id",
      projectName: "p.short_name",
      kind: "a.kind",
      title: "a.title",
      periodNumber: "a.period_number",
      dueOn: "a.due_on",
      remindOn: "a.remind_on",
      ownerUserId: "a.user_id",
      ownerName: "u.name",
      contactName: "c.name",
    })
    .from(agenda(db, scope))
    .join("projects as p", "p.id", "a.project_id")
    .leftJoin("users as u", "u.id", "a.user_id")
    .leftJoin("contacts as c", "c.id", "a.contact_id")
    .orderBy(["a.due_on", "a.project_id", "a.object_type", "a.object_id"]);
  if (scope.limit !== undefined) query.limit(scope.limit).offset(scope.offset ?? 0);
  return query;
}

/** How many things are due on each day: what the counts of the sections are added up from. */
export async function countAgendaByDay(
  db: Database,
  scope: AgendaScope,
): Promise<{ dueOn: string; count: number }[]> {
  const rows = await db
    .select({ dueOn: "a.due_on" })
    .count({ count: "*" })
    .from(agenda(db, scope))
    .groupBy("a.due_on");
  return rows.map((row) => ({ dueOn: String(row.dueOn), count: Number(row.count) }));
}

/** The people who answer for something in this part of the agenda. */
export async function listAgendaPeople(
  db: Database,
  scope: AgendaScope,
  limit: number,
): Promise<{ id: number; name: string }[]> {
  const theirs = db.select("a.user_id").from(agenda(db, scope));
  return db("users as u")
    .whereIn("u.id", theirs)
    .orderBy(["u.sort_key", "u.id"])
    .limit(limit)
    .select({ id: "u.id", name: "u.name" });
}

export async function listAgendaProjects(
  db: Database,
  scope: AgendaScope,
  limit: number,
): Promise<{ id: number; name: string }[]> {
  const theirs = db.select("a.project_id").from(agenda(db, scope));
  return db("projects as p")
    .whereIn("p.id", theirs)
    .orderBy(["p.sort_key", "p.id"])
    .limit(limit)
    .select({ id: "p.id", name: "p.short_name" });
}

/** Where a branch finds what every row of the agenda has; null where it has none. */
interface Columns {
  objectType: AgendaObject;
  kind: string;
  title: string | null;
  objectId: string;
  pageId: string;
  periodNumber: string | null;
  dueOn: string;
  remindOn: string;
  ownerUserId: string | null;
  ownerContactId: string | null;
}

/** Milestones stay until they are done or cancelled; passed by their day they are overdue. */
function openMilestones(db: Database, scope: AgendaScope): Knex.QueryBuilder {
  const query = db("milestones as x")
    .whereNull("x.done_on")
    .whereNull("x.cancelled_on")
    .whereNull("x.archived_at");
  return branch(query, db, scope, {
    objectType: "milestone",
    kind: "x.kind",
    title: "x.title",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.due_on",
    remindOn: "x.remind_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

// Ends of periods and days of targets come and pass by themselves: they are never overdue.

function periodEnds(db: Database, scope: AgendaScope): Knex.QueryBuilder {
  const query = db("monitoring_periods as x").where("x.ends_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "period",
    kind: "'period-end'",
    title: null,
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: "x.number",
    dueOn: "x.ends_on",
    remindOn: "x.ends_on",
    ownerUserId: null,
    ownerContactId: null,
  });
}

function projectTargets(db: Database, scope: AgendaScope): Knex.QueryBuilder {
  const query = db("indicators as x")
    .whereNull("x.archived_at")
    .where("x.target_on", ">=", scope.today)
    .whereRaw("(x.target is not null or x.target_text is not null)")
    .whereRaw(
      "not coalesce(case x.direction when 'up' then x.achieved >= x.target else x.achieved <= x.target end, false)",
    );
  return branch(query, db, scope, {
    objectType: "indicator",
    kind: "'target'",
    title: "x.name",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.target_on",
    remindOn: "x.target_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: null,
  });
}

function periodTargets(db: Database, scope: AgendaScope): Knex.QueryBuilder {
  const query = db("monitoring_periods as y")
    .join("indicator_targets as t", "t.period_id", "y.id")
    .join("indicators as x", "x.id", "t.indicator_id")
    .whereNull("x.archived_at")
    .where("y.ends_on", ">=", scope.today)
    .whereRaw("(t.target is not null or t.target_text is not null)");
  return branch(query, db, scope, {
    objectType: "indicator-target",
    kind: "'target'",
    title: "x.name",
    objectId: "t.id",
    pageId: "x.id",
    periodNumber: "y.number",
    dueOn: "y.ends_on",
    remindOn: "y.ends_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: null,
  });
}

const BRANCHES = [openMilestones, periodEnds, projectTargets, periodTargets];

function agenda(db: Database, scope: AgendaScope): Knex.QueryBuilder {
  const [first, ...rest] = BRANCHES.map((each) => each(db, scope));
  return (first as Knex.QueryBuilder).unionAll(rest).as("a");
}

/** Gives a branch its columns and narrows it to the scope, the projects within reach and those still alive. */
function branch(
  query: Knex.QueryBuilder,
  db: Database,
  scope: AgendaScope,
  columns: Columns,
): Knex.QueryBuilder {
  query.join("projects as q", "q.id", "x.project_id").whereNull("q.archived_at");
  if (scope.reach) withinReach(query, db, scope.reach, "q.id");
  if (scope.projectId !== undefined) query.where("x.project_id", scope.projectId);
  if (scope.projectIds) query.whereIn("x.project_id", scope.projectIds);
  if (scope.from !== undefined) query.where(columns.dueOn, ">=", scope.from);
  if (scope.to !== undefined) query.where(columns.dueOn, "<=", scope.to);
  if (scope.remindTo !== undefined) query.where(columns.remindOn, "<=", scope.remindTo);
  const answering = answeringUser(columns.ownerUserId);
  if (scope.ownerUserId !== undefined) query.whereRaw(`${answering} = ?`, [scope.ownerUserId]);
  return query.select(
    db.raw(`'${columns.objectType}' as object_type`),
    db.raw(`${columns.objectId} as object_id`),
    db.raw(`${columns.pageId} as page_id`),
    db.raw("x.project_id as project_id"),
    db.raw(`${columns.kind} as kind`),
    db.raw(`${columns.title ?? "cast(null as text)"} as title`),
    db.raw(`${columns.periodNumber ?? NO_NUMBER} as period_number`),
    db.raw(`${columns.dueOn} as due_on`),
    db.raw(`${columns.remindOn} as remind_on`),
    db.raw(`${answering} as user_id`),
    db.raw(`${columns.ownerContactId ?? NO_NUMBER} as contact_id`),
  );
}

const NO_NUMBER = "cast(null as integer)";

/** Its owner with a live account, else the first manager of the project. */
function answeringUser(ownerUserId: string | null): string {
  const manager = `(select min(m.user_id) from memberships m join users mu on mu.id = m.user_id
    where m.project_id = x.project_id and m.role = 'manager' and mu.deactivated_at is null)`;
  if (ownerUserId === null) return manager;
  const owner = `(select o.id from users o where o.id = ${ownerUserId} and o.deactivated_at is null)`;
  return `coalesce(${owner}, ${manager})`;
}
