import fc from "fast-check";
import { expect, test } from "vitest";
import { type DrawnLine, drawnOf } from "../../../../server/features/budgets/drawn/rules.ts";
import { categoryOf } from "../../../../server/features/budgets/rules.ts";

const codes = ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.2", "1.1.4", "1.1.4.1", "1.2", "2"];
const rate = { flatRateKind: "flat-rate-54a", flatRateBp: 700 };
const lines: DrawnLine[] = codes.map((code, index) => ({
  lineId: index + 1,
  code,
  category: categoryOf(code) ?? "information",
  isLeaf: !codes.some((other) => other.startsWith(`${code}.`)),
  ...(code === "1.2" ? rate : { flatRateKind: null, flatRateBp: null }),
  amountHalere: 100_000,
}));

const ids = fc.option(fc.constantFrom(4, 5, 7, 9, 77), { nil: null });
const recorded = fc.uniqueArray(
  fc.record({ budgetLineId: ids, halere: fc.integer({ min: 0, max: 10 ** 9 }) }),
  { selector: ({ budgetLineId }) => budgetLineId },
);

test("of a chapter is drawn what is drawn below it, and nothing recorded is lost on the way", () => {
  fc.assert(
    fc.property(recorded, fc.nat(10 ** 9), (sums, direct) => {
      const flat = Math.round((direct * 700) / 10_000);
      const tree = drawnOf(lines, {
        bases: { direct, staff: 0 },
        recorded: sums,
        claims: sums.map(({ budgetLineId, halere }) => ({
          budgetLineId,
          claimed: halere,
          approved: Math.floor(halere / 2),
        })),
        flatClaims: { claimed: 11, approved: 7 },
      });
      const onLines = (wanted: number[]) =>
        sums
          .filter(({ budgetLineId: id }) => id !== null && wanted.includes(id))
          .reduce((sum, { halere }) => sum + halere, 0);
      const of = (code: string) => tree.of.get(codes.indexOf(code) + 1);
      expect(of("1.1.1")?.recorded).toBe(onLines([4, 5]));
      expect(of("1.1")?.claimed).toBe(onLines([4, 5, 7]));
      expect(of("1.2")).toMatchObject({ recorded: flat, claimed: 11, approved: 7 });
      expect(of("1")?.recorded).toBe(onLines([4, 5, 7]) + flat);
      expect(of("1")?.remaining).toBe(100_000 - onLines([4, 5, 7]) - flat);
      const all = sums.reduce((sum, { halere }) => sum + halere, 0);
      expect((of("1")?.recorded ?? 0) - flat + (of("2")?.recorded ?? 0) + tree.unplaced).toBe(all);
    }),
    { seed: 20_260_302, numRuns: 300 },
  );
});

test("a line of nothing has no share, one drawn beyond its amount is over", () => {
  const none = {
    bases: { direct: 0, staff: 0 },
    claims: [],
    flatClaims: { claimed: 0, approved: 0 },
  };
  const drawn = (amountHalere: number, halere: number) => {
    const [line] = lines
      .filter(({ code }) => code === "2")
      .map((one) => ({ ...one, amountHalere }));
    const sums = { ...none, recorded: [{ budgetLineId: 9, halere }] };
    return line && drawnOf([line], sums).of.get(9);
  };
  expect(drawn(0, 0)).toMatchObject({ share: undefined, isOver: false });
  expect(drawn(0, 1)).toMatchObject({ share: undefined, isOver: true, remaining: -1 });
  expect(drawn(200, 100)).toMatchObject({ share: 5_000, isOver: false });
});
