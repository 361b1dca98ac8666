import fc from "fast-check";
import {
  type ChartInput,
  type ChartPin,
  type ChartRow,
  PIN_KINDS,
  ROW_STATES,
} from "../../../../server/features/timelines/drawing/chart-input.ts";
import type { Span } from "../../../../server/features/timelines/rules.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { mentalHealthChart } from "./mental-health-chart.ts";

const FIRST_DAY = "2020-01-01";

const words = fc.constantFrom(
  ..."Realizace odborných seminářů/ workshopů, webinářů kulatých stolů v LK a o péči zdravotně-sociálně-vzdělávacím nejneobhospodařovávatelnějšímu PEER 40 (tj. „Krajského plánu“".split(
    " ",
  ),
);
/** Czech words mostly; sometimes anything that can be typed. */
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(words, { maxLength: 24 }).map((list) => list.join(" ")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(FIRST_DAY, days));

function spanArbitrary(longest: number): fc.Arbitrary<Span> {
  return fc
    .tuple(day, fc.integer({ min: 0, max: longest }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));
}

function rowArbitrary(key: number): fc.Arbitrary<ChartRow> {
  const maybeSpan = fc.option(spanArbitrary(1500));
  return fc.record({
    key: fc.constant(`row ${key}`),
    level: fc.constantFrom(0 as const, 1 as const),
    code: fc.constantFrom("", "KA1", "KA4 d", "CZ.03.02.02/00/22_006/0001329"),
    title: text,
    note: text,
    description: text,
    href: fc.constantFrom(null, "/projects/1"),
    dates: maybeSpan,
    baseline: maybeSpan,
    percentDone: fc.option(fc.integer({ min: 0, max: 100 })),
    barLabel: fc.oneof(fc.constantFrom("", "45 %", "100 % · ve skluzu o 92 dnů"), text),
    state: fc.constantFrom(...ROW_STATES),
    outsideParent: fc.boolean(),
  });
}

function pinArbitrary(index: number, rows: number): fc.Arbitrary<ChartPin> {
  return fc.record({
    date: day,
    kind: fc.constantFrom(...PIN_KINDS),
    state: fc.constantFrom("open" as const, "done" as const, "overdue" as const),
    rowKey: fc.option(fc.integer({ min: 0, max: rows + 1 }).map((row) => `row ${row}`)),
    label: text,
    shortLabel: fc.constantFrom("", "ZoR 3"),
    description: fc.constant(`pin ${index}.`),
    href: fc.constantFrom(null, `/milestones/${index}`),
  });
}

/** Any drawing, from a phone to A3, over a day to nine years. */
export const randomChart: fc.Arbitrary<ChartInput> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 40 }))
  .chain(([rows, pins]) =>
    fc.record({
      span: fc.oneof(spanArbitrary(60), spanArbitrary(500), spanArbitrary(3300)),
      today: day,
      width: fc.integer({ min: 320, max: 1800 }),
      medium: fc.constantFrom("screen" as const, "print" as const),
      rowPins: fc.constantFrom("labelled" as const, "marks" as const),
      heading: fc.option(text),
      rows: fc.tuple(...Array.from({ length: rows }, (_, index) => rowArbitrary(index))),
      pins: fc.tuple(...Array.from({ length: pins }, (_, index) => pinArbitrary(index, rows))),
      periods: day.map(halfYears),
      groupHref: fc.constantFrom(null, "#table"),
    }),
  )
  .map((differences) => mentalHealthChart(differences));

function halfYears(start: string) {
  return Array.from({ length: 6 }, (_, index) => ({
    span: { from: addDays(start, 182 * index), to: addDays(start, 182 * index + 181) },
    label: `${index + 1}. sledované období`,
    shortLabel: `${index + 1}.`,
    description: `${index + 1}. sledované období`,
  }));
}
