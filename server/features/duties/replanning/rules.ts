import { addDays, addMonths, laterOf } from "../../../values/calendar-date.ts";
import { lengthOf, type NumberedSpan, periodsOfLength, type Span } from "../../periods/rules.ts";

/** A period that is there already keeps its id, a new one has none. */
export type FittedPeriod = NumberedSpan & { id?: number };

/**
 * The periods of a project whose span changes. Periods of one length are laid out anew, number by number;
 * of others the first one follows the start, the last one the end, and what is left is filled. Null where a
 * period would vanish at the start: then somebody has to decide.
 */
export function fitPeriods(
  periods: readonly FittedPeriod[],
  { from, to, months }: { from: Span; to: Span; months: number | null },
): FittedPeriod[] | null {
  const usual = [ownLength(periods), months].find((one) => one && isRegular(periods, from, one));
  const spans = usual ? periodsOfLength(to, usual) : fitIrregular(periods, { from, to, months });
  return (
    spans?.map((span, index) => {
      const id = periods[index]?.id;
      return { ...span, number: index + 1, ...(id === undefined ? {} : { id }) };
    }) ?? null
  );
}

/** The length of the first period in months, where it has whole ones. */
function ownLength(periods: readonly Span[]): number | null {
  const first = periods[0];
  if (!first) return null;
  const { months, days } = lengthOf(first);
  return days === 0 && months > 0 ? months : null;
}

function isRegular(periods: readonly Span[], span: Span, months: number): boolean {
  const regular = periodsOfLength(span, months);
  return regular.length === periods.length && regular.every((one, i) => isSame(one, periods[i]));
}

function isSame(one: Span, other: Span | undefined): boolean {
  return one.startsOn === other?.startsOn && one.endsOn === other.endsOn;
}

function fitIrregular(
  periods: readonly Span[],
  { from, to, months }: { from: Span; to: Span; months: number | null },
): Span[] | null {
  const [first] = periods;
  if (!first) return [];
  const startsOn = first.startsOn === from.startsOn ? to.startsOn : first.startsOn;
  if (startsOn > first.endsOn) return null;
  const started = [{ ...first, startsOn }, ...periods.slice(1)];
  const kept = started.filter((one) => one.startsOn <= to.endsOn);
  const last = kept.at(-1);
  if (!last) return null;
  const wereWhole = periods.at(-1)?.endsOn === from.endsOn;
  if (last.endsOn >= to.endsOn || !wereWhole) return ended(kept, to);
  return grown(kept, last, { to, months });
}

function ended(periods: Span[], { endsOn }: Span): Span[] {
  return periods.map((one) => (one.endsOn > endsOn ? { ...one, endsOn } : one));
}

/** The last period grows to the usual length before others follow it. */
function grown(
  periods: Span[],
  last: Span,
  { to, months }: { to: Span; months: number | null },
): Span[] {
  if (months === null) return [...periods.slice(0, -1), { ...last, endsOn: to.endsOn }];
  const full = laterOf(addDays(addMonths(last.startsOn, months), -1), last.endsOn);
  const endsOn = full < to.endsOn ? full : to.endsOn;
  const rest = { startsOn: addDays(endsOn, 1), endsOn: to.endsOn };
  const further = rest.startsOn > to.endsOn ? [] : periodsOfLength(rest, months);
  return [...periods.slice(0, -1), { ...last, endsOn }, ...further];
}

export interface PeriodChange {
  number: number;
  before: Span | null;
  after: Span | null;
}

/** What fitting changes, period by period; nothing where it leaves all as it is. */
export function changesOfPeriods(
  before: readonly FittedPeriod[],
  after: readonly FittedPeriod[],
): PeriodChange[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    before: before[index] ?? null,
    after: after[index] ?? null,
  })).filter(({ before: was, after: is }) => !(was && is && isSame(was, is)));
}

/** What may have been done for a period, so that it cannot simply go or change its days. */
export interface PeriodUse {
  id: number;
  /** Targets, money, reports or files refer to it. */
  isUsed: boolean;
  /** Its report was handed in. */
  isSettled: boolean;
}

/** Numbers of periods that fitting would remove though something refers to them, or change though their report is in. */
export function hindrances(
  changes: readonly PeriodChange[],
  periods: readonly FittedPeriod[],
  uses: readonly PeriodUse[],
): number[] {
  return changes
    .filter(({ number, before, after }) => {
      const use = uses.find(({ id }) => id === periods[number - 1]?.id);
      if (!before || !use) return false;
      return use.isSettled || (after === null && use.isUsed);
    })
    .map(({ number }) => number);
}
