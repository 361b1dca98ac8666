import fc from "fast-check";
import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { parentCode } from "../../../../server/features/budgets/rules.ts";
import { reckon, type WrittenLine } from "../../../../server/features/budgets/trees/rules.ts";

const CHAPTERS = ["1", "1.1", "1.1.1", "1.1.2", "1.1.4", "1.1.4.1", "1.2", "2"];
const KINDS = ["flat-rate-54a", "flat-rate-54b", "flat-rate-54c", "flat-rate-55", "flat-rate-56"];

const leaf = fc.record({
  chapter: fc.constantFrom(...CHAPTERS.filter((code) => code !== "1" && code !== "1.2")),
  unitPriceHalere: fc.integer({ min: 0, max: 90_000_000 }),
  // Halves, so that with an even price every product is whole.
  halves: fc.integer({ min: 0, max: 400 }),
});

/** Trees of lines as a budget may have them, reckoned; every leaf below a chapter, two flat rates. */
export const budgetTrees: fc.Arbitrary<BudgetLine[]> = fc
  .record({
    leaves: fc.array(leaf, { minLength: 1, maxLength: 60 }),
    rates: fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        rateBp: fc.integer({ min: 0, max: 4_000 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ leaves, rates }) => treeOf(leaves, rates));

interface Leaf {
  chapter: string;
  unitPriceHalere: number;
  halves: number;
}

function treeOf(leaves: Leaf[], rates: { kind: string; rateBp: number }[]): BudgetLine[] {
  const written = [
    ...CHAPTERS.map((code) => line(code, {})),
    ...leaves.map(({ chapter, unitPriceHalere, halves }, at) =>
      line(`${chapter}.${at + 10}`, {
        unitPriceHalere: unitPriceHalere * 2,
        unitsE4: halves * 5_000,
      }),
    ),
    ...rates.map(({ kind, rateBp }, at) =>
      line(`1.2.${at + 1}`, { flatRateKind: kind, flatRateBp: rateBp }),
    ),
  ];
  return asBudgetLines(written);
}

function line(code: string, more: Partial<WrittenLine>): WrittenLine {
  const nothing = { unit: null, unitPriceHalere: null, unitsE4: null };
  return {
    code,
    name: `Položka ${code}`,
    ...nothing,
    flatRateKind: null,
    flatRateBp: null,
    ...more,
  };
}

export function asBudgetLines(written: readonly WrittenLine[]): BudgetLine[] {
  const { lines } = reckon(written);
  const ids = new Map(lines.map(({ code }, at) => [code, at + 1]));
  return lines.map((one, at) => ({
    ...one,
    lineId: at + 1,
    parentLineId: ids.get(parentCode(one.code) ?? "") ?? null,
    version: 1,
  }));
}
