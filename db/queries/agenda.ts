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
  limit?: number | undefined;
  offset?: number;
}

/**
 * The one source of dates: home, agenda, timeline, mails and summaries take them from here. Only what is
 * open is listed; each part of the product adds its branch to `BRANCHES`.
 */
export async function listAgenda(db: Database, scope: AgendaScope): Promise<AgendaRow[]> {
  const projectIds = await projectsOf(db, scope);
  const page = db
    .select("a.*")
    .from(agenda(db, scope, projectIds, rowOf))
    .orderBy(inOrder("a"));
  if (scope.limit !== undefined) page.limit(scope.limit).offset(scope.offset ?? 0);
  return db
    .select({
      objectType: "k.object_type",
      objectId: "k.object_id",
      pageId: "k.page_id",
      projectId: "k.project_id",
      projectName: "p.short_name",
      kind: "k.kind",
      title: "k.title",
      periodNumber: "k.period_number",
      dueOn: "k.due_on",
      remindOn: "k.remind_on",
      ownerUserId: "u.id",
      ownerName: "u.name",
      contactName: "c.name",
    })
    .from(page.as("k"))
    .leftJoin("projects as p", "p.id", "k.project_id")
    .leftJoin("users as u", db.raw(`u.id = ${answeringUser("k.owner_user_id", "k.project_id")}`))
    .leftJoin("contacts as c", "c.id", "k.owner_contact_id")
    .orderBy(inOrder("k"));
}

function inOrder(alias: string): string[] {
  return ["due_on", "project_id", "object_type", "object_id"].map((name) => `${alias}.${name}`);
}

/** How many things are due on each day: what the counts of the sections are added up from. */
export async function countAgendaByDay(
  db: Database,
  scope: AgendaScope,
): Promise<{ dueOn: string; count: number }[]> {
  const projectIds = await projectsOf(db, scope);
  const rows = await db
    .select({ dueOn: "a.due_on", count: db.raw("count(*)") })
    .from(agenda(db, { ...scope, limit: undefined }, projectIds, dayOf))
    .groupBy("a.due_on");
  return rows.map((row) => ({ dueOn: row.dueOn, count: Number(row.count) }));
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
function openMilestones(db: Database, scope: AgendaScope): Branch {
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

function periodEnds(db: Database, scope: AgendaScope): Branch {
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

function projectTargets(db: Database, scope: AgendaScope): Branch {
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

function periodTargets(db: Database, scope: AgendaScope): Branch {
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

type Selection = (columns: Columns) => string[];

// The ids come in ready: a query that an async function gives back would be run by the waiting.
function agenda(
  db: Database,
  scope: AgendaScope,
  projectIds: number[] | undefined,
  selection: Selection,
): Knex.QueryBuilder {
  const [first, ...rest] = BRANCHES.map((each) => {
    const { query, columns } = each(db, scope);
    if (projectIds) query.whereIn("x.project_id", projectIds);
    query.select(selection(columns).map((column) => db.raw(column)));
    return db.select("*").from(cutOff(query, columns, scope).as("b"));
  });
  return (first as Knex.QueryBuilder).unionAll(rest).as("a");
}

/** Asked for beforehand, so that every branch begins at the few projects of a reader, not at all dates. */
async function projectsOf(
  db: Database,
  { projectId, reach }: AgendaScope,
): Promise<number[] | undefined> {
  if (!reach || reach.seesEverything) return projectId === undefined ? undefined : [projectId];
  const query = db("projects as r").whereNull("r.archived_at").select("r.id");
  if (projectId !== undefined) query.where("r.id", projectId);
  const rows: { id: number }[] = await withinReach(query, db, reach, "r.id");
  return rows.map((row) => row.id);
}

/** No branch can give more rows of a page than the page ends at; in the order of its index it stops there. */
function cutOff(
  query: Knex.QueryBuilder,
  { dueOn, objectId }: Columns,
  { limit, offset = 0 }: AgendaScope,
): Knex.QueryBuilder {
  if (limit === undefined) return query;
  return query.orderBy([dueOn, "x.project_id", objectId]).limit(offset + limit);
}

interface Branch {
  query: Knex.QueryBuilder;
  columns: Columns;
}

/** Narrows a branch to the scope and to projects still alive, in a way that leaves the lead to its index. */
function branch(
  query: Knex.QueryBuilder,
  db: Database,
  scope: AgendaScope,
  columns: Columns,
): Branch {
  query.whereNotExists(
    db("projects as q")
      .whereRaw("q.id = x.project_id")
      .whereNotNull("q.archived_at")
      .select(db.raw("1")),
  );
  if (scope.from !== undefined) query.where(columns.dueOn, ">=", scope.from);
  if (scope.to !== undefined) query.where(columns.dueOn, "<=", scope.to);
  if (scope.remindTo !== undefined) query.where(columns.remindOn, "<=", scope.remindTo);
  if (scope.ownerUserId !== undefined)
    query.whereRaw(`${answeringUser(columns.ownerUserId, "x.project_id")} = ?`, [
      scope.ownerUserId,
    ]);
  return { query, columns };
}

function dayOf(columns: Columns): string[] {
  return [`${columns.dueOn} as due_on`];
}

function rowOf(columns: Columns): string[] {
  return [
    `'${columns.objectType}' as object_type`,
    `${columns.objectId} as object_id`,
    `${columns.pageId} as page_id`,
    "x.project_id as project_id",
    `${columns.kind} as kind`,
    `${columns.title ?? "cast(null as text)"} as title`,
    `${columns.periodNumber ?? NO_NUMBER} as period_number`,
    `${columns.dueOn} as due_on`,
    `${columns.remindOn} as remind_on`,
    `${columns.ownerUserId ?? NO_NUMBER} as owner_user_id`,
    `${columns.ownerContactId ?? NO_NUMBER} as owner_contact_id`,
  ];
}

const NO_NUMBER = "cast(null as integer)";

/** Its owner with a live account, else the first manager of the project. */
function answeringUser(ownerUserId: string | null, projectId: string): string {
  const manager = `(select min(m.user_id) from memberships m join users mu on mu.id = m.user_id
    where m.project_id = ${projectId} and m.role = 'manager' and mu.deactivated_at is null)`;
  if (ownerUserId === null) return manager;
  const owner = `(select o.id from users o where o.id = ${ownerUserId} and o.deactivated_at is null)`;
  return `coalesce(${owner}, ${manager})`;
}
