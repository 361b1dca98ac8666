import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { entryColumns, type LogEntry } from "./log-entries.ts";
import {
  type FilterForm,
  type FilterValues,
  filtered,
  formOf,
  type LogFilter,
  valuesOf,
} from "./log-entry-filters.ts";

/** The place of an entry in the log: its day, then the order of writing. */
export interface LogPlace {
  happenedOn: string;
  id: number;
}

/** Entries from the newest, after a place or, read the other way, before one. */
export async function listLogEntries(
  db: Database,
  filter: LogFilter,
  page: { after?: LogPlace | null; before?: LogPlace | null; limit: number },
): Promise<LogEntry[]> {
  const isBackwards = Boolean(page.before);
  const place = page.before ?? page.after;
  const rows = await entryRows(
    db,
    { ...formOf(filter), isBackwards, hasPlace: Boolean(place), limit: page.limit },
    { ...valuesOf(db, filter), afterOn: place?.happenedOn ?? "", afterId: place?.id ?? 0 },
  );
  return isBackwards ? rows.toReversed() : rows;
}

interface PageForm extends FilterForm {
  isBackwards: boolean;
  hasPlace: boolean;
  limit: number;
}

const entryRows = keptStatement<
  PageForm,
  FilterValues & { afterOn: string; afterId: number },
  LogEntry
>((db, { isBackwards, hasPlace, limit, ...form }, { afterOn, afterId, ...values }) => {
  const order = isBackwards ? "asc" : "desc";
  const query = filtered(db, form, values)
    .leftJoin("users as u", "u.id", "l.author_id")
    .orderBy([
      { column: "l.happened_on", order },
      { column: "l.id", order },
    ])
    .limit(limit);
  if (hasPlace) {
    const after = isBackwards ? ">" : "<";
    query.whereRaw(`(l.happened_on, l.id) ${after} (?, ?)`, [afterOn, afterId]);
  }
  return query.select(entryColumns);
});

interface Days {
  from: string;
  to: string;
}

interface CountedDays {
  firstOn: string;
  lastOn: string;
}

/** How many entries each day has, of those the filter lets through, and how long they took. */
export async function countLogEntriesByDay(
  db: Database,
  filter: LogFilter,
  days: Days,
): Promise<DayCount[]> {
  const { from: firstOn, to: lastOn } = days;
  return dayRows(db, formOf(filter), { ...valuesOf(db, filter), firstOn, lastOn });
}

interface DayCount {
  happenedOn: string;
  entries: number;
  minutes: number;
}

const dayRows = keptStatement<FilterForm, FilterValues & CountedDays, DayCount>(
  (db, form, { firstOn, lastOn, ...values }) =>
    filtered(db, form, values)
      .whereBetween("l.happened_on", [firstOn, lastOn])
      .groupBy("l.happened_on")
      .select({ happenedOn: "l.happened_on" })
      .select(db.raw("cast(count(*) as integer) as entries"))
      .select(db.raw("cast(coalesce(sum(l.worked_minutes), 0) as integer) as minutes")),
);

/** Entries of a day that speak of a key activity or of a part of it; without an id those that speak of none. */
export interface ActivityCount {
  happenedOn: string;
  activityId: number | null;
  number: string | null;
  title: string | null;
  entries: number;
}

/** By key activity in their order, those without one last. */
export async function countLogEntriesByActivity(
  db: Database,
  filter: LogFilter,
  days: Days,
): Promise<ActivityCount[]> {
  const { from: firstOn, to: lastOn } = days;
  return activityRows(db, formOf(filter), { ...valuesOf(db, filter), firstOn, lastOn });
}

const activityRows = keptStatement<FilterForm, FilterValues & CountedDays, ActivityCount>(
  (db, form, { firstOn, lastOn, ...values }) =>
    filtered(db, form, values)
      .leftJoin("log_entry_activities as y", "y.log_entry_id", "l.id")
      .leftJoin("activities as a", "a.id", "y.activity_id")
      .leftJoin("activities as k", "k.id", db.raw("coalesce(a.parent_id, a.id)"))
      .whereBetween("l.happened_on", [firstOn, lastOn])
      .groupBy("l.happened_on", "k.id", "k.number", "k.title", "k.position")
      .orderByRaw("k.id is null, k.position, k.id")
      .select({ happenedOn: "l.happened_on", activityId: "k.id", number: "k.number" })
      .select({ title: "k.title" })
      .select(db.raw("cast(count(distinct l.id) as integer) as entries")),
);

export interface LogOptions {
  firstOn: string | null;
  lastOn: string | null;
  authors: { id: number; name: string }[];
}

