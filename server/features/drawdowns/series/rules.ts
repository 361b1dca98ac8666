import type { RecordedMonth, RequestMonth } from "../../../../db/queries/drawdown-series.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { earlierOf } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import { lastDayOf, type Month, monthOf, monthsFrom } from "../../../values/month.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { flatRatesOf, recordedTogether } from "../rules.ts";

/** What was drawn since the beginning, by the end of a day. */
export interface DrawnBy {
  on: CalendarDate;
  spent: Halere;
  claimed: Halere;
  approved: Halere;
  received: Halere;
}

export interface SeriesFacts {
  recorded: readonly RecordedMonth[];
  requests: readonly RequestMonth[];
  rates: readonly { kind: string; rateBp: BasisPoints }[];
}

/**
 * Cumulative sums by ends of months, from the first that has any until the day of the figures. Flat rates are
 * taken of what was recorded until then, at the rates of the budget in force on the day of the figures.
 */
export function cumulativeSeries(facts: SeriesFacts, on: CalendarDate): DrawnBy[] {
  const months = [...facts.recorded, ...facts.requests].map(({ month }) => month).toSorted();
  const first = months[0];
  return first === undefined
    ? []
    : monthsFrom(first, monthOf(on)).map((month) => drawnBy(facts, month, on));
}

function drawnBy(facts: SeriesFacts, month: Month, on: CalendarDate): DrawnBy {
  const until = <Row extends { month: Month }>(rows: readonly Row[]) =>
    rows.filter((row) => row.month <= month);
  const recorded = recordedTogether(until(facts.recorded));
  const requests = until(facts.requests);
  const add = (sumOf: (row: RequestMonth) => Halere) =>
    requests.reduce((sofar, row) => sofar + sumOf(row), 0);
  return {
    on: earlierOf(lastDayOf(month), on),
    spent: recorded.direct + flatRatesOf(facts.rates, recorded),
    claimed: add(({ submitted, cut, moved }) => submitted - cut - moved),
    approved: add(({ approved }) => approved),
    received: add(({ received }) => received),
  };
}

/** What was drawn in each calendar year, so that the years together are the whole. */
export interface DrawnInYear {
  year: string;
  spent: Halere;
  claimed: Halere;
  approved: Halere;
  received: Halere;
}

export function byYear(series: readonly DrawnBy[]): DrawnInYear[] {
  const ends = new Map(series.map((point) => [point.on.slice(0, 4), point]));
  let before = { spent: 0, claimed: 0, approved: 0, received: 0 };
  return [...ends].map(([year, end]) => {
    const drawn = {
      year,
      spent: end.spent - before.spent,
      claimed: end.claimed - before.claimed,
      approved: end.approved - before.approved,
      received: end.received - before.received,
    };
    before = end;
    return drawn;
  });
}

export interface PlannedPeriod {
  endsOn: CalendarDate;
  /** Null where nothing is planned. */
  planned: Halere | null;
}

export interface PlannedBy {
  on: CalendarDate;
  planned: Halere;
}

/** The cumulative plan at the ends of periods that anything is planned in. */
export function plannedSeries(periods: readonly PlannedPeriod[]): PlannedBy[] {
  let sum = 0;
  return periods.flatMap(({ endsOn, planned }) => {
    if (planned === null) return [];
    sum += planned;
    return [{ on: endsOn, planned: sum }];
  });
}

/** Planned for the periods that have ended by a day; null while none has. */
export function plannedBy(series: readonly PlannedBy[], on: CalendarDate): Halere | null {
  return series.findLast((point) => point.on <= on)?.planned ?? null;
}
