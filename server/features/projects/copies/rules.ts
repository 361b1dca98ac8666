import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  isEndOfMonth,
} from "../../../values/calendar-date.ts";

export type Shift = (day: CalendarDate) => CalendarDate;

/**
 * How dates move when a project begins on another day. Between the same days of a month they move by whole
 * months, so that month ends stay month ends; otherwise all by the same number of days.
 */
export function shiftBetween(from: CalendarDate, to: CalendarDate): Shift {
  if (from.slice(8) !== to.slice(8)) {
    const days = daysBetween(from, to);
    return (day) => addDays(day, days);
  }
  const months = monthsOf(to) - monthsOf(from);
  return (day) => {
    const moved = addMonths(day, months);
    return isEndOfMonth(day) ? endOfMonth(moved) : moved;
  };
}

function monthsOf(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
