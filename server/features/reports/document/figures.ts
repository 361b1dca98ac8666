import type { Formats } from "../../../texts/formats.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import type { Cell, TableBlock, TilesBlock } from "../../exports/writing/documents/document.ts";
import { amountText, changeText } from "../../indicators/words.ts";
import type { ActivityFigures, IndicatorFigures, ReportFigures } from "../drafting/figures.ts";
import type { Words } from "../words.ts";

const EMPTY = "–";

/** Where the project stands by the last day of the period. */
export function presentTiles(figures: ReportFigures, { texts, formats }: Words): TilesBlock {
  const { tiles: words } = texts.reportFigures;
  const { timeBp, physicalBp, physicalBeforeBp, money, people } = figures;
  const sum = (halere: number | null) =>
    halere === null ? words.unknown : formats.wholeMoney(halere);
  return {
    kind: "tiles",
    tiles: [
      {
        ...{ label: words.time, value: formats.percent(timeBp), note: words.timeNote },
        percent: whole(timeBp),
      },
      physicalBp === null
        ? { label: words.physical, value: words.unknown }
        : {
            ...{ label: words.physical, value: formats.percent(physicalBp) },
            ...(physicalBeforeBp === null
              ? {}
              : { note: words.before(formats.percent(physicalBeforeBp)) }),
            percent: whole(physicalBp),
          },
      {
        ...{ label: words.spent, value: sum(money.incrementHalere) },
        note: words.spentNote(sum(money.spentHalere)),
      },
      {
        ...{ label: words.persons, value: formats.number(people.persons) },
        note: words.personsNote(formats.number(people.supportedToDate)),
      },
    ],
  };
}

function whole(points: number): number {
  return Math.min(100, Math.max(0, Math.round(points / 100)));
}

export function presentIndicators(
  { indicators }: Pick<ReportFigures, "indicators">,
  { texts, formats }: Words,
): TableBlock {
  const { columns } = texts.reportFigures.indicators;
  const number = (header: string) => ({ header, weight: 1, isNumber: true });
  return {
    kind: "table",
    columns: [
      { header: columns.indicator, weight: 4 },
      ...[columns.baseline, columns.target, columns.increment].map(number),
      ...[columns.cumulative, columns.fulfilment].map(number),
    ],
    rows: indicators.map((one) => ({ cells: indicatorCells(one, { texts, formats }) })),
  };
}

function indicatorCells(one: IndicatorFigures, { texts, formats }: Words): Cell[] {
  const { indicators: words } = texts.reportFigures;
  const amount = (value: number | null, text: string | null = null) =>
    amountText(one, { value, text }, formats) ?? EMPTY;
  const { name, code, unit, baseline, target, targetText, cumulative, text, fulfilmentBp } = one;
  const note = [code === null ? null : formatIndicatorCode(code), unit].filter(Boolean).join(", ");
  return [
    { text: name, ...(note === "" ? {} : { note }) },
    { text: amount(baseline) },
    { text: amountText(one, { value: target, text: targetText }, formats) ?? words.noTarget },
    {
      text: incrementText(one, formats),
      ...(one.late === 0 ? {} : { note: words.late(changeText(one, one.late, formats)) }),
    },
    { text: amount(cumulative, text), isStrong: true },
    { text: fulfilmentBp === null ? EMPTY : formats.percent(fulfilmentBp) },
  ];
}

/** `+3`; what is told in words has no increment. */
export function incrementText(one: IndicatorFigures, formats: Formats): string {
  return one.increment === null || one.valueType === "text"
    ? EMPTY
    : changeText(one, one.increment, formats);
}

/** From when increments are counted. */
export function sinceText(
  { sinceSubmission }: Pick<ReportFigures, "sinceSubmission">,
  { texts, formats }: Words,
): string {
  const { indicators: words } = texts.reportFigures;
  return sinceSubmission === null ? words.sinceStart : words.since(formats.date(sinceSubmission));
}

export function presentPeople({ people }: Pick<ReportFigures, "people">, words: Words) {
  const { texts, formats } = words;
  const { people: names } = texts.reportFigures;
  const counts: [string, number][] = [
    [names.events, people.events],
    [names.persons, people.persons],
    [names.women, people.women],
    [names.heads, people.heads],
    [names.newlySupported, people.newlySupported],
    [names.supportedToDate, people.supportedToDate],
    [names.entered, people.entered],
    [names.exited, people.exited],
    [names.reachedThreshold, people.reachedThreshold],
  ];
  return [
    ...counts.map(([text, n]) => ({ text, side: formats.number(n) })),
    { text: names.hours, side: formats.hours(people.minutes) },
    { text: names.hoursToDate, side: formats.hours(people.minutesToDate) },
  ];
}

/** Recorded direct costs of each period, and what they come to with the flat rates. */
export function presentMoney({ money }: Pick<ReportFigures, "money">, words: Words) {
  const { texts, formats } = words;
  const { money: names } = texts.reportFigures;
  const total = money.periods.reduce((sum, { directHalere }) => sum + directHalere, 0);
  const line = (text: string, halere: number | null) =>
    halere === null ? [] : [{ text, side: formats.money(halere) }];
  return [
    ...money.periods.map(({ number, directHalere }) => ({
      text: names.period(formats.number(number)),
      side: formats.money(directHalere),
    })),
    { text: `${names.total}: ${names.direct}`, side: formats.money(total) },
    ...line(names.spent, money.spentHalere),
    ...line(names.budget, money.budgetHalere),
  ];
}

export function presentEvents(
  { events }: Pick<ReportFigures, "events">,
  { texts, formats }: Words,
): TableBlock {
  const { columns, confidential } = texts.reportFigures.events;
  const number = (header: string) => ({ header, weight: 1, isNumber: true });
  return {
    kind: "table",
    columns: [
      { header: columns.event, weight: 4 },
      { header: columns.dates, weight: 2 },
      ...[columns.persons, columns.women, columns.hours].map(number),
    ],
    rows: events.map((one) => ({
      cells: [
        { text: one.title ?? confidential },
        {
          text: one.from === one.to ? formats.date(one.from) : formats.dateRange(one.from, one.to),
        },
        { text: formats.number(one.persons) },
        { text: formats.number(one.women) },
        { text: formats.hours(one.minutes) },
      ],
    })),
  };
}

/** `3 akce, 42 osob, 126 h podpory, hotovo 40 %` */
export function activityLine(
  figures: ActivityFigures | undefined,
  { texts, formats }: Words,
): string {
  const { activity: words } = texts.reportFigures;
  if (!figures) return words.nothing;
  const { events, persons, minutes, outputsDone, percent } = figures;
  const counted = (n: number, say: (n: number, text: string) => string) =>
    n === 0 ? [] : [say(n, formats.number(n))];
  const parts = [
    ...counted(events, words.events),
    ...counted(persons, words.persons),
    ...(minutes === 0 ? [] : [words.hours(formats.hours(minutes))]),
    ...counted(outputsDone, words.outputs),
    ...(percent === null ? [] : [words.percent(formats.percent(percent * 100))]),
  ];
  return parts.length === 0 ? words.nothing : parts.join(", ");
}
