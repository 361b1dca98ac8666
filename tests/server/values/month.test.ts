import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addToMonth,
  firstDayOf,
  isMonth,
  lastDayOf,
  monthOf,
  monthsFrom,
} from "../../../server/values/month.ts";

fc.configureGlobal({ seed: 20261121 });

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

describe("a month", () => {
  test("is YYYY-MM of the years 1900 to 2199", () => {
    const good = ["1900-01", "2026-11", "2199-12"];
    const bad = ["1899-12", "2200-01", "2026-00", "2026-13", "2026-1", "2026-11-01", "11/2026", ""];
    expect(good.filter(isMonth)).toEqual(good);
    expect(bad.filter(isMonth)).toEqual([]);
  });

  test("has a first and a last day, both its own", () => {
    fc.assert(
      fc.property(months, (month) => {
        const expected = Temporal.PlainYearMonth.from(month);
        expect(firstDayOf(month)).toBe(expected.toPlainDate({ day: 1 }).toString());
        expect(lastDayOf(month)).toBe(expected.toPlainDate({ day: 31 }).toString());
        expect(monthOf(lastDayOf(month))).toBe(month);
      }),
    );
  });

  test("moves over the turns of years", () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -2000, max: 2000 }), (month, n) => {
        const expected = Temporal.PlainYearMonth.from(month).add({ months: n });
        expect(addToMonth(month, n)).toBe(expected.toString());
      }),
    );
  });

  test("begins a list that ends with the last one", () => {
    expect(monthsFrom("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(monthsFrom("2026-02", "2026-02")).toEqual(["2026-02"]);
    expect(monthsFrom("2026-02", "2026-01")).toEqual([]);
  });

  test("that is none is not reckoned with", () => {
    expect(() => addToMonth("2026", 1)).toThrow(RangeError);
    expect(() => lastDayOf("březen 2026")).toThrow(RangeError);
  });
});
