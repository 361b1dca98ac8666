import { addDays, type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import {
  addToMonth,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsFrom,
} from "../../../values/month.ts";
import { roundedQuotient } from "../../../values/percent.ts";
import type { DrawnBy } from "../series/rules.ts";

/** The pace is that of at most so many whole months: wages and events go round in a year. */
export const MONTHS_LOOKED_AT = 12;
/** Fewer whole months of recorded expenditure tell no pace. */
const LEAST_MONTHS = 3;

export interface DrawdownPace {
  months: number;
  from: Month;
  until: Month;
  perMonth: Halere;
  /** Spent by the end of the project if it goes on like this; never less than what is spent already. */
  expected: Halere;
  /** Of the whole: what would be left, negative what would be missing. Null without a whole. */
  rest: Halere | null;
  /** The day on which the whole would be spent, before the end of the project. */
  exhaustedOn: CalendarDate | null;
}

export type DrawdownOutlook =
  | { kind: "nothing" | "too-soon" | "over" }
  | ({ kind: "pace" } & DrawdownPace);

interface Foreseen {
  series: readonly DrawnBy[];
  /** Day of the first recorded expenditure. */
  firstOn: CalendarDate | null;
  on: CalendarDate;
  endsOn: CalendarDate;
  cap: Halere | null;
}

/** How much the project will have spent at its end, if it goes on as in its last whole months. */
export function drawdownOutlook({ series, firstOn, on, endsOn, cap }: Foreseen): DrawdownOutlook {
  if (firstOn === null) return { kind: "nothing" };
  if (endsOn <= on) return { kind: "over" };
  const until = lastWholeMonth(on);
  const months = monthsFrom(monthOf(firstOn), until).slice(-MONTHS_LOOKED_AT);
  const [from] = months;
  if (from === undefined || months.length < LEAST_MONTHS) return { kind: "too-soon" };
  const base = spentBy(series, lastDayOf(until));
  const added = base - spentBy(series, lastDayOf(addToMonth(from, -1)));
  const days = daysBetween(firstDayOf(from), lastDayOf(until)) + 1;
  const later = shareOf(added, daysBetween(lastDayOf(until), endsOn), days);
  const expected = Math.max(base + later, spentBy(series, on));
  return {
    ...{ kind: "pace", months: months.length, from, until, expected },
    perMonth: shareOf(added, 1, months.length),
    rest: cap === null ? null : cap - expected,
    exhaustedOn:
      cap === null || expected <= cap ? null : exhaustionDay({ base, added, days, until, cap, on }),
  };
}

/** Money times days no longer fits a double. */
function shareOf(amount: Halere, part: number, whole: number): Halere {
  return Number(roundedQuotient(BigInt(amount) * BigInt(part), BigInt(whole)));
}

function exhaustionDay(at: {
  base: Halere;
  added: Halere;
  days: number;
  until: Month;
  cap: Halere;
  on: CalendarDate;
}): CalendarDate | null {
  if (at.added <= 0) return null;
  const left = BigInt(at.cap - at.base) * BigInt(at.days);
  const days = Number((left + BigInt(at.added) - 1n) / BigInt(at.added));
  const day = addDays(lastDayOf(at.until), days);
  return day > at.on ? day : null;
}

function lastWholeMonth(on: CalendarDate): Month {
  const month = monthOf(on);
  return lastDayOf(month) === on ? month : addToMonth(month, -1);
}

function spentBy(series: readonly DrawnBy[], on: CalendarDate): Halere {
  return series.findLast((point) => point.on <= on)?.spent ?? 0;
}
