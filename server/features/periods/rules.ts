import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  laterOf,
} from "../../values/calendar-date.ts";

export interface Span {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export interface NumberedSpan extends Span {
  number: number;
}

/** More periods than this are a mistyped date, not a plan. */
export const MOST_PERIODS = 120;

/**
 * Contiguous periods of so many months that fill the span; the last one is as short as it has to be. Each
 * start is counted from the first one, so that a span starting on 31 January has periods from 28 February
 * and 31 March: a month without that day gives its last one (as § 605 of the Civil Code counts).
 */
export function periodsOfLength(span: Span, months: number): Span[] {
  const periods: Span[] = [];
  const startOf = (index: number) => addMonths(span.startsOn, index * months);
  for (let index = 0; startOf(index) <= span.endsOn; index += 1) {
    const lastDay = addDays(startOf(index + 1), -1);
    const endsOn = lastDay < span.endsOn ? lastDay : span.endsOn;
    periods.push({ startsOn: startOf(index), endsOn });
  }
  return periods;
}

/** What is left of the project after its last period; null when they reach its end. */
export function spanLeft(project: Span, periods: Span[]): Span | null {
  const last = periods.at(-1);
  const startsOn = last ? laterOf(addDays(last.endsOn, 1), project.startsOn) : project.startsOn;
  return startsOn > project.endsOn ? null : { startsOn, endsOn: project.endsOn };
}

/** Field of the form → key of its error; nothing when the period may follow those there are. */
export function errorsOfNext(
  period: Span,
  periods: Span[],
  project: Span,
): Partial<Record<keyof Span, string>> {
  const last = periods.at(-1);
  const expected = last && addDays(last.endsOn, 1);
  if (expected !== undefined && period.startsOn !== expected)
    return { startsOn: period.startsOn < expected ? "periodOverlap" : "periodGap" };
  return outside(period, project);
}

/**
 * A changed period takes its neighbours along, so that neither a gap nor an overlap comes about: the one
 * before ends the day before, the one after starts the day after. Errors where nothing would be left of them.
 */
export function withNeighbours<Kept extends NumberedSpan>(
  periods: Kept[],
  changed: NumberedSpan,
  project: Span,
): { errors: Partial<Record<keyof Span, string>>; periods: Kept[] } {
  const after = periods.map((period) => {
    if (period.number === changed.number)
      return { ...period, startsOn: changed.startsOn, endsOn: changed.endsOn };
    if (period.number === changed.number - 1)
      return { ...period, endsOn: addDays(changed.startsOn, -1) };
    if (period.number === changed.number + 1)
      return { ...period, startsOn: addDays(changed.endsOn, 1) };
    return period;
  });
  const isEmpty = (number: number) =>
    after.some((one) => one.number === number && one.startsOn > one.endsOn);
  const errors = outside(changed, project);
  if (isEmpty(changed.number - 1)) errors.startsOn = "periodOverlap";
  if (isEmpty(changed.number + 1)) errors.endsOn = "periodOverlap";
  return { errors, periods: after };
}

/** How long a period is: whole months, and days that make no month. */
export function lengthOf({ startsOn, endsOn }: Span): { months: number; days: number } {
  const after = addDays(endsOn, 1);
  let months = 0;
  while (addMonths(startsOn, months + 1) <= after) months += 1;
  return { months, days: daysBetween(addMonths(startsOn, months), after) };
}

/** Whether the periods follow one another without gap or overlap, inside the project. */
export function areContiguous(periods: NumberedSpan[], project: Span): boolean {
  return periods.every((period, index) => {
    const previous = periods[index - 1];
    const follows = previous === undefined || period.startsOn === addDays(previous.endsOn, 1);
    return (
      follows && period.number === index + 1 && Object.keys(outside(period, project)).length === 0
    );
  });
}

function outside(period: Span, project: Span): Partial<Record<keyof Span, string>> {
  if (period.startsOn < project.startsOn || period.startsOn > project.endsOn)
    return { startsOn: "outsideProject" };
  if (period.endsOn < period.startsOn) return { endsOn: "endBeforeStart" };
  return period.endsOn > project.endsOn ? { endsOn: "outsideProject" } : {};
}
