import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { answeringUser, type Columns } from "./agenda-branch.ts";
import { BRANCHES } from "./agenda-branches.ts";
import { marksFor, type Reach, withinReach } from "./reach.ts";

export const agendaObjects = [
  "milestone",
  "period",
  "indicator",
  "indicator-target",
  "event",
  "event-closing",
  "internship",
  "campaign",
  "risk-review",
  "remedy",
  "submission",
  "report-answer",
  "output-comments",
  "internship-end",
  "control",
  "nomination",
  "internship-confirmation",
  "exit",
  "awaited-document",
] as const;
export type AgendaObject = (typeof agendaObjects)[number];

/** One thing with a date that somebody is to keep, wherever it is stored. */
export interface AgendaRow {
  objectType: AgendaObject;
  objectId: number;
  /** The record on whose page it is found: for the target of an indicator the indicator. */
  pageId: number;
  projectId: number;
  projectName: string;
  programme: string;
  /** Kind of milestone; `period-end` and `target` for the others. */
  kind: string;
  /** Null for the end of a period, which is told by its number, and for a confidential event. */
  title: string | null;
  periodNumber: number | null;
  /** Of what is told by how many there are, as exits to record; else null. */
  count: number | null;
  dueOn: string;
  /** Anchor of reminders before the day. */
  remindOn: string;
  /** The account that answers for it and is reminded: its owner, else the project's manager. */
  ownerUserId: number | null;
  ownerName: string | null;
  /** The owner without an account, whom the manager stands in for. */
  contactName: string | null;
  /** Who is written down as its owner, whatever has become of them since. */
  namedUserId: number | null;
  namedContactId: number | null;
}

/** Which part of the agenda, at least one branch of it. Days are inclusive; `remindTo` narrows by the anchor of reminders instead. */
export interface AgendaScope {
  today: string;
  reach?: Reach | undefined;
  projectId?: number | undefined;
  /** Several of them, where no single one is named. */
  projectIds?: readonly number[] | undefined;
  /** Whoever answers for it is this person, or one of these: somebody and those they stand in for. */
  ownerUserId?: number | readonly number[] | undefined;
  /** Only these; the other branches are not even asked. */
  objectTypes?: readonly AgendaObject[];
  /** Only of these kinds, whatever the branch. */
  kinds?: readonly string[];
  from?: string;
  to?: string;
  remindTo?: string;
  limit?: number | undefined;
  offset?: number;
}

/**
 * The one source of dates: home, agenda, timeline, mails and summaries take them from here. Only what is
 * open is listed; each part of the product adds a branch.
 */
export async function listAgenda(db: Database, scope: AgendaScope): Promise<AgendaRow[]> {
  return agendaRows(db, ...(await asked(db, scope)));
}

const agendaRows = keptStatement<Form, Values, AgendaRow>((db, form, marks) => {
  const rows: Part = (query, columns) =>
    cutOff(query, columns, form).select(rowOf(columns).map((column) => db.raw(column)));
  const page = db
    .select("a.*")
    .from(agenda(db, form, marks, rows))
    .orderBy(inOrder("a"));
  if (form.limit !== undefined) page.limit(form.limit).offset(form.offset ?? 0);
  return db
    .select({
      objectType: "k.object_type",
      objectId: "k.object_id",
      pageId: "k.page_id",
      projectId: "k.project_id",
      projectName: "p.short_name",
      programme: "p.programme",
      kind: "k.kind",
      title: "k.title",
      periodNumber: "k.period_number",
      count: "k.count",
      dueOn: "k.due_on",
      remindOn: "k.remind_on",
      ownerUserId: "u.id",
      ownerName: "u.name",
      contactName: "c.name",
      namedUserId: "k.owner_user_id",
      namedContactId: "k.owner_contact_id",
    })
    .from(page.as("k"))
    .leftJoin("projects as p", "p.id", "k.project_id")
    .leftJoin("users as u", db.raw(`u.id = ${answeringUser("k.owner_user_id", "k.project_id")}`))
    .leftJoin("contacts as c", "c.id", "k.owner_contact_id")
    .orderBy(inOrder("k"));
});

