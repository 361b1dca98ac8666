import { describe, expect, test } from "vitest";
import type { IndicatorFields } from "../../../../db/queries/indicators.ts";
import { contradictions } from "../../../../server/features/indicators/contradictions.ts";
import { readCell } from "../../../../server/features/indicators/month-values/rules.ts";
import {
  achievedBetween,
  figureOf,
  indicatorPace,
  percentageOf,
  type RecordedValue,
  seriesOf,
} from "../../../../server/features/indicators/rules.ts";
import { plannedLevels, plannedOn } from "../../../../server/features/indicators/targets/rules.ts";

const GROWING = { valueType: "number", behaviour: "increment" } as const;
const STATE = { valueType: "number", behaviour: "state" } as const;

let count = 0;
function value(
  validOn: string,
  amount: number | null,
  more: Partial<RecordedValue> = {},
): RecordedValue {
  count += 1;
  return {
    id: count,
    correctsId: null,
    validOn,
    recordedAt: `${validOn}T10:00:00.000Z`,
    value: amount,
    valueText: null,
    isOpening: false,
    ...more,
  };
}

describe("what was achieved in a span of days", () => {
  const march = { after: "2026-02-28", until: "2026-03-31" };

  test("is the sum of increments, the opening value left out although the total counts it", () => {
    const values = [
      value("2026-03-01", 40, { isOpening: true }),
      value("2026-03-15", 5),
      value("2026-03-31", -2),
      value("2026-04-01", 7),
    ];
    expect(achievedBetween(GROWING, values, march)).toBe(3);
    expect(figureOf(GROWING, values, "2026-03-31").value).toBe(43);
    expect(achievedBetween(GROWING, [], march)).toBe(0);
  });

  test("is the difference of states, and unknown where there was nothing before", () => {
    const values = [value("2026-02-10", 20), value("2026-03-20", 15)];
    expect(achievedBetween(STATE, values, march)).toBe(-5);
    expect(achievedBetween(STATE, values.slice(1), march)).toBeNull();
  });

  test("a percentage is a state even where its indicator says increments", () => {
    const measure = { valueType: "percentage", behaviour: "increment" } as const;
    const values = [value("2026-01-10", 400), value("2026-02-10", 450)];
    expect(figureOf(measure, values, "2026-12-31")).toMatchObject({ value: 450, on: "2026-02-10" });
  });

  test("the figure goes on from day to day, several values of one day as one step", () => {
    const values = [value("2026-01-10", 2), value("2026-01-10", 3), value("2026-02-01", 1)];
    expect(seriesOf(GROWING, values)).toEqual([
      { on: "2026-01-10", value: 5 },
      { on: "2026-02-01", value: 6 },
    ]);
  });
});

test("a percentage is rounded half away from zero to the decimals of its indicator", () => {
  expect(percentageOf({ numerator: 1, denominator: 3 }, 1)).toBe(333);
  expect(percentageOf({ numerator: 1, denominator: 8 }, 0)).toBe(13);
  expect(percentageOf({ numerator: 250, denominator: 200 }, 2)).toBe(12_500);
});

describe("the pace of an indicator", () => {
  const project = { startsOn: "2026-01-01", endsOn: "2026-12-31" };
  const indicator = {
    valueType: "number" as const,
    isCommitted: true,
    direction: "up" as const,
    baseline: null,
    target: 100,
    achieved: 40,
    targetOn: null,
  };

  test("is measured by even time to the end of the project, or to its own day", () => {
    expect(indicatorPace(indicator, project, "2026-05-01")).toBe("on-pace");
    expect(indicatorPace(indicator, project, "2026-07-01")).toBe("behind");
    const sooner = { ...indicator, targetOn: "2026-06-30" };
    expect(indicatorPace(sooner, project, "2026-05-01")).toBe("behind");
    expect(indicatorPace({ ...sooner, achieved: 100 }, project, "2026-05-01")).toBe("met");
  });

  test("is unknown without a target and for a rating in words", () => {
    expect(indicatorPace({ ...indicator, target: null }, project, "2026-05-01")).toBe("no-target");
    const words = { ...indicator, valueType: "text" as const };
    expect(indicatorPace(words, project, "2026-05-01")).toBe("no-target");
  });
});

