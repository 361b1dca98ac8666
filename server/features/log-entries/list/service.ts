import type { Database } from "../../../../db/connection.ts";
import type { LogEntry } from "../../../../db/queries/log-entries.ts";
import type { LogChoices } from "../../../../db/queries/log-entry-choices.ts";
import type { LogFilter } from "../../../../db/queries/log-entry-filters.ts";
import {
  type ActivityCount,
  countLogEntriesByActivity,
  countLogEntriesByDay,
  type EntryActivity,
  type EntryMilestone,
  findLogOptions,
  type LogOptions,
  type LogPlace,
  listActivitiesOfEntries,
  listLastEdits,
  listLogEntries,
  listMilestonesOfEntries,
} from "../../../../db/queries/log-entry-list.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { firstDayOf, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import { parseSearch } from "../../searches/rules.ts";
import { loadLogChoices } from "../service.ts";
import type { LogListView } from "./schema.ts";

const ENTRIES_ON_PAGE = 50;
const ENTRIES_READ_AT_ONCE = 1_000;
const MOST_EXPORTED = 20_000;

/** An entry with what it refers to. */
export interface LogLine {
  entry: LogEntry;
  activities: EntryActivity[];
  touched: EntryMilestone[];
  task: EntryMilestone | null;
  edit: { at: string; byName: string | null } | null;
}

export interface MonthCount {
  entries: number;
  minutes: number;
  /** Empty while the log is narrowed to an activity. */
  activities: Omit<ActivityCount, "happenedOn">[];
}

export interface LogPage {
  lines: LogLine[];
  /** What each month on the page holds, on other pages too. */
  monthCounts: Map<Month, MonthCount>;
  newer: LogPlace | null;
  older: LogPlace | null;
  /** What the filter and the box offer. */
  choices: LogChoices;
  options: LogOptions;
}

export function logFilter(projectId: number, view: LogListView): LogFilter {
  const { month } = view;
  return {
    projectId,
    days: month ? { from: firstDayOf(month), to: lastDayOf(month) } : null,
    activityId: view.activity ?? null,
    authorId: view.author ?? null,
    terms: parseSearch(view.q),
    isArchived: view.archived,
  };
}

/** Ten queries, whatever the log holds. */
export async function loadLogPage(
  { db }: { db: Database },
  projectId: number,
  view: LogListView,
): Promise<LogPage> {
  const filter = logFilter(projectId, view);
  const place = view.before ? { before: view.before } : { after: view.after ?? null };
  const read = await listLogEntries(db, filter, { ...place, limit: ENTRIES_ON_PAGE + 1 });
  const { entries, newer, older } = paged(read, view);
  const [lines, monthCounts, choices, options] = await Promise.all([
    linesOf(db, entries),
    countMonths(db, filter, entries),
    loadLogChoices({ db }, projectId),
    findLogOptions(db, projectId),
  ]);
  return { lines, monthCounts, newer, older, choices, options };
}

export async function loadLogLine(db: Database, entry: LogEntry): Promise<LogLine> {
  const [line] = await linesOf(db, [entry]);
  if (!line) throw new Error("one entry makes one line");
  return line;
}

/** All that the filter lets through, read by key pages, so that no reading stays open while others write. */
export async function loadWholeLog(
  { db }: { db: Database },
  filter: LogFilter,
): Promise<LogLine[]> {
  const lines: LogLine[] = [];
  let after: LogPlace | null = null;
  while (lines.length < MOST_EXPORTED) {
    const entries: LogEntry[] = await listLogEntries(db, filter, {
      after,
      limit: ENTRIES_READ_AT_ONCE,
    });
    lines.push(...(await linesOf(db, entries)));
    after = entries.at(-1) ?? null;
    if (entries.length < ENTRIES_READ_AT_ONCE) break;
  }
  return lines;
}

function paged(read: LogEntry[], { after, before }: LogListView) {
  const hasMore = read.length > ENTRIES_ON_PAGE;
  if (before) {
    const entries = hasMore ? read.slice(1) : read;
    return { entries, newer: hasMore ? placeOf(entries[0]) : null, older: placeOf(entries.at(-1)) };
  }
  const entries = hasMore ? read.slice(0, ENTRIES_ON_PAGE) : read;
  return {
    entries,
    newer: after ? placeOf(entries[0]) : null,
    older: hasMore ? placeOf(entries.at(-1)) : null,
  };
}

function placeOf(entry: LogEntry | undefined): LogPlace | null {
  return entry ? { happenedOn: entry.happenedOn, id: entry.id } : null;
}

async function linesOf(db: Database, entries: LogEntry[]): Promise<LogLine[]> {
  const ids = entries.map(({ id }) => id);
  const [activities, milestones, edits] = await Promise.all([
    listActivitiesOfEntries(db, ids),
    listMilestonesOfEntries(db, ids),
    listLastEdits(db, ids),
  ]);
  const activitiesOf = groupedBy(activities, ({ entryId }) => entryId);
  const milestonesOf = groupedBy(milestones, ({ entryId }) => entryId);
  const editOf = new Map(edits.map((edit) => [edit.entryId, edit]));
  return entries.map((entry) => {
    const own = milestonesOf.get(entry.id) ?? [];
    return {
      entry,
      activities: activitiesOf.get(entry.id) ?? [],
      touched: own.filter(({ isTask }) => !isTask),
      task: own.findLast(({ isTask }) => isTask) ?? null,
      edit: editOf.get(entry.id) ?? null,
    };
  });
}

async function countMonths(
  db: Database,
  filter: LogFilter,
  entries: LogEntry[],
): Promise<Map<Month, MonthCount>> {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  const from = firstDayOf(monthOf(oldest?.happenedOn ?? NO_DAY));
  const to = lastDayOf(monthOf(newest?.happenedOn ?? NO_DAY));
  const [days, byActivity] = await Promise.all([
    countLogEntriesByDay(db, filter, { from, to }),
    filter.activityId === null ? countLogEntriesByActivity(db, filter, { from, to }) : [],
  ]);
  const activitiesOf = groupedBy(byActivity, ({ happenedOn }) => monthOf(happenedOn));
  const months = [...groupedBy(days, ({ happenedOn }) => monthOf(happenedOn))];
  return new Map(
    months.map(([month, own]) => [
      month,
      {
        entries: sumOf(own.map((day) => day.entries)),
        minutes: sumOf(own.map((day) => day.minutes)),
        activities: countActivities(activitiesOf.get(month) ?? []),
      },
    ]),
  );
}

/** An entry has one day, so that those of the days add up to those of the month. */
function countActivities(days: ActivityCount[]): MonthCount["activities"] {
  return [...groupedBy(days, ({ activityId }) => activityId)].flatMap(([activityId, own]) =>
    own.slice(0, 1).map(({ number, title }) => ({
      ...{ activityId, number, title },
      entries: sumOf(own.map((day) => day.entries)),
    })),
  );
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Of an empty page: a month before any project, so that the number of queries stays the same. */
const NO_DAY = "1900-01-01";
