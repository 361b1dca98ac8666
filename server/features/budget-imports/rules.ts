import { LOST_TEXT } from "../../values/lost-text.ts";
import type { Halere } from "../../values/money.ts";
import type { BasisPoints } from "../../values/percent.ts";
import { amountOf } from "../budgets/amounts/rules.ts";
import type { RowFault } from "../budgets/pasting/rows/rules.ts";
import { categoryOf, codesAbove, depthOf, parentCode, parseCode } from "../budgets/rules.ts";
import {
  faultsOf,
  isCountable,
  type ReckonedTree,
  reckon,
  type WrittenLine,
} from "../budgets/trees/rules.ts";
import { flatRateFor } from "./rates/rules.ts";
import { type FileRow, type ImportedRow, readFileRows } from "./reading/rules.ts";

export interface ReadBudget {
  rows: ImportedRow[];
  /** Fields that no column of the file holds. */
  missing: string[];
  /** Null while anything is wrong with any row: a budget is written whole or not at all. */
  tree: ReckonedTree | null;
}

interface Context {
  namesOf: (field: string) => readonly string[];
  /** Flat rates that the programme allows. */
  rates: readonly { kind: string; mostBp: BasisPoints }[];
  /** Lines of the budget that the file is to change. */
  known: readonly WrittenLine[];
}

const ONE_UNIT = 10_000;

/** A file as a budget: every row by itself first, then its place in the tree, then its sums. */
export function readBudget(file: readonly FileRow[], context: Context): ReadBudget {
  const { rows, missing } = readFileRows(file, context.namesOf);
  if (missing.length > 0 || rows.length === 0) return { rows, missing, tree: null };
  const chapters = new Set(rows.flatMap(({ line }) => codesAbove(line.code)));
  for (const row of rows) settlePrice(row, chapters.has(row.line.code));
  settleRates(rows, chapters, context);
  addLevelFaults(rows);
  addTreeFaults(rows);
  const tree = reckon(rows.map(({ line }) => line));
  addAmountFaults(rows, tree);
  if (!isCountable(tree.sums)) refuse(rows[0], "amount", "amountTooLarge");
  const hasFaults = rows.some(({ faults }) => faults.length > 0);
  return { rows, missing, tree: hasFaults ? null : tree };
}

function refuse(row: ImportedRow | undefined, field: RowFault["field"], message: string): void {
  const isTold = row?.faults.some((fault) => fault.field === field && fault.message === message);
  if (!isTold) row?.faults.push({ field, message });
}

/**
 * A chapter has no price of its own, whatever the export repeats there, and a leaf of which only the amount
 * is known is one unit of that price.
 */
function settlePrice(row: ImportedRow, isChapter: boolean): void {
  const { line } = row;
  const category = categoryOf(line.code);
  if (parseCode(line.code) === undefined || category === undefined) return;
  if (!isChapter && category !== "flat-rate") priceByAmount(row);
  else if (isRepeated(row)) Object.assign(line, { unitPriceHalere: null, unitsE4: null });
}

function priceByAmount({ line, typed, amountHalere }: ImportedRow): void {
  const isBlank = typed.unitPrice === "" && typed.units === "";
  if (isBlank && amountHalere !== null && amountHalere > 0)
    Object.assign(line, { unitPriceHalere: amountHalere, unitsE4: ONE_UNIT });
}

/** Nothing, or the amount once more. */
function isRepeated({ line, amountHalere }: ImportedRow): boolean {
  const product = amountOf(line);
  return product.ok && (product.halere === 0 || product.halere === amountHalere);
}

/** What flat rates are taken of is what all the other lines come to. */
function settleRates(
  rows: readonly ImportedRow[],
  chapters: ReadonlySet<string>,
  { rates, known }: Context,
): void {
  const { sums } = reckon(rows.map(({ line }) => line));
  const knownOf = new Map(known.map((line) => [line.code, line]));
  for (const row of rows.filter((one) => needsRate(one, chapters))) {
    const { line, amountHalere: amount, percent } = row;
    const given = { percent, amount, known: rateOf(knownOf.get(line.code)) };
    const reading = flatRateFor(given, sums, rates);
    if (!reading.ok) refuse(row, "flatRateKind", reading.message);
    else Object.assign(line, { flatRateKind: reading.rate.kind, flatRateBp: reading.rate.rateBp });
  }
}

function needsRate(row: ImportedRow, chapters: ReadonlySet<string>): boolean {
  const { line, amountHalere, percent } = row;
  if (categoryOf(line.code) !== "flat-rate" || chapters.has(line.code)) return false;
  return percent !== "" || (amountHalere ?? 0) > 0;
}

function rateOf(line: WrittenLine | undefined) {
  if (!line || line.flatRateKind === null) return null;
  return { kind: line.flatRateKind, rateBp: line.flatRateBp ?? 0 };
}

/** The level must agree with the code; some exports count roots from nought, then all do. */
function addLevelFaults(rows: readonly ImportedRow[]): void {
  const isFromNought = rows.some(({ level, line }) => level === "0" && depthOf(line.code) === 1);
  for (const row of rows) {
    if (row.level === "" || row.level === LOST_TEXT || row.isLost) continue;
    const level = Number(row.level) + (isFromNought ? 1 : 0);
    if (parseCode(row.line.code) !== undefined && level !== depthOf(row.line.code))
      refuse(row, "code", `levelDiffers:${row.level}`);
  }
}

function addTreeFaults(rows: readonly ImportedRow[]): void {
  const rowOf = new Map(rows.map((row) => [row.line, row]));
  // What is no code at all has been told already.
  for (const { line, field, message } of faultsOf(rows.map((row) => row.line)))
    if (parseCode(line.code) !== undefined) refuse(rowOf.get(line), field, message);
}

/** Each amount is checked where it is: a leaf against its product, a chapter against what stands below it. */
function addAmountFaults(rows: readonly ImportedRow[], tree: ReckonedTree): void {
  const reckoned = new Map(tree.lines.map((line) => [line.code, line]));
  const below = sumsBelow(rows, reckoned);
  for (const row of rows.filter(({ faults }) => faults.length === 0)) {
    const { code } = row.line;
    const own = reckoned.get(code);
    const expected = own?.isLeaf ? own.amountHalere : (below.get(code) ?? 0);
    const message = own?.isLeaf ? "amountDiffers" : "sumBelowDiffers";
    if (row.amountHalere !== null && row.amountHalere !== expected)
      refuse(row, "amount", `${message}:${expected}`);
  }
}

/** What the file itself says right below each chapter, so that one wrong amount is told once. */
function sumsBelow(
  rows: readonly ImportedRow[],
  reckoned: ReadonlyMap<string, { amountHalere: Halere }>,
): Map<string, Halere> {
  const below = new Map<string, Halere>();
  for (const { line, amountHalere } of rows) {
    const parent = parentCode(line.code);
    if (parent === null) continue;
    const amount = amountHalere ?? reckoned.get(line.code)?.amountHalere ?? 0;
    below.set(parent, (below.get(parent) ?? 0) + amount);
  }
  return below;
}
