import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changedBy,
  nearestTransfers,
  planned,
  stepOf,
  type TransferLine,
} from "../../../../server/features/project-changes/transfers/rules.ts";

const SEED = { seed: 20261123, numRuns: 500 };

/** A line whose price × units is whole, made the plain way: units that are whole, or a price in hundreds of crowns. */
const line = (lineId: number) =>
  fc
    .oneof(
      fc.record({
        unitPriceHalere: fc.integer({ min: 0, max: 9_000_000 }),
        unitsE4: fc.integer({ min: 0, max: 2_000 }).map((whole) => whole * 10_000),
      }),
      fc.record({
        unitPriceHalere: fc.integer({ min: 0, max: 900 }).map((n) => n * 10_000),
        unitsE4: fc.integer({ min: 0, max: 20_000_000 }),
      }),
    )
    .map(
      (priced): TransferLine => ({
        ...{ lineId, category: "direct", isLeaf: true, ...priced },
        amountHalere: Number((BigInt(priced.unitPriceHalere) * BigInt(priced.unitsE4)) / 10_000n),
      }),
    );

const isExact = ({ unitPriceHalere, unitsE4, amountHalere }: TransferLine) =>
  BigInt(unitPriceHalere ?? 0) * BigInt(unitsE4 ?? 0) === BigInt(amountHalere) * 10_000n;

const given = (fields: Partial<TransferLine>): TransferLine => ({
  ...{ lineId: 1, category: "direct", isLeaf: true },
  ...{ unitPriceHalere: 500_00, unitsE4: 100_000, amountHalere: 5_000_00 },
  ...fields,
});

describe("an amount that goes from line to line", () => {
  test("keeps the sum and both products exact, whatever is chosen of what is offered", () => {
    fc.assert(
      fc.property(line(1), line(2), fc.integer({ min: 1, max: 10 ** 10 }), (from, to, wanted) => {
        for (const option of nearestTransfers(from, to, wanted)) {
          const plan = planned([from, to], [option]);
          if (!plan.ok) throw new Error(`${plan.reason} of what was offered`);
          const [one, other] = plan.changed as [TransferLine, TransferLine];
          expect(one.amountHalere + other.amountHalere).toBe(from.amountHalere + to.amountHalere);
          expect(one.amountHalere).toBe(from.amountHalere - option.amountHalere);
          expect(isExact(one) && isExact(other)).toBe(true);
          expect(Math.min(one.unitsE4 ?? 0, one.unitPriceHalere ?? 0)).toBeGreaterThanOrEqual(0);
        }
      }),
      SEED,
    );
  });

  test("is offered nearest first, and no possible amount is nearer than the first", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 400 }),
        (price, units, otherPrice, otherUnits, wanted) => {
          const of = (lineId: number, p: number, u: number) =>
            given({ lineId, unitPriceHalere: p, unitsE4: u * 10_000, amountHalere: p * u });
          const [from, to] = [of(1, price, units), of(2, otherPrice, otherUnits)];
          const offered = nearestTransfers(from, to, wanted);
          const away = offered.map(({ amountHalere }) => Math.abs(amountHalere - wanted));
          expect(away).toEqual(away.toSorted((a, b) => a - b));
          expect(offered[0]?.amountHalere ?? null).toSatisfy((first: number | null) =>
            isNearest(first, { from, to, wanted }),
          );
        },
      ),
      { ...SEED, numRuns: 200 },
    );
  });

  /** By trying every amount: those that some price or some ten-thousandths of units make exactly. */
  function isNearest(
    first: number | null,
    { from, to, wanted }: { from: TransferLine; to: TransferLine; wanted: number },
  ): boolean {
    const makes = (kept: number, amount: number) => (amount * 10_000) % kept === 0;
    const canBe = (line: TransferLine, amount: number) =>
      makes(line.unitPriceHalere ?? 0, amount) || makes(line.unitsE4 ?? 0, amount);
    const possible = Array.from({ length: from.amountHalere }, (_, index) => index + 1).filter(
      (amount) => canBe(from, from.amountHalere - amount) && canBe(to, to.amountHalere + amount),
    );
    if (possible.length === 0 || wanted > from.amountHalere) return first === null;
    const best = Math.min(...possible.map((amount) => Math.abs(amount - wanted)));
    return first !== null && Math.abs(first - wanted) === best;
  }

  test("changes units where the price stays, and the price where units stay", () => {
    expect(changedBy(given({}), "units", -500_00)).toMatchObject({
      ...{ unitPriceHalere: 500_00, unitsE4: 90_000, amountHalere: 4_500_00 },
    });
    expect(changedBy(given({}), "price", -500_00)).toMatchObject({
      ...{ unitPriceHalere: 450_00, unitsE4: 100_000, amountHalere: 4_500_00 },
    });
    expect(changedBy(given({}), "price", -1)).toBeUndefined();
    expect(changedBy(given({}), "units", -5_000_01)).toBeUndefined();
  });

  test("can set a line to nothing, and never below it", () => {
    expect(changedBy(given({}), "units", -5_000_00)).toMatchObject({ unitsE4: 0, amountHalere: 0 });
    expect(changedBy(given({}), "units", -5_000_00 - 5)).toBeUndefined();
  });

  test("has no step where there is nothing to multiply by", () => {
    expect(stepOf({ unitPriceHalere: null, unitsE4: 10_000 }, "units")).toBeUndefined();
    expect(stepOf({ unitPriceHalere: 0, unitsE4: 10_000 }, "units")).toBeUndefined();
    expect(stepOf({ unitPriceHalere: 3, unitsE4: null }, "units")).toBe(3);
    expect(stepOf({ unitPriceHalere: 333_33, unitsE4: 25_000 }, "price")).toBe(5);
  });

  test("is refused to the same line, across the roots, beyond the line and in two ways of one line", () => {
    const [one, two] = [given({}), given({ lineId: 2 })];
    const ineligible = given({ lineId: 3, category: "ineligible" });
    const flat = given({ lineId: 4, category: "flat-rate" });
    const lines = [one, two, ineligible, flat];
    const by = (toId: number, amountHalere: number, fromWay: "units" | "price" = "units") =>
      ({ fromId: 1, toId, amountHalere, fromWay, toWay: "units" }) as const;
    const reasonOf = (...transfers: ReturnType<typeof by>[]) => {
      const plan = planned(lines, transfers);
      return plan.ok ? null : plan.reason;
    };
    expect(reasonOf(by(1, 500_00))).toBe("sameLine");
    expect(reasonOf(by(3, 500_00))).toBe("acrossRoots");
    expect(reasonOf(by(4, 500_00))).toBe("unknownLine");
    expect(reasonOf(by(2, 5_000_05))).toBe("tooMuch");
    expect(reasonOf(by(2, 1))).toBe("inexact");
    expect(reasonOf(by(2, 500_00), by(2, 500_00, "price"))).toBe("twoWays");
    expect(reasonOf(by(2, 2_500_00), by(2, 2_500_00))).toBeNull();
    expect(reasonOf(by(2, 2_500_00), by(2, 2_500_05))).toBe("tooMuch");
  });
});
