import type { CalendarDate } from "./calendar-date.ts";
import { daysInMonth, twoDigits } from "./day-number.ts";

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/** Whether the text is a month of the years 1900–2199, those that a calendar date may have. */
export function isMonth(text: string): boolean {
  return /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): CalendarDate {
  const index = indexOfMonth(month);
  return `${month}-${daysInMonth(Math.floor(index / 12), (index % 12) + 1)}`;
}

export function addToMonth(month: Month, months: number): Month {
  return monthOfIndex(indexOfMonth(month) + months);
}

/** Every month from the first to the last, both included; none when the last comes before the first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const start = indexOfMonth(first);
  const count = Math.max(0, indexOfMonth(last) - start + 1);
  return Array.from({ length: count }, (_, step) => monthOfIndex(start + step));
}

function indexOfMonth(month: Month): number {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  if (month.length !== 7 || Number.isNaN(index)) {
    throw new RangeError(`Not a month: ${month.slice(0, 40)}`);
  }
  return index;
}

function monthOfIndex(index: number): Month {
  const year = Math.floor(index / 12);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`Year out of range: ${year}`);
  return `${String(year).padStart(4, "0")}-${twoDigits(index - year * 12 + 1)}`;
}