/** What the filter may be set to: the months from the first entry to the last, and who has written. */
export async function findLogOptions(db: Database, projectId: number): Promise<LogOptions> {
  const [[span], authors] = await Promise.all([
    spanRows(db, {}, { projectId }),
    authorRows(db, {}, { projectId }),
  ]);
  return { firstOn: null, lastOn: null, ...span, authors };
}

type OfProject = { projectId: number };

const spanRows = keptStatement<object, OfProject, Pick<LogOptions, "firstOn" | "lastOn">>(
  (db, _form, { projectId }) => {
    const own = () => db("log_entries").where("project_id", projectId);
    // One by one: each is then read from its end of the index.
    return db.select({ firstOn: own().min("happened_on"), lastOn: own().max("happened_on") });
  },
);

const authorRows = keptStatement<object, OfProject, LogOptions["authors"][number]>(
  (db, _form, { projectId }) =>
    db("users as u")
      .whereIn("u.id", db("log_entries").where("project_id", projectId).distinct("author_id"))
      .orderBy(["u.sort_key", "u.id"])
      .select({ id: "u.id", name: "u.name" }),
);

/** Activities of entries, with the per cent that an entry recorded. */
export interface EntryActivity {
  entryId: number;
  id: number;
  number: string;
  parentNumber: string | null;
  title: string;
  percent: number | null;
}

export async function listActivitiesOfEntries(
  db: Database,
  entryIds: readonly number[],
): Promise<EntryActivity[]> {
  return entryActivityRows(db, {}, { entryIds });
}

const entryActivityRows = keptStatement<object, { entryIds: readonly number[] }, EntryActivity>(
  (db, _form, { entryIds }) =>
    db("log_entry_activities as x")
      .join("activities as a", "a.id", "x.activity_id")
      .leftJoin("activities as p", "p.id", "a.parent_id")
      .leftJoin("activity_progress as f", (on) =>
        on.on("f.log_entry_id", "x.log_entry_id").andOn("f.activity_id", "x.activity_id"),
      )
      .whereIn("x.log_entry_id", entryIds)
      .orderByRaw("coalesce(p.position, a.position), a.parent_id is not null, a.position, a.id")
      .select({
        entryId: "x.log_entry_id",
        id: "a.id",
        number: "a.number",
        parentNumber: "p.number",
        title: "a.title",
        percent: "f.percent",
      }),
);

/** Milestones that entries speak of, and the tasks their next steps became. */
export interface EntryMilestone {
  entryId: number;
  id: number;
  isTask: boolean;
  title: string;
  dueOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
}

export async function listMilestonesOfEntries(
  db: Database,
  entryIds: readonly number[],
): Promise<EntryMilestone[]> {
  const rows = await milestoneRows(db, {}, { entryIds });
  return rows
    .map((row) => ({ ...row, isTask: row.isTask === 1 }))
    .toSorted((a: EntryMilestone, b: EntryMilestone) => a.id - b.id);
}

type OfEntries = { entryIds: readonly number[] };

const milestoneRows = keptStatement<
  object,
  OfEntries,
  Omit<EntryMilestone, "isTask"> & { isTask: number }
>((db, _form, { entryIds }) => {
  const columns = {
    id: "m.id",
    title: "m.title",
    dueOn: "m.due_on",
    doneOn: "m.done_on",
    cancelledOn: "m.cancelled_on",
  };
  const tasks = db("milestones as m")
    .whereIn("m.log_entry_id", entryIds)
    .where("m.origin", "log")
    .whereNull("m.archived_at")
    .select({ ...columns, entryId: "m.log_entry_id", isTask: db.raw("1") });
  const touched = db("log_entry_milestones as x")
    .join("milestones as m", "m.id", "x.milestone_id")
    .whereIn("x.log_entry_id", entryIds)
    .select({ ...columns, entryId: "x.log_entry_id", isTask: db.raw("0") });
  return tasks.unionAll(touched);
});

/** The last edit of each entry that was edited. */
export async function listLastEdits(
  db: Database,
  entryIds: readonly number[],
): Promise<LastEdit[]> {
  return editRows(db, {}, { entryIds });
}

interface LastEdit {
  entryId: number;
  at: string;
  byName: string | null;
}

const editRows = keptStatement<object, OfEntries, LastEdit>((db, _form, { entryIds }) => {
  const last = db("audit_events")
    .where({ object_type: "log-entry", action: "log-entry.edited" })
    .whereIn("object_id", entryIds)
    .groupBy("object_id")
    .max("id");
  return db("audit_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .whereIn("e.id", last)
    .select({ entryId: "e.object_id", at: "e.at", byName: "u.name" });
});
