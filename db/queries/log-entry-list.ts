import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import { entryColumns, type LogEntry } from "./log-entries.ts";
import { logEntriesWith, type SearchTerm } from "./searches.ts";

export interface LogFilter {
  projectId: number;
  /** First and last day. */
  days: { from: string; to: string } | null;
  activityId: number | "none" | null;
  authorId: number | null;
  terms: readonly SearchTerm[];
  isArchived: boolean;
}

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
  const direction = isBackwards ? "asc" : "desc";
  const query = filtered(db, filter)
    .leftJoin("users as u", "u.id", "l.author_id")
    .orderBy([
      { column: "l.happened_on", order: direction },
      { column: "l.id", order: direction },
    ])
    .limit(page.limit);
  const place = page.before ?? page.after;
  if (place) {
    query.whereRaw(`(l.happened_on, l.id) ${isBackwards ? ">" : "<"} (?, ?)`, [
      place.happenedOn,
      place.id,
    ]);
  }
  const rows: LogEntry[] = await query.select(entryColumns);
  return isBackwards ? rows.toReversed() : rows;
}

interface Days {
  from: string;
  to: string;
}

/** How many entries each day has, of those the filter lets through, and how long they took. */
export async function countLogEntriesByDay(
  db: Database,
  filter: LogFilter,
  days: Days,
): Promise<{ happenedOn: string; entries: number; minutes: number }[]> {
  return filtered(db, filter)
    .whereBetween("l.happened_on", [days.from, days.to])
    .groupBy("l.happened_on")
    .select({ happenedOn: "l.happened_on" })
    .select(db.raw("cast(count(*) as integer) as entries"))
    .select(db.raw("cast(coalesce(sum(l.worked_minutes), 0) as integer) as minutes"));
}

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
  return filtered(db, filter)
    .leftJoin("log_entry_activities as y", "y.log_entry_id", "l.id")
    .leftJoin("activities as a", "a.id", "y.activity_id")
    .leftJoin("activities as k", "k.id", db.raw("coalesce(a.parent_id, a.id)"))
    .whereBetween("l.happened_on", [days.from, days.to])
    .groupBy("l.happened_on", "k.id", "k.number", "k.title", "k.position")
    .orderByRaw("k.id is null, k.position, k.id")
    .select({ happenedOn: "l.happened_on", activityId: "k.id", number: "k.number" })
    .select({ title: "k.title" })
    .select(db.raw("cast(count(distinct l.id) as integer) as entries"));
}

export interface LogOptions {
  firstOn: string | null;
  lastOn: string | null;
  authors: { id: number; name: string }[];
}

/** What the filter may be set to: the months from the first entry to the last, and who has written. */
export async function findLogOptions(db: Database, projectId: number): Promise<LogOptions> {
  const own = () => db("log_entries").where("project_id", projectId);
  const [span, authors] = await Promise.all([
    // One by one: each is then read from its end of the index.
    db.first({
      firstOn: own().min("happened_on"),
      lastOn: own().max("happened_on"),
    }) as Promise<{ firstOn: string | null; lastOn: string | null }>,
    db("users as u")
      .whereIn("u.id", own().distinct("author_id"))
      .orderBy(["u.sort_key", "u.id"])
      .select({ id: "u.id", name: "u.name" }),
  ]);
  return { ...span, authors };
}

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
  const rows = await tasks.unionAll(touched);
  return rows
    .map((row) => ({ ...row, isTask: row.isTask === 1 }))
    .toSorted((a: EntryMilestone, b: EntryMilestone) => a.id - b.id);
}

/** The last edit of each entry that was edited. */
export async function listLastEdits(
  db: Database,
  entryIds: readonly number[],
): Promise<{ entryId: number; at: string; byName: string | null }[]> {
  const last = db("audit_events")
    .where({ object_type: "log-entry", action: "log-entry.edited" })
    .whereIn("object_id", entryIds)
    .groupBy("object_id")
    .max("id");
  return db("audit_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .whereIn("e.id", last)
    .select({ entryId: "e.object_id", at: "e.at", byName: "u.name" });
}

function filtered(db: Database, filter: LogFilter): Knex.QueryBuilder {
  const query = db("log_entries as l").where("l.project_id", filter.projectId);
  if (filter.isArchived) query.whereNotNull("l.archived_at");
  else query.whereNull("l.archived_at");
  if (filter.days) query.whereBetween("l.happened_on", [filter.days.from, filter.days.to]);
  if (filter.authorId !== null) query.where("l.author_id", filter.authorId);
  if (filter.terms.length > 0) {
    query.whereIn("l.id", logEntriesWith(db, filter.projectId, filter.terms));
  }
  narrowToActivity(db, query, filter.activityId);
  return query;
}

/** A key activity stands for its sub-activities too. */
function narrowToActivity(
  db: Database,
  query: Knex.QueryBuilder,
  activityId: LogFilter["activityId"],
): void {
  if (activityId === null) return;
  const links = db("log_entry_activities as x")
    .whereRaw("x.log_entry_id = l.id")
    .select(db.raw("1"));
  if (activityId === "none") {
    query.whereNotExists(links);
    return;
  }
  const family = db("activities").where("id", activityId).orWhere("parent_id", activityId);
  query.whereExists(links.whereIn("x.activity_id", family.select("id")));
}
