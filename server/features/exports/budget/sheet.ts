import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import type { Texts } from "../../../texts/index.ts";
import { amountOf } from "../../budgets/amounts/rules.ts";
import { cellAt } from "../formulas.ts";
import type { ExportCell, ExportColumn, ExportRow } from "../table.ts";
import { chapterSum, flatRateSum } from "./formulas.ts";
import { type Tree, treeOf } from "./rules.ts";

const PRICE = 3;
const UNITS = 4;
const RATE = 5;
const AMOUNT = 6;

/** The headings that the import understands, so that what was exported can be read back. */
export function budgetColumns({ moneyExports: words }: Texts): ExportColumn[] {
  const { columns } = words;
  return [
    { header: columns.code, type: "text", width: 12 },
    { header: columns.name, type: "text", width: 52 },
    { header: columns.unit, type: "text", width: 16 },
    { header: columns.unitPrice, type: "money", width: 16 },
    { header: columns.units, type: "units", width: 14 },
    { header: columns.rate, type: "percent", width: 10 },
    { header: columns.amount, type: "money", width: 18 },
  ];
}

export function budgetRows(lines: readonly BudgetLine[]): ExportRow[] {
  const tree = treeOf(lines);
  return lines.map((line, at) => ({
    depth: tree.depths[at] ?? 0,
    isStrong: !line.isLeaf,
    cells: [
      line.code,
      line.name,
      line.unit,
      line.unitPriceHalere,
      line.unitsE4,
      line.flatRateBp,
      sumAt(lines, tree, at),
    ],
  }));
}

function sumAt(lines: readonly BudgetLine[], tree: Tree, at: number): ExportCell {
  const line = lines[at] as BudgetLine;
  const own = line.amountHalere;
  const sums = { own, at: (position: number) => lines[position]?.amountHalere ?? 0 };
  const below = tree.below[at] ?? [];
  if (below.length > 0) return chapterSum(AMOUNT, below, sums);
  if (line.flatRateKind !== null)
    return flatRateSum(AMOUNT, { line, base: tree, rateCell: cellAt(RATE, at) }, sums);
  const product = amountOf(line);
  if (line.unitPriceHalere === null || line.unitsE4 === null) return own;
  if (!product.ok || product.halere !== own) return own;
  return { value: own, formula: `ROUND(${cellAt(PRICE, at)}*${cellAt(UNITS, at)},2)` };
}
