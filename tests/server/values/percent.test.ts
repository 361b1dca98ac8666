import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clampPercent, percentOf, weightedMean } from "../../../server/values/percent.ts";

fc.configureGlobal({ seed: 20261121 });

const integers = fc.maxSafeInteger();
const weighted = fc.array(fc.record({ value: fc.integer(), weight: fc.nat(1_000_000) }), {
  maxLength: 20,
});

describe("per cent in basis points", () => {
  test.each([
    [62, 100, 6200],
    [1, 3, 3333],
    [2, 3, 6667],
    [1, 20_000, 1],
    [-1, 20_000, -1],
    [1, -20_000, -1],
    [1, 20_001, 0],
    [3, 2, 15_000],
    [0, 5, 0],
    [99_999_999_999_999, 100_000_000_000_000, 10_000],
  ])("%i of %i is %i", (part, whole, expected) => {
    expect(percentOf(part, whole)).toBe(expected);
  });

  test("of nothing is not known, rather than 0 or 100", () => {
    expect(percentOf(0, 0)).toBeUndefined();
    expect(percentOf(5, 0)).toBeUndefined();
  });

  test("is the nearest whole number, of two equally near the one further from zero", () => {
    fc.assert(
      fc.property(integers, integers, (part, whole) => {
        fc.pre(whole !== 0 && Math.abs(part / whole) < 1e9);
        const points = BigInt(percentOf(part, whole) ?? 0);
        expect(isRounded(BigInt(part) * 10_000n, BigInt(whole), points)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("is the same for amounts of every size", () => {
    const amounts = fc.integer({ min: 0, max: 200_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (part, whole) => {
        fc.pre(whole !== 0);
        const points = BigInt(percentOf(part, whole) ?? 0);
        expect(isRounded(BigInt(part) * 10_000n, BigInt(whole), points)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("for a bar stays between nothing and everything", () => {
    expect([-1, 0, 62, 10_000, 12_000].map(clampPercent)).toEqual([0, 0, 62, 10_000, 10_000]);
  });
});

describe("a weighted mean", () => {
  test("weighs each value by its weight and rounds once", () => {
    const mean = weightedMean([
      { value: 10_000, weight: 30 },
      { value: 5_000, weight: 70 },
      { value: 3, weight: 0 },
    ]);
    expect(mean).toBe(6_500);
    const half = { value: -1, weight: 1 };
    expect(weightedMean([half, { value: 0, weight: 1 }])).toBe(-1);
  });

  test("is not known when nothing weighs anything", () => {
    expect(weightedMean([])).toBeUndefined();
    expect(weightedMean([{ value: 5, weight: 0 }])).toBeUndefined();
  });

  test("is the rounded quotient of exact sums", () => {
    fc.assert(
      fc.property(weighted, (items) => {
        const weights = items.reduce((sum, item) => sum + BigInt(item.weight), 0n);
        fc.pre(weights > 0n);
        const sum = items.reduce((all, item) => all + BigInt(item.value) * BigInt(item.weight), 0n);
        expect(isRounded(sum, weights, BigInt(weightedMean(items) ?? 0))).toBe(true);
      }),
    );
  });
});

/** |quotient − n/d| ≤ ½, and where it is exactly ½ the quotient is the larger in size. */
function isRounded(numerator: bigint, denominator: bigint, quotient: bigint): boolean {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const twiceOff = 2n * size(quotient * denominator - numerator);
  if (twiceOff < size(denominator)) return true;
  return twiceOff === size(denominator) && size(quotient * denominator) > size(numerator);
}
