import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountOf } from "../../../../server/features/budgets/amounts/rules.ts";
import {
  categoryOf,
  codeKey,
  codesAbove,
  isStaffCode,
  parseCode,
} from "../../../../server/features/budgets/rules.ts";
import { faultsOf, type WrittenLine } from "../../../../server/features/budgets/trees/rules.ts";

const seed = { seed: 20_260_302, numRuns: 500 };

function line(code: string, given: Partial<WrittenLine> = {}): WrittenLine {
  const priced = { unit: null, unitPriceHalere: null, unitsE4: null };
  return { code, name: code, ...priced, flatRateKind: null, flatRateBp: null, ...given };
}

describe("codes of lines", () => {
  test("a code is read with the blanks that papers break it by, and nothing else is one", () => {
    expect(parseCode(" 1.1.4.1 .1 ")).toBe("1.1.4.1.1");
    expect(parseCode("1.1.")).toBe("1.1");
    for (const typed of ["", "1..1", "1.0", "01", "1,1", "a", "1.1.1.1.1.1.1.1.1", "1.12345"])
      expect(parseCode(typed)).toBeUndefined();
  });

  test("the tenth line of a chapter comes after the ninth", () => {
    const codes = ["1.1.10", "1.1.9", "1.2", "1.1", "1"];
    const inOrder = codes.toSorted((a, b) => (codeKey(a) < codeKey(b) ? -1 : 1));
    expect(inOrder).toEqual(["1", "1.1", "1.1.9", "1.1.10", "1.2"]);
    expect(codesAbove("1.1.4.2")).toEqual(["1", "1.1", "1.1.4"]);
    expect(codesAbove("1")).toEqual([]);
  });

  test("chapters say what lines are, and 1.11 is not under 1.1", () => {
    expect(
      ["1", "1.1", "1.1.4.2", "1.2", "1.2.1", "1.11", "2", "2.4", "3", "5"].map(categoryOf),
    ).toEqual(
      ["eligible", "direct", "direct", "flat-rate", "flat-rate", "eligible", "ineligible"].concat([
        "ineligible",
        "information",
        undefined as unknown as string,
      ]),
    );
    expect(["1.1.1", "1.1.3.2", "1.1.4", "1.1.10"].map(isStaffCode)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("the amount of a line", () => {
  test("is price times units to the haléř, and the nearest that come out whole are named", () => {
    expect(amountOf({ unitPriceHalere: 33_333, unitsE4: 30_000 })).toEqual({
      ok: true,
      halere: 99_999,
    });
    expect(amountOf({ unitPriceHalere: 33_333, unitsE4: 15_000 })).toEqual({
      ok: false,
      reason: "inexact",
      nearest: { unitsE4: [10_000, 20_000], unitPriceHalere: [33_332, 33_334] },
    });
    expect(amountOf({ unitPriceHalere: null, unitsE4: 15_000 })).toEqual({ ok: true, halere: 0 });
    expect(amountOf({ unitPriceHalere: 10 ** 14, unitsE4: 20_000 })).toMatchObject({
      reason: "tooLarge",
    });
  });

  const isWhole = (price: number, units: number) =>
    (BigInt(price) * BigInt(units)) % 10_000n === 0n;

  /** Whole, next to what was typed, and nothing that would come out whole lies between. */
  function checkNearest([low, high]: [number, number], typed: number, factor: number): void {
    expect([isWhole(low, factor), isWhole(high, factor)]).toEqual([true, true]);
    expect(low < typed && typed < high).toBe(true);
    const between = Array.from({ length: Math.min(50, high - low - 1) }, (_, at) => low + 1 + at);
    expect(between.filter((one) => isWhole(one, factor))).toEqual([]);
  }

  test("what is offered comes out whole, and nothing between would", () => {
    const price = fc.integer({ min: 0, max: 10 ** 12 });
    const units = fc.integer({ min: 0, max: 10 ** 9 });
    fc.assert(
      fc.property(price, units, (unitPriceHalere, unitsE4) => {
        const reading = amountOf({ unitPriceHalere, unitsE4 });
        const isInexact = !reading.ok && reading.reason === "inexact";
        expect(isInexact).toBe(!isWhole(unitPriceHalere, unitsE4));
        if (!isInexact) return;
        checkNearest(reading.nearest.unitsE4, unitsE4, unitPriceHalere);
        checkNearest(reading.nearest.unitPriceHalere, unitPriceHalere, unitsE4);
      }),
      seed,
    );
  });
});

describe("what is no tree", () => {
  const messages = (...lines: WrittenLine[]) =>
    faultsOf(lines).map((one) => `${one.line.code} ${one.message}`);
  const priced = { unitPriceHalere: 100, unitsE4: 10_000 };

  test("a chapter missing, a code twice, a second root, a root that a budget does not have", () => {
    expect(messages(line("1"), line("1.1.4"))).toEqual(["1.1.4 chapterMissing:1.1"]);
    expect(messages(line("1"), line("1.1"), line("1.1"))).toEqual([
      "1.1 codeTwice",
      "1.1 codeTwice",
    ]);
    expect(messages(line("1"), line("1"))).toEqual(["1 secondRoot", "1 secondRoot"]);
    expect(messages(line("5"))).toEqual(["5 budgetRoot"]);
  });

  test("a chapter with a price of its own, a price where a flat rate pays, a flat rate elsewhere", () => {
    expect(messages(line("2", priced), line("2.1"))).toEqual(["2.1 chapterHasPrice:2"]);
    expect(messages(line("1"), line("1.2", priced))).toEqual(["1.2 flatRateHasNoPrice"]);
    const rate = { flatRateKind: "flat-rate-54a", flatRateBp: 700 };
    expect(messages(line("1"), line("1.1", rate))).toEqual(["1.1 flatRateElsewhere"]);
    expect(messages(line("1"), line("1.2", rate))).toEqual([]);
  });
});
