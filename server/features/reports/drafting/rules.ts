import type {
  ReportedActivity,
  ReportedEntry,
  ReportSpan,
} from "../../../../db/queries/report-drafts.ts";
import type { ReportedEvent } from "../../../../db/queries/report-occasions.ts";
import { addMonths, type CalendarDate, earlierOf } from "../../../values/calendar-date.ts";
import { activityCode } from "../../activities/rules.ts";
import type { Told } from "./figures.ts";

const MONTHS_AHEAD = 6;

/** Told of days before the span: what was written too late for the report before. */
export function isLate({ on }: { on: CalendarDate }, { from }: { from: CalendarDate }): boolean {
  return on < from;
}

interface Days {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** Until when plans are told: the end of the next period; after the last one nothing is planned. */
export function horizonOf(
  period: Days,
  next: Days | undefined,
  project: { endsOn: CalendarDate },
): CalendarDate {
  if (next) return next.endsOn;
  if (period.endsOn >= project.endsOn) return period.endsOn;
  return earlierOf(project.endsOn, addMonths(period.endsOn, MONTHS_AHEAD));
}

export interface KeyActivity {
  id: number;
  code: string;
  title: string;
  goal: string | null;
  state: ReportedActivity["state"];
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
}

/** Key activities, each of which has its chapter, and to which of them everything else belongs. */
export function keyActivities(activities: readonly ReportedActivity[]) {
  const mains = activities.filter(({ parentId }) => parentId === null);
  const keyOf = new Map(activities.map(({ id, parentId }) => [id, parentId ?? id]));
  const parts = activities.filter(({ parentId }) => parentId !== null);
  const letters = new Map(parts.map(({ id, number }) => [id, number]));
  return {
    list: mains.map(
      ({ id, number, title, goal, state, startsOn, endsOn }): KeyActivity => ({
        ...{ id, code: activityCode({ number, parentNumber: null }) },
        ...{ title, goal, state, startsOn, endsOn },
      }),
    ),
    keyOf: (activityId: number | null) =>
      activityId === null ? null : (keyOf.get(activityId) ?? null),
    /** `b` of the part KA4 b; null of a whole key activity. */
    letterOf: (activityId: number | null) =>
      activityId === null ? null : (letters.get(activityId) ?? null),
  };
}

/** Events that took place in the span, and earlier ones that the report before did not tell of. */
export function eventsHeld<Event extends ReportedEvent>(
  events: readonly Event[],
  { from, to }: ReportSpan,
  told: Told | null,
): Event[] {
  const known = new Set(told?.events ?? []);
  return events
    .filter(({ state, endsOn }) => (state === "held" || state === "closed") && endsOn <= to)
    .filter(({ id, endsOn }) => endsOn >= from || !known.has(id));
}

/** Each row of the span, and of those before it only what was not told before. */
export function notTold<Row extends { id: number }>(
  rows: readonly Row[],
  dayOf: (row: Row) => CalendarDate,
  { from }: ReportSpan,
  told: readonly number[],
): Row[] {
  const known = new Set(told);
  return rows.filter((row) => dayOf(row) >= from || !known.has(row.id));
}

/** Owed by the end of the span and not met by then, whatever came after. */
export function isMissed(
  milestone: { dueOn: CalendarDate; doneOn: CalendarDate | null; cancelledOn: CalendarDate | null },
  to: CalendarDate,
): boolean {
  const { dueOn, doneOn, cancelledOn } = milestone;
  if (dueOn > to || cancelledOn !== null) return false;
  return doneOn === null || doneOn > to;
}

/** What an entry says for a report: one paragraph that ends as a sentence does. */
export function sentenceOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  return line === "" || /[.!?…:]["“)]?$/.test(line) ? line : `${line}.`;
}

/** Its first sentence; a full stop after a number or an abbreviation ends none. */
export function firstSentence(text: string): string {
  const end = /(?<![\d]|\b\p{L}{1,3})[.!?](?=\s+\p{Lu})/u.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

/** How much an entry tells: figures first, then length. */
export function weightOf({ body, workedMinutes }: ReportedEntry): number {
  const figures = /\d/.test(body) ? 60 : 0;
  return figures + Math.min(body.length, 160) + Math.min((workedMinutes ?? 0) / 10, 48);
}
