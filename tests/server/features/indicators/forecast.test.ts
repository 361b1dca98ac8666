import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlookOf } from "../../../../server/features/indicators/forecast/rules.ts";
import type { CountedValue } from "../../../../server/features/indicators/rules.ts";

const measure = { valueType: "number", behaviour: "increment" } as const;
const project = { startsOn: "2025-01-01", endsOn: "2026-12-31" };
const value = (validOn: string, amount: number, isOpening = false): CountedValue => ({
  ...{ id: 1, recordedAt: "", valueText: null, validOn, value: amount, isOpening },
});
const outlook = (values: CountedValue[], given = {}, today = "2026-06-30") =>
  outlookOf({ measure, target: 100, targetOn: null, project, ...given }, values, today);

describe("the outlook of an indicator", () => {
  test("goes on at the pace of the last four months and says what pace is needed", () => {
    const values = [value("2025-06-01", 20), value("2026-03-15", 10), value("2026-06-01", 10)];
    expect(outlook(values)).toMatchObject({
      kind: "pace",
      months: 4,
      perMonthTenths: 50,
      expected: 70,
      missing: 60,
      neededTenths: 100,
      isEnough: false,
      by: "2026-12-31",
    });
  });

  test("of a young project looks at the months that have passed, and at none too soon", () => {
    const young = { project: { startsOn: "2026-05-01", endsOn: "2027-04-30" } };
    expect(outlook([value("2026-06-01", 10)], young)).toMatchObject({
      months: 2,
      perMonthTenths: 50,
    });
    const today = "2026-05-20";
    expect(outlook([], young, today)).toEqual({ kind: "too-soon" });
  });

  test("says that nothing was added lately, whatever an opening value brought", () => {
    const values = [value("2025-06-01", 20), value("2026-06-01", 30, true)];
    expect(outlook(values)).toMatchObject({ kind: "stalled", expected: 50, missing: 50 });
  });

  test("ends with the target: reached, passed by, or not set", () => {
    expect(outlook([value("2026-01-01", 100)])).toEqual({ kind: "reached" });
    expect(outlook([], { targetOn: "2026-03-31" })).toEqual({ kind: "over", missing: 100 });
    expect(outlook([], { target: null })).toEqual({ kind: "no-target" });
  });

  test("never expects less than there is, and calls it enough only with the target", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, "0")}`);
    const values = fc.array(fc.tuple(day, fc.integer({ min: -20, max: 30 })), { maxLength: 12 });
    const holds = fc.property(values, (given) => {
      const all = given.map(([on, amount]) => value(on, amount));
      const now = all.reduce((sum, one) => sum + (one.value ?? 0), 0);
      const foreseen = outlook(all);
      if (!("expected" in foreseen)) return;
      expect(foreseen.expected).toBeGreaterThanOrEqual(now);
      expect(foreseen.isEnough).toBe(foreseen.expected >= 100);
    });
    fc.assert(holds, { seed: 44, numRuns: 200 });
  });
});
