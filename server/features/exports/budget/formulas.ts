import { formatScaled } from "../../../values/decimal.ts";
import { sumOf } from "../formulas.ts";
import type { ExportCell } from "../table.ts";
import { type Base, flatRateAt, type TreeLine } from "./rules.ts";

// Formulas of sums in a tree. Each gives the stored sum: a flat rate that would not is written as its sum alone,
// since a file never shows what the project does not.

/** The sum of a chapter out of what is right below it. */
export function chapterSum(
  column: number,
  below: readonly number[],
  sums: { own: number; at: (position: number) => number },
): ExportCell {
  const formula = sumOf(column, below);
  const total = below.reduce((sum, position) => sum + sums.at(position), 0);
  if (formula === null) return sums.own;
  if (total === sums.own) return { value: sums.own, formula };
  // What was recorded on the chapter itself, before it had lines below.
  const rest = formatScaled(sums.own - total, 2);
  return { value: sums.own, formula: `${formula}${rest.startsWith("-") ? "" : "+"}${rest}` };
}

/** Rate × base, the rate standing in a cell of its own. */
export function flatRateSum(
  column: number,
  { line, base, rateCell }: { line: TreeLine; base: Base; rateCell: string },
  sums: { own: number; at: (position: number) => number },
): ExportCell {
  const taken = baseFormula(column, line.flatRateKind, base);
  const isExact = taken !== null && flatRateAt(line, base, sums.at) === sums.own;
  return isExact ? { value: sums.own, formula: `ROUND(${rateCell}*${taken},2)` } : sums.own;
}

const OF_STAFF = ["flat-rate-54b", "flat-rate-56"];

function baseFormula(column: number, kind: string | null, { direct, staff }: Base): string | null {
  const wholly = sumOf(column, direct);
  const ofStaff = sumOf(column, staff);
  if (kind !== null && OF_STAFF.includes(kind)) return ofStaff;
  if (kind !== "flat-rate-55") return wholly;
  return wholly !== null && ofStaff !== null ? `(${wholly}-${ofStaff})` : wholly;
}
