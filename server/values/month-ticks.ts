import { addMonths, type CalendarDate, daysBetween, startOfMonth } from "./calendar-date.ts";
import { civilDayOf } from "./day-number.ts";

const MOST = 9;

/** Beginnings of months, quarters, half-years or years, few enough for their labels below a picture. */
export function monthTicks({
  from,
  until,
}: {
  from: CalendarDate;
  until: CalendarDate;
}): CalendarDate[] {
  const months = Math.ceil(daysBetween(from, until) / 30);
  const step = [1, 3, 6, 12, 24, 60].find((one) => months / one <= MOST) ?? 120;
  const days: CalendarDate[] = [];
  for (let on = startOfMonth(from); on <= until; on = addMonths(on, 1)) {
    const { year, month } = civilDayOf(on);
    if (on >= from && (year * 12 + month - 1) % step === 0) days.push(on);
  }
  return days;
}

/** `1/2026`: the same in every language. */
export function monthLabel(on: CalendarDate): string {
  const { year, month } = civilDayOf(on);
  return `${month}/${year}`;
}
