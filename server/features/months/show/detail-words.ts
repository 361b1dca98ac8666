import { percentOf } from "../../../values/percent.ts";
import type { EventFacts, MonthDetails, SourceFacts } from "../figures/details/facts.ts";
import type { Wording } from "../words.ts";

/** A confidential event is called so, by everybody. */
export function eventText({ title }: EventFacts, { texts }: Wording): string {
  return title ?? texts.events.confidential;
}

/** Total, previously, in the month, so far, per cent and what remains; nothing where it is not known. */
export function sourceCells(
  { totalHalere, previouslyHalere, inMonthHalere, soFarHalere }: SourceFacts,
  { formats }: Wording,
): string[] {
  const money = (halere: number | null) => (halere === null ? "–" : formats.money(halere));
  const share =
    soFarHalere === null || totalHalere === null ? undefined : percentOf(soFarHalere, totalHalere);
  const remaining = totalHalere === null || soFarHalere === null ? null : totalHalere - soFarHalere;
  return [
    ...[totalHalere, previouslyHalere, inMonthHalere, soFarHalere].map(money),
    share === undefined ? "–" : formats.percent(share),
    money(remaining),
  ];
}

type Amounts = Pick<
  SourceFacts,
  "totalHalere" | "previouslyHalere" | "inMonthHalere" | "soFarHalere"
>;

/** The sum of all sources; of a column with anything unknown in it there is none. */
export function sourceSum(sources: readonly SourceFacts[]): SourceFacts {
  const sum = (of: (source: Amounts) => number | null) =>
    sources.reduce<number | null>((total, source) => {
      const value = of(source);
      return total === null || value === null ? null : total + value;
    }, 0);
  return {
    ...{ kind: "sum", name: "", sharePpm: null },
    totalHalere: sum((source) => source.totalHalere),
    previouslyHalere: sum((source) => source.previouslyHalere),
    inMonthHalere: sum((source) => source.inMonthHalere),
    soFarHalere: sum((source) => source.soFarHalere),
  };
}

/** Hours and people of the month, and who crossed the threshold; nothing where there was no support at all. */
export function supportLines({ support }: MonthDetails, { texts, formats }: Wording): string[] {
  const words = texts.summaries.events;
  if (support.persons === 0) return [];
  const { minutesInMonth, personsInMonth, overThreshold, crossedInMonth } = support;
  const month = words.support(
    formats.hours(minutesInMonth),
    formats.number(personsInMonth),
    personsInMonth,
  );
  if (overThreshold === null) return [month];
  const crossed = formats.number(crossedInMonth ?? 0);
  return [month, words.over(formats.number(overThreshold), overThreshold, crossed)];
}
