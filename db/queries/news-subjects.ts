import type { Knex } from "knex";
import type { NewsObject } from "../../server/values/news.ts";
import type { Database } from "../connection.ts";
import { oneLine } from "./one-line.ts";

/** What news is about, as it stands now. */
export interface NewsSubject {
  /** Null of what is told by its number or month, and of a confidential event. */
  title: string | null;
  number: number | null;
  month: string | null;
  dueOn: string | null;
  ownerUserId: number | null;
  /** Something is still to be done about it, or to be read there. */
  isOpen: boolean;
  isCancelled: boolean;
}

interface Columns {
  table: string;
  title?: string;
  number?: string;
  month?: string;
  dueOn?: string;
  owner?: string;
  /** Conditions in SQL. */
  open: string;
  cancelled?: string;
}

const UNARCHIVED = "x.archived_at is null";

const SUBJECTS: Record<NewsObject, Columns> = {
  project: { table: "projects as x", title: "x.short_name", open: UNARCHIVED },
  milestone: {
    table: "milestones as x",
    title: "x.title",
    dueOn: "x.due_on",
    owner: "x.owner_user_id",
    open: `x.done_on is null and x.cancelled_on is null and ${UNARCHIVED}`,
  },
  activity: {
    table: "activities as x",
    title: "x.title",
    dueOn: "x.ends_on",
    owner: "x.owner_user_id",
    open: `x.state in ('planned', 'running') and ${UNARCHIVED}`,
  },
  indicator: {
    table: "indicators as x",
    title: "x.name",
    dueOn: "x.target_on",
    owner: "x.owner_user_id",
    open: UNARCHIVED,
  },
  event: {
    table: "events as x",
    title: "case when x.is_confidential then null else x.title end",
    dueOn: "x.starts_on",
    owner: "x.owner_user_id",
    open: `x.state in ('planned', 'confirmed', 'held') and ${UNARCHIVED}`,
    cancelled: `x.state = 'cancelled' and ${UNARCHIVED}`,
  },
  internship: {
    table: "internships as x",
    title: "x.title",
    dueOn: "x.starts_on",
    owner: "x.owner_user_id",
    open: `x.state in ('planned', 'agreed', 'running', 'finished') and ${UNARCHIVED}`,
  },
  campaign: {
    table: "campaigns as x",
    title: "x.title",
    dueOn: "x.ends_on",
    owner: "x.owner_user_id",
    open: `x.state in ('planned', 'running') and ${UNARCHIVED}`,
  },
  risk: {
    table: "risks as x",
    title: "x.title",
    dueOn: "x.next_review_on",
    owner: "x.owner_user_id",
    open: `x.state <> 'closed' and ${UNARCHIVED}`,
  },
  remedy: {
    table: "control_findings as x",
    title: oneLine("coalesce(x.remedy, x.finding)"),
    dueOn: "x.remedy_by",
    owner: "x.owner_user_id",
    open: `x.remedied_on is null and ${UNARCHIVED}`,
  },
  resolution: {
    table: "resolutions as x",
    title: "x.title",
    dueOn: "x.submit_by",
    owner: "x.owner_user_id",
    open: `x.state in ('planned', 'submitted') and ${UNARCHIVED}`,
  },
  report: {
    table: "reports as x",
    number: "x.number",
    dueOn: "x.answer_by",
    open: `x.state in ('draft', 'returned') and ${UNARCHIVED}`,
  },
  change: {
    table: "project_changes as x",
    title: "x.title",
    number: "x.number",
    open: `x.state = 'draft' and ${UNARCHIVED}`,
  },
  timesheet: {
    table: "timesheets as x",
    month: "x.month",
    open: `x.state = 'draft' and ${UNARCHIVED}`,
  },
  output: {
    table: "outputs as x join milestones as w on w.id = x.milestone_id",
    title: "w.title",
    dueOn: "w.due_on",
    owner: "w.owner_user_id",
    open: `x.state <> 'counted' and w.cancelled_on is null and ${UNARCHIVED}`,
  },
  "output-comment": {
    table: `comments as x join outputs as o on o.id = x.object_id
      join milestones as w on w.id = o.milestone_id`,
    title: "w.title",
    open: UNARCHIVED,
  },
  "report-comment": {
    table: "comments as x join reports as o on o.id = x.object_id",
    number: "o.number",
    open: UNARCHIVED,
  },
  "log-entry": { table: "log_entries as x", open: UNARCHIVED },
};

/** All of them in one query, by `type|id`; what is gone for good is missing. */
export async function listNewsSubjects(
  db: Database,
  objects: readonly { objectType: NewsObject; objectId: number }[],
): Promise<Map<string, NewsSubject>> {
  const idsOf = new Map<NewsObject, Set<number>>();
  for (const { objectType, objectId } of objects)
    idsOf.set(objectType, (idsOf.get(objectType) ?? new Set()).add(objectId));
  const [first, ...rest] = [...idsOf].map(([objectType, ids]) =>
    subjects(db, objectType, [...ids]),
  );
  if (!first) return new Map();
  const rows: (NewsSubject & { objectType: string; objectId: number })[] =
    await first.unionAll(rest);
  return new Map(
    rows.map(({ objectType, objectId, ...subject }) => [
      `${objectType}|${objectId}`,
      // Of a comparison SQLite gives a number.
      { ...subject, isOpen: Boolean(subject.isOpen), isCancelled: Boolean(subject.isCancelled) },
    ]),
  );
}

function subjects(db: Database, objectType: NewsObject, ids: number[]): Knex.QueryBuilder {
  const { table, title, number, month, dueOn, owner, open, cancelled } = SUBJECTS[objectType];
  const flag = (condition: string) => `case when ${condition} then 1 else 0 end`;
  const columns = {
    objectType: `'${objectType}'`,
    objectId: "x.id",
    title: title ?? "cast(null as text)",
    number: number ?? "cast(null as integer)",
    month: month ?? "cast(null as text)",
    dueOn: dueOn ?? "cast(null as text)",
    ownerUserId: owner ?? "cast(null as integer)",
    isOpen: flag(open),
    isCancelled: flag(cancelled ?? "1 = 0"),
  };
  return db
    .from(db.raw(table))
    .whereIn("x.id", ids)
    .select(Object.entries(columns).map(([name, sql]) => db.raw(`${sql} as ??`, [name])));
}
