import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  changesOfPeriods,
  fitPeriods,
  hindrances,
} from "../../../../../server/features/duties/replanning/rules.ts";
import { periodsOfLength, type Span } from "../../../../../server/features/periods/rules.ts";

const numbered = (spans: Span[]) =>
  spans.map((span, index) => ({ ...span, number: index + 1, id: 10 + index }));
const told = (spans: readonly Span[] | null) =>
  spans?.map(({ startsOn, endsOn }) => `${startsOn}–${endsOn}`);

const from = { startsOn: "2020-09-01", endsOn: "2022-06-30" };
const regular = numbered(periodsOfLength(from, 6));

describe("periods of one length, when the project changes", () => {
  test("the short last one grows before another follows", () => {
    const to = { ...from, endsOn: "2022-12-31" };
    expect(told(fitPeriods(regular, { from, to, months: 6 }))?.slice(3)).toEqual([
      "2022-03-01–2022-08-31",
      "2022-09-01–2022-12-31",
    ]);
  });

  test("an earlier end shortens the last one and removes those behind it", () => {
    const to = { ...from, endsOn: "2021-07-31" };
    const fitted = fitPeriods(regular, { from, to, months: 6 });
    expect(told(fitted)).toEqual(["2020-09-01–2021-02-28", "2021-03-01–2021-07-31"]);
    expect(
      changesOfPeriods(regular, fitted ?? []).map(({ number, after }) => [number, after?.endsOn]),
    ).toEqual([
      [2, "2021-07-31"],
      [3, undefined],
      [4, undefined],
    ]);
  });

  test("a later start moves all of them, number by number", () => {
    const to = { startsOn: "2020-11-01", endsOn: "2022-08-31" };
    const fitted = fitPeriods(regular, { from, to, months: 6 });
    expect(told(fitted)).toEqual([
      "2020-11-01–2021-04-30",
      "2021-05-01–2021-10-31",
      "2021-11-01–2022-04-30",
      "2022-05-01–2022-08-31",
    ]);
    expect(fitted?.map(({ id }) => id)).toEqual([10, 11, 12, 13]);
  });

  test("their own length counts, whatever the programme says", () => {
    const to = { ...from, endsOn: "2022-08-31" };
    expect(fitPeriods(regular, { from, to, months: 3 })).toHaveLength(4);
  });
});

describe("periods of different lengths, when the project changes", () => {
  const uneven = numbered([
    { startsOn: "2020-09-01", endsOn: "2020-12-31" },
    { startsOn: "2021-01-01", endsOn: "2021-12-31" },
    { startsOn: "2022-01-01", endsOn: "2022-06-30" },
  ]);
  const fittedTo = (to: Partial<Span>, months: number | null = 6) =>
    told(fitPeriods(uneven, { from, to: { ...from, ...to }, months }));

  test("only the last one follows the end, and what is left is filled", () => {
    expect(fittedTo({ endsOn: "2022-08-31" })?.slice(1)).toEqual([
      "2021-01-01–2021-12-31",
      "2022-01-01–2022-06-30",
      "2022-07-01–2022-08-31",
    ]);
  });

  test("without a usual length the last one takes it all", () => {
    expect(fittedTo({ endsOn: "2023-08-31" }, null)?.at(-1)).toBe("2022-01-01–2023-08-31");
  });

  test("the first one follows the start", () => {
    expect(fittedTo({ startsOn: "2020-10-15" })?.[0]).toBe("2020-10-15–2020-12-31");
  });

  test("a start behind the first one is nothing to be guessed", () => {
    expect(fittedTo({ startsOn: "2021-02-01" })).toBeUndefined();
  });

  test("periods that do not reach the end yet are not extended", () => {
    const begun = uneven.slice(0, 2);
    const to = { ...from, endsOn: "2022-12-31" };
    expect(told(fitPeriods(begun, { from, to, months: 6 }))).toEqual(told(begun));
  });
});

test("without periods there is nothing to fit", () => {
  expect(fitPeriods([], { from, to: from, months: 6 })).toEqual([]);
});

test("a handed-in report and whatever refers to a vanishing period stand in the way", () => {
  const to = { ...from, endsOn: "2021-07-31" };
  const changes = changesOfPeriods(regular, fitPeriods(regular, { from, to, months: 6 }) ?? []);
  const use = (id: number, isUsed: boolean, isSettled: boolean) => ({ id, isUsed, isSettled });
  expect(hindrances(changes, regular, [use(10, true, true), use(11, true, false)])).toEqual([]);
  expect(hindrances(changes, regular, [use(11, true, true)])).toEqual([2]);
  expect(hindrances(changes, regular, [use(12, true, false), use(13, false, false)])).toEqual([3]);
});

test("whatever the project becomes, its periods follow one another and fill it, as they did before", () => {
  const day = (n: number) => Temporal.PlainDate.from("2019-01-15").add({ days: n });
  const number = fc.integer({ min: 0, max: 1_500 });
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 1_400 }), { maxLength: 5 });
  fc.assert(
    fc.property(
      number,
      number,
      number,
      cuts,
      fc.integer({ min: 1, max: 24 }),
      (a, b, c, at, months) => {
        const was = { startsOn: `${day(0)}`, endsOn: `${day(1_400 + a)}` };
        const ends = at.toSorted((x, y) => x - y);
        const spans = [...ends, 1_401 + a].map((end, index) => ({
          startsOn: `${day(index === 0 ? 0 : (ends[index - 1] ?? 0))}`,
          endsOn: `${day(end - 1)}`,
        }));
        const to = { startsOn: `${day(b - 700)}`, endsOn: `${day(b - 700 + c)}` };
        const fitted = fitPeriods(numbered(spans), { from: was, to, months });
        if (fitted === null) return;
        expect(fitted[0]?.startsOn).toBe(to.startsOn);
        expect(fitted.at(-1)?.endsOn).toBe(to.endsOn);
        const starts = fitted.slice(1).map(({ startsOn }) => startsOn);
        const follow = fitted
          .slice(0, -1)
          .map(({ endsOn }) => `${Temporal.PlainDate.from(endsOn).add({ days: 1 })}`);
        expect(starts).toEqual(follow);
        expect(fitted.every(({ startsOn, endsOn }) => startsOn <= endsOn)).toBe(true);
      },
    ),
    { seed: 9, numRuns: 400 },
  );
});
