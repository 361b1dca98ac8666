import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
} from "../../../values/calendar-date.ts";
import { type CountedValue, figureOf, type Measure } from "../rules.ts";

/** The pace is that of at most so many months, less where the project is younger. */
export const MONTHS_LOOKED_AT = 4;
/** Days of a mean month. */
const MONTH = 365.25 / 12;

export interface Pace {
  months: number;
  /** What was added in a month in the mean; in tenths of the last decimal of the indicator. */
  perMonthTenths: number;
  expected: number;
  /** What is left to be added in each month until the target's day; in tenths as well, rounded up. */
  neededTenths: number;
  missing: number;
  by: CalendarDate;
}

export type Outlook =
  | { kind: "no-target" | "reached" | "too-soon" }
  | { kind: "over"; missing: number }
  | ({ kind: "pace" | "stalled"; isEnough: boolean } & Pace);

interface Foreseen {
  measure: Measure;
  target: number | null;
  targetOn: CalendarDate | null;
  project: { startsOn: CalendarDate; endsOn: CalendarDate };
}

/** Where the indicator will be on the day of its target, if it goes on as in recent months. */
export function outlookOf(
  { measure, target, targetOn, project }: Foreseen,
  inForce: readonly CountedValue[],
  today: CalendarDate,
): Outlook {
  if (target === null) return { kind: "no-target" };
  const now = figureOf(measure, inForce, today).value ?? 0;
  if (now >= target) return { kind: "reached" };
  const by = targetOn ?? project.endsOn;
  const missing = target - now;
  if (by <= today) return { kind: "over", missing };
  const months = monthsSince(project.startsOn, today);
  if (months === 0) return { kind: "too-soon" };
  const from = addMonths(today, -months);
  const before = figureOf(measure, openingCounted(inForce, from), from).value ?? 0;
  const perMonth = (now - before) / months;
  const monthsLeft = daysBetween(today, by) / MONTH;
  const expected = Math.max(now, Math.floor(now + perMonth * monthsLeft));
  return {
    kind: perMonth > 0 ? "pace" : "stalled",
    isEnough: expected >= target,
    months,
    perMonthTenths: Math.round(perMonth * 10),
    expected,
    neededTenths: Math.ceil((missing / monthsLeft) * 10),
    missing,
    by,
  };
}

/** Whole months that have passed, at most as many as are looked at. */
function monthsSince(startsOn: CalendarDate, today: CalendarDate): number {
  let months = 0;
  while (months < MONTHS_LOOKED_AT && addMonths(startsOn, months + 1) <= addDays(today, 1))
    months += 1;
  return months;
}

/** An opening value is no work of recent months, whichever day it bears. */
function openingCounted(inForce: readonly CountedValue[], from: CalendarDate): CountedValue[] {
  return inForce.map((value) =>
    value.isOpening && value.validOn > from ? { ...value, validOn: from } : value,
  );
}
