import { addMonths, type CalendarDate } from "../../../values/calendar-date.ts";
import type { Recurrence } from "../rules.ts";

const MONTHS_APART: Record<Exclude<Recurrence, "none">, number> = { monthly: 1, yearly: 12 };

/**
 * The day of a series that follows `currentOn`. Counted from the first day of the series, so that 31 January
 * is followed by 28 February and then by 31 March. Null when the series has ended.
 */
export function nextInSeries(series: {
  recurrence: Recurrence;
  firstOn: CalendarDate;
  currentOn: CalendarDate;
  until: CalendarDate | null;
}): CalendarDate | null {
  const { recurrence, firstOn, currentOn, until } = series;
  if (recurrence === "none") return null;
  const apart = MONTHS_APART[recurrence];
  let steps = Math.floor(monthsApart(firstOn, currentOn) / apart);
  let next = addMonths(firstOn, steps * apart);
  while (next <= currentOn) {
    steps += 1;
    next = addMonths(firstOn, steps * apart);
  }
  return until !== null && next > until ? null : next;
}

function monthsApart(from: CalendarDate, to: CalendarDate): number {
  const months = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from);
}
