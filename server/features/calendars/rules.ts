import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  startOfMonth,
} from "../../values/calendar-date.ts";

export const calendarViews = ["month", "week"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** The Monday of the day's week. */
function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - dayOfWeek(day));
}

/** Whole weeks from Monday to Sunday: the one of the day, or all that its month touches. */
export function weeksOf(view: CalendarView, on: CalendarDate): CalendarDate[][] {
  const first = mondayOf(view === "week" ? on : startOfMonth(on));
  const last = view === "week" ? on : endOfMonth(on);
  const weeks = Math.floor(daysBetween(first, last) / 7) + 1;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day)),
  );
}

/** A day of the view before or after; of months the first, so that the 31st skips none. */
export function stepped(view: CalendarView, on: CalendarDate, steps: number): CalendarDate {
  return view === "week" ? addDays(on, 7 * steps) : addMonths(startOfMonth(on), steps);
}
