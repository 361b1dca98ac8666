import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import type { Texts } from "../../../texts/index.ts";
import { percentOf } from "../../../values/percent.ts";
import { chapterSum, flatRateSum } from "../budget/formulas.ts";
import { type Tree, treeOf } from "../budget/rules.ts";
import { cellAt, sumOf } from "../formulas.ts";
import type { ExportCell, ExportColumn, ExportRow } from "../table.ts";
import { type DrawnSums, drawnInTree, sumNames, together } from "./rules.ts";
import type { DrawdownByLine } from "./service.ts";

const RATE = 2;
const PLANNED = 3;
const RECORDED = 4;

export function drawdownColumns({ moneyExports: words }: Texts): ExportColumn[] {
  const { columns } = words;
  return [
    { header: columns.code, type: "text", width: 12 },
    { header: columns.name, type: "text", width: 46 },
    { header: columns.rate, type: "percent", width: 10 },
    ...[columns.planned, columns.recorded, columns.claimed, columns.approved, columns.cut].map(
      (header) => ({ header, type: "money" as const, width: 17 }),
    ),
    { header: columns.remaining, type: "money", width: 17 },
    { header: columns.drawn, type: "percent", width: 11 },
  ];
}

export function drawdownRows(
  drawdown: DrawdownByLine,
  { moneyExports: words }: Texts,
): ExportRow[] {
  const { lines, drawn } = drawdown;
  const tree = treeOf(lines);
  const of = lines.map(({ lineId }) => ({ lineId, own: drawn.get(lineId) }));
  const sums = drawnInTree(of, tree.below);
  const others = [
    { name: words.withoutLine, sums: drawdown.withoutLine },
    { name: words.flatUndivided, sums: drawdown.flatUndivided },
  ].filter((other) => sumNames.some((name) => other.sums[name] !== 0));
  const shown = { lines, tree, sums };
  const rows = lines.map((_line, at) =>
    lineRow(
      shown,
      at,
      others.map((other) => other.sums),
    ),
  );
  const extra = others.map((other, at) =>
    plainRow(["", other.name, null], 0, other.sums, lines.length + at),
  );
  if (lines.length === 0 && extra.length === 0) return [];
  return [
    ...rows,
    ...extra,
    totalRow(
      shown,
      others.map((other) => other.sums),
      words.total,
    ),
  ];
}

interface Shown {
  lines: readonly BudgetLine[];
  tree: Tree;
  sums: readonly DrawnSums[];
}

function lineRow({ lines, tree, sums }: Shown, at: number, others: DrawnSums[]): ExportRow {
  const line = lines[at] as BudgetLine;
  const drawn = sums[at] as DrawnSums;
  const below = tree.below[at] ?? [];
  const planned = chapterOr(PLANNED, below, line.amountHalere, (one) => lines[one]?.amountHalere);
  const documents = sumNames.map((name, index) =>
    chapterOr(RECORDED + index, below, drawn[name], (one) => sums[one]?.[name]),
  );
  if (line.flatRateKind !== null) {
    // What is recorded without a line counts as direct: its row follows the lines.
    const direct = [...tree.direct, ...others.map((_other, after) => lines.length + after)];
    const recordedAt = (one: number) => [...sums, ...others][one]?.recorded ?? 0;
    const base = { direct, staff: tree.staff };
    const rate = { line, base, rateCell: cellAt(RATE, at) };
    documents[0] = flatRateSum(RECORDED, rate, { own: drawn.recorded, at: recordedAt });
  }
  return {
    depth: tree.depths[at] ?? 0,
    isStrong: !line.isLeaf,
    cells: [
      ...[line.code, line.name, line.flatRateBp],
      ...[planned, ...documents],
      ...remainder(line.amountHalere, drawn.recorded, at),
    ],
  };
}

function chapterOr(
  column: number,
  below: readonly number[],
  own: number,
  at: (position: number) => number | undefined,
): ExportCell {
  return below.length > 0
    ? chapterSum(column, below, { own, at: (position) => at(position) ?? 0 })
    : own;
}

function plainRow(head: ExportCell[], planned: number, sums: DrawnSums, at: number): ExportRow {
  const cells = sumNames.map((name) => sums[name]);
  return { cells: [...head, planned, ...cells, ...remainder(planned, sums.recorded, at)] };
}

/** What is left of the plan, and how much of it was drawn. */
function remainder(planned: number, recorded: number, at: number): ExportCell[] {
  const [plan, real] = [cellAt(PLANNED, at), cellAt(RECORDED, at)];
  const percent = percentOf(recorded, planned);
  return [
    { value: planned - recorded, formula: `${plan}-${real}` },
    percent === undefined ? null : { value: percent, formula: `ROUND(${real}/${plan},4)` },
  ];
}

/** Eligible expenditure, with what lies on no line. */
function totalRow({ lines, sums }: Shown, others: DrawnSums[], name: string): ExportRow {
  const roots = lines.flatMap(({ category, parentLineId }, at) =>
    parentLineId === null && category !== "ineligible" && category !== "information" ? [at] : [],
  );
  const rows = [...roots, ...others.map((_other, at) => lines.length + at)];
  const all = together([...roots.map((at) => sums[at]), ...others]);
  const planned = roots.reduce((sum, at) => sum + (lines[at]?.amountHalere ?? 0), 0);
  const at = lines.length + others.length;
  const summed = (value: number, column: number): ExportCell => {
    const formula = sumOf(column, rows);
    return formula === null ? value : { value, formula };
  };
  return {
    isStrong: true,
    cells: [
      ...["", name, null],
      summed(planned, PLANNED),
      ...sumNames.map((one, index) => summed(all[one], RECORDED + index)),
      ...remainder(planned, all.recorded, at),
    ],
  };
}
