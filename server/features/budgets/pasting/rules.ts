import type { BasisPoints } from "../../../values/percent.ts";
import { categoryOf, parseCode } from "../rules.ts";
import {
  faultsOf,
  isCountable,
  isPriced,
  mergedLines,
  type ReckonedTree,
  reckon,
  type WrittenLine,
} from "../trees/rules.ts";
import { cellsOf, isHeader, type PastedRow, readRow } from "./rows/rules.ts";

export interface PastedBlock {
  rows: PastedRow[];
  hasFaults: boolean;
  /** The whole budget with the block in it; null while anything is wrong. */
  tree: ReckonedTree | null;
}

export interface FlatRate {
  kind: string;
  rateBp: BasisPoints;
}

/**
 * A block of a spreadsheet over the lines that are there. Every fault is told by its row and column, those
 * that make it no tree among them; amounts given must agree with what comes out.
 */
export function readBlock(
  text: string,
  existing: readonly WrittenLine[],
  flatRate: FlatRate | null,
): PastedBlock {
  const cells = cellsOf(text);
  const rows = cells
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row, number }) => row.some((cell) => cell !== "") && !isHeader(row, number))
    .map(({ row, number }) => readRow(row, number));
  const flat = flatRate ?? flatRateOf(existing);
  for (const row of rows) takeRate(row, existing, rows, flat);
  const merged = mergedLines(
    existing,
    rows.map(({ line }) => line),
  );
  addTreeFaults(rows, merged);
  if (rows.length === 0 || rows.some(({ faults }) => faults.length > 0))
    return { rows, hasFaults: true, tree: null };
  const tree = reckon(merged);
  addAmountFaults(rows, tree);
  const hasFaults = rows.some(({ faults }) => faults.length > 0);
  return { rows, hasFaults, tree: hasFaults ? null : tree };
}

function flatRateOf(lines: readonly WrittenLine[]): FlatRate | null {
  const line = lines.find(({ flatRateKind }) => flatRateKind !== null);
  return line?.flatRateKind ? { kind: line.flatRateKind, rateBp: line.flatRateBp ?? 0 } : null;
}

/**
 * What a block has no column for: a leaf of chapter 1.2 is paid by the flat rate chosen, and a leaf of which
 * only the amount is known is one unit of that price.
 */
function takeRate(
  row: PastedRow,
  existing: readonly WrittenLine[],
  rows: readonly PastedRow[],
  flat: FlatRate | null,
): void {
  const { line, amountHalere } = row;
  const isChapter = [...existing, ...rows.map((one) => one.line)].some(({ code }) =>
    code.startsWith(`${line.code}.`),
  );
  if (isChapter || categoryOf(line.code) === undefined) return;
  if (categoryOf(line.code) === "flat-rate") {
    if (flat) Object.assign(line, { flatRateKind: flat.kind, flatRateBp: flat.rateBp });
    else if (amountHalere !== null && amountHalere > 0)
      row.faults.push({ field: "amount", message: "chooseFlatRate" });
    return;
  }
  if (amountHalere !== null && !isPriced(line))
    Object.assign(line, { unitPriceHalere: amountHalere, unitsE4: 10_000 });
}

function addTreeFaults(rows: readonly PastedRow[], merged: readonly WrittenLine[]): void {
  const faults = faultsOf(merged);
  for (const row of rows) {
    const own = faults.filter(({ line }) => line === row.line);
    // What is no code at all has been told already.
    if (parseCode(row.line.code) === undefined) continue;
    for (const { field, message } of own) row.faults.push({ field, message });
  }
  // What the block breaks elsewhere is told at its last row: a line that is there lost its chapter.
  const codes = new Set(rows.map(({ line }) => line.code));
  const elsewhere = faults.find(({ line }) => !codes.has(line.code));
  if (elsewhere) rows.at(-1)?.faults.push({ field: "code", message: elsewhere.message });
}

function addAmountFaults(rows: readonly PastedRow[], tree: ReckonedTree): void {
  const amounts = new Map(tree.lines.map(({ code, amountHalere }) => [code, amountHalere]));
  for (const row of rows) {
    const reckoned = amounts.get(row.line.code) ?? 0;
    if (row.amountHalere !== null && row.amountHalere !== reckoned)
      row.faults.push({ field: "amount", message: `amountDiffers:${reckoned}` });
  }
  if (!isCountable(tree.sums))
    rows.at(-1)?.faults.push({ field: "amount", message: "amountTooLarge" });
}