function inOrder(alias: string): string[] {
  return ["due_on", "project_id", "object_type", "object_id"].map((name) => `${alias}.${name}`);
}

/** How many things are due on each day: what the counts of the sections are added up from. */
export async function countAgendaByDay(
  db: Database,
  scope: AgendaScope,
): Promise<{ dueOn: string; count: number }[]> {
  const rows = await agendaDays(db, ...(await asked(db, scope)));
  return rows.map((row) => ({ dueOn: row.dueOn, count: Number(row.count) }));
}

const agendaDays = keptStatement<Form, Values, { dueOn: string; count: number | string }>(
  (db, form, marks) => {
    // Added up within each branch first, in the order of its index: thousands of rows would be put in order again.
    const days = agenda(db, form, marks, (query, { dueOn }) =>
      query.select(db.raw(`${dueOn} as due_on, count(*) as count`)).groupByRaw(dueOn),
    );
    return db
      .select({ dueOn: "a.due_on", count: db.raw("sum(a.count)") })
      .from(days)
      .groupBy("a.due_on");
  },
);

/** What the text of a statement depends on, and whether it asks by project and by person at all. */
interface Form extends Omit<AgendaScope, "reach" | "projectId" | "projectIds" | "ownerUserId"> {
  isOfProjects: boolean;
  isOfOwners: boolean;
}

type Values = Record<"projectIds" | "ownerUserIds", readonly number[]>;

async function asked(db: Database, scope: AgendaScope): Promise<[Form, Values]> {
  const { reach, projectId, projectIds, ownerUserId, ...rest } = scope;
  const projects = await projectsOf(db, { reach, projectId, projectIds });
  const owners = ownerUserId === undefined ? undefined : [ownerUserId].flat();
  const form = { ...rest, isOfProjects: projects !== undefined, isOfOwners: owners !== undefined };
  return [form, { projectIds: projects ?? [], ownerUserIds: owners ?? [] }];
}

type Part = (query: Knex.QueryBuilder, columns: Columns) => Knex.QueryBuilder;

function agenda(db: Database, form: Form, marks: Values, part: Part): Knex.QueryBuilder {
  const owners = form.isOfOwners ? { ownerUserId: marks.ownerUserIds } : {};
  const all = BRANCHES.map((each) => each(db, { ...form, ...owners }));
  const { objectTypes, kinds } = form;
  const wanted = objectTypes
    ? all.filter(({ columns }) => objectTypes.includes(columns.objectType))
    : all;
  const [first, ...rest] = wanted.map(({ query, columns }) => {
    if (form.isOfProjects) query.whereIn("x.project_id", marks.projectIds);
    if (kinds) query.whereRaw(`${columns.kind} in ${marksFor(kinds)}`, [...kinds]);
    return db.select("*").from(part(query, columns).as("b"));
  });
  return (first as Knex.QueryBuilder).unionAll(rest).as("a");
}

/** Asked for beforehand, so that every branch begins at the few projects of a reader, not at all dates. */
export async function projectsOf(
  db: Database,
  { projectId, projectIds, reach }: Pick<AgendaScope, "projectId" | "projectIds" | "reach">,
): Promise<readonly number[] | undefined> {
  const named = projectId === undefined ? projectIds : [projectId];
  if (!reach || reach.seesEverything) return named;
  const query = db("projects as r").whereNull("r.archived_at").select("r.id");
  if (named !== undefined) query.whereIn("r.id", named);
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

function rowOf(columns: Columns): string[] {
  return [
    `'${columns.objectType}' as object_type`,
    `${columns.objectId} as object_id`,
    `${columns.pageId} as page_id`,
    "x.project_id as project_id",
    `${columns.kind} as kind`,
    `${columns.title ?? "cast(null as text)"} as title`,
    `${columns.periodNumber ?? NO_NUMBER} as period_number`,
    `${columns.count ?? NO_NUMBER} as count`,
    `${columns.dueOn} as due_on`,
    `${columns.remindOn} as remind_on`,
    `${columns.ownerUserId ?? NO_NUMBER} as owner_user_id`,
    `${columns.ownerContactId ?? NO_NUMBER} as owner_contact_id`,
  ];
}

const NO_NUMBER = "cast(null as integer)";
