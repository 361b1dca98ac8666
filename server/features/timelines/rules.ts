import {
  addDays,
  addMonths,
  type CalendarDate,
  earlierOf,
  endOfMonth,
  laterOf,
  startOfMonth,
} from "../../values/calendar-date.ts";

/** Both days belong to it. */
export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** How much the timeline shows at once: a calendar month, quarter or year, or all there is. */
export const ZOOMS = ["month", "quarter", "year", "fit"] as const;
export type Zoom = (typeof ZOOMS)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 };

/** The part of the timeline around a day; at `fit` the whole of it. */
export function zoomedSpan(zoom: Zoom, day: CalendarDate, whole: Span): Span {
  if (zoom === "fit") return whole;
  const months = MONTHS[zoom];
  const monthIndex = Number(day.slice(5, 7)) - 1;
  const from = addMonths(startOfMonth(day), -(monthIndex % months));
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The first day of the part before and after; null where there is nothing more to see. */
export function neighbouringDays(
  zoom: Zoom,
  shown: Span,
  whole: Span,
): { previous: CalendarDate | null; next: CalendarDate | null } {
  if (zoom === "fit") return { previous: null, next: null };
  return {
    previous: shown.from > whole.from ? addMonths(shown.from, -MONTHS[zoom]) : null,
    next: shown.to < whole.to ? addDays(shown.to, 1) : null,
  };
}

/** Whole months from the first day to the last; without any day the calendar year of today. */
export function wholeSpan(days: Iterable<CalendarDate>, today: CalendarDate): Span {
  let span: Span | undefined;
  for (const day of days) {
    span = span
      ? { from: earlierOf(span.from, day), to: laterOf(span.to, day) }
      : { from: day, to: day };
  }
  if (!span) return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  return { from: startOfMonth(span.from), to: endOfMonth(span.to) };
}

export function isWithin(day: CalendarDate, span: Span): boolean {
  return span.from <= day && day <= span.to;
}

export function spansTouch(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Every day of a span, the first and the last included. */
export function daysOf({ from, to }: Span): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