describe("targets of periods", () => {
  const period = (from: string, until: string, target: number | null) => ({
    startsOn: from,
    endsOn: until,
    target,
  });
  const periods = [
    period("2026-01-01", "2026-06-30", 20),
    period("2026-07-01", "2026-12-31", null),
    period("2027-01-01", "2027-06-30", 30),
  ];

  test("of increments add up, a period without one adds nothing", () => {
    const levels = plannedLevels(GROWING, periods);
    expect(levels.map(({ level }) => level)).toEqual([20, 20, 50]);
    expect(plannedOn(levels, "2026-12-31")).toBe(20);
    expect(plannedOn(levels, "2025-12-31")).toBeUndefined();
  });

  test("of a state stand for themselves, a period without one says nothing", () => {
    expect(plannedLevels(STATE, periods).map(({ level }) => level)).toEqual([20, 30]);
  });
});

describe("a cell of the grid", () => {
  test("is read by the type of its indicator, with comma and dot", () => {
    const oneDecimal = { valueType: "number", decimals: 1 } as const;
    expect(readCell(oneDecimal, "1 234,5")).toMatchObject({ amount: { value: 12_345 } });
    expect(readCell(oneDecimal, "3.5")).toMatchObject({ amount: { value: 35 } });
    expect(readCell({ valueType: "number", decimals: 0 }, "3,5")).toEqual({ error: "wholeNumber" });
    expect(readCell(oneDecimal, "=1+1")).toEqual({ error: "validNumber" });
    const text = readCell({ valueType: "text", decimals: 0 }, "12/30");
    expect(text).toMatchObject({ amount: { valueText: "12/30", value: null } });
  });

  test("of a percentage may hold its parts, but no whole of nothing", () => {
    const percentage = { valueType: "percentage", decimals: 1 } as const;
    expect(readCell(percentage, "91 / 200")).toMatchObject({
      amount: { numerator: 91, denominator: 200 },
    });
    expect(readCell(percentage, "45,5")).toMatchObject({ amount: { value: 455 } });
    expect(readCell(percentage, "5/0")).toEqual({ error: "wholeAboveZero" });
    expect(readCell(percentage, "-5")).toEqual({ error: "atLeast:0" });
  });
});

describe("an indicator that contradicts itself", () => {
  const ordinary = {
    kind: "output",
    valueType: "number",
    behaviour: "increment",
    direction: "up",
    baseline: null,
    decimals: 0,
    target: 100,
    targetText: null,
    computation: null,
  } as IndicatorFields;

  test.each([
    ["nothing", {}, {}],
    ["a target of nothing", { target: 0 }, { target: "aboveZero" }],
    ["percentages that add up", { valueType: "percentage" }, { behaviour: "incrementsAreNumbers" }],
    [
      "a state counted from facts",
      { computation: "persons-supported", behaviour: "state" },
      { computation: "computedAreCounts" },
    ],
    [
      "tenths of a person",
      { computation: "persons-supported", decimals: 1 },
      { computation: "computedAreCounts" },
    ],
    ["increments that fall", { direction: "down" }, { direction: "onlyStatesFall" }],
    [
      "a fall without a beginning",
      { direction: "down", behaviour: "state" },
      { baseline: "required" },
    ],
    [
      "a fall that rises",
      { direction: "down", behaviour: "state", baseline: 50 },
      { baseline: "aboveTarget" },
    ],
    ["a fall to nothing", { direction: "down", behaviour: "state", baseline: 50, target: 0 }, {}],
    ["a number with a target in words", { targetText: "hotovo" }, { targetText: "targetIsNumber" }],
    [
      "words with a number for a target",
      { valueType: "text", behaviour: "state", baseline: 1 },
      { target: "targetIsText", baseline: "targetIsText" },
    ],
    ["a data item with a target", { kind: "data-item" }, { target: "noTargetForDataItem" }],
  ] as [string, Partial<IndicatorFields>, Record<string, string>][])(
    "is refused: %s",
    (_name, fields, problems) => {
      expect(contradictions({ ...ordinary, ...fields })).toEqual(problems);
    },
  );
});
