import { type Halere, MAX_HALERE } from "../../../values/money.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { amountOf } from "../amounts/rules.ts";
import {
  categoryOf,
  codeKey,
  codesAbove,
  isStaffCode,
  type LineCategory,
  parentCode,
} from "../rules.ts";
import { flatAmountOf, noSums, summedWith, type TreeSums } from "../sums/rules.ts";

/** A line as it is written down, before it has a place in a tree. */
export interface WrittenLine {
  code: string;
  name: string;
  unit: string | null;
  unitPriceHalere: Halere | null;
  unitsE4: number | null;
  flatRateKind: string | null;
  flatRateBp: BasisPoints | null;
}

export interface ReckonedLine extends WrittenLine {
  codeKey: string;
  category: LineCategory;
  isStaff: boolean;
  isLeaf: boolean;
  amountHalere: Halere;
}

export interface ReckonedTree {
  /** In the order of codes. */
  lines: ReckonedLine[];
  sums: TreeSums;
}

export type LineField =
  | "code"
  | "name"
  | "unit"
  | "unitPrice"
  | "units"
  | "flatRateKind"
  | "amount";

/** What is wrong with a line: a text key of `errors` with its parameters. */
export interface LineFault {
  line: WrittenLine;
  field: LineField;
  message: string;
}

/** Everything that keeps the lines from being a tree; none, and they are one. */
export function faultsOf(lines: readonly WrittenLine[]): LineFault[] {
  const byCode = new Map<string, WrittenLine[]>();
  for (const line of lines) byCode.set(line.code, [...(byCode.get(line.code) ?? []), line]);
  return lines.flatMap((line) => [
    ...placeFaults(line, byCode),
    ...priceFaults(line, byCode.get(parentCode(line.code) ?? "")?.[0]),
  ]);
}

/** Lines written down over those that are there: of the same code they take their place, others join them. */
export function mergedLines<Line extends WrittenLine>(
  existing: readonly Line[],
  written: readonly WrittenLine[],
): WrittenLine[] {
  const codes = new Set(written.map(({ code }) => code));
  return [...existing.filter(({ code }) => !codes.has(code)), ...written];
}

function placeFaults(line: WrittenLine, byCode: Map<string, WrittenLine[]>): LineFault[] {
  const { code } = line;
  const parent = parentCode(code);
  const isTwice = (byCode.get(code)?.length ?? 0) > 1;
  const fault = (message: string): LineFault => ({ line, field: "code", message });
  if (categoryOf(code) === undefined) return [fault("budgetRoot")];
  if (isTwice) return [fault(parent === null ? "secondRoot" : "codeTwice")];
  if (parent !== null && !byCode.has(parent)) return [fault(`chapterMissing:${parent}`)];
  return [];
}

function priceFaults(line: WrittenLine, parent: WrittenLine | undefined): LineFault[] {
  const faults = [...flatRateFaults(line), ...productFaults(line)];
  if (parent && hasOwnAmount(parent))
    faults.push({ line, field: "code", message: `chapterHasPrice:${parent.code}` });
  return faults;
}

/** What is paid by a flat rate has no price, and no other chapter has a flat rate. */
export function flatRateFaults(line: WrittenLine): LineFault[] {
  const isFlat = categoryOf(line.code) === "flat-rate";
  if (isFlat && isPriced(line))
    return [{ line, field: "unitPrice", message: "flatRateHasNoPrice" }];
  if (!isFlat && line.flatRateKind !== null)
    return [{ line, field: "flatRateKind", message: "flatRateElsewhere" }];
  return [];
}

/** Both the price and the units are told what would come out whole. */
export function productFaults(line: WrittenLine): LineFault[] {
  const reading = amountOf(line);
  if (reading.ok) return [];
  if (reading.reason === "tooLarge")
    return [{ line, field: "unitPrice", message: "amountTooLarge" }];
  const { unitPriceHalere, unitsE4 } = reading.nearest;
  return [
    { line, field: "unitPrice", message: `inexactPrice:${unitPriceHalere.join(":")}` },
    { line, field: "units", message: `inexactUnits:${unitsE4.join(":")}` },
  ];
}

export function isPriced(line: Pick<WrittenLine, "unitPriceHalere" | "unitsE4">): boolean {
  return line.unitPriceHalere !== null || line.unitsE4 !== null;
}

/** A leaf that already comes to something by itself cannot become a chapter unawares. */
export function hasOwnAmount(line: WrittenLine): boolean {
  return isPriced(line) || line.flatRateKind !== null;
}

/**
 * Every sum of a tree without faults: leaves are price × units, chapters what is below them, flat rates
 * taken of the direct leaves.
 */
export function reckon(written: readonly WrittenLine[]): ReckonedTree {
  const chapters = new Set(written.flatMap(({ code }) => codesAbove(code)));
  const lines = written
    .map((line) => placed(line, !chapters.has(line.code)))
    .toSorted((a, b) => (a.codeKey < b.codeKey ? -1 : 1));
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const leaves = lines.filter(({ isLeaf }) => isLeaf);
  let sums = noSums;
  for (const leaf of leaves) sums = summedWith(sums, { ...leaf, by: leaf.amountHalere });
  for (const leaf of leaves.filter(({ flatRateKind }) => flatRateKind !== null)) {
    leaf.amountHalere = flatAmountOf(leaf, sums);
    sums = summedWith(sums, { ...leaf, by: leaf.amountHalere });
  }
  for (const { code, amountHalere } of leaves) addAbove(byCode, code, amountHalere);
  return { lines, sums };
}

/** Whether every sum is one that people have, and so one that is counted exactly. */
export function isCountable({ eligible, ineligible }: TreeSums): boolean {
  return eligible <= MAX_HALERE && ineligible <= MAX_HALERE;
}

/** The line with what follows from its code and its own price. */
export function placed(line: WrittenLine, isLeaf: boolean): ReckonedLine {
  const reading = amountOf(line);
  return {
    ...line,
    codeKey: codeKey(line.code),
    category: categoryOf(line.code) ?? "information",
    isStaff: isStaffCode(line.code),
    isLeaf,
    amountHalere: isLeaf && reading.ok ? reading.halere : 0,
  };
}

function addAbove(byCode: Map<string, ReckonedLine>, code: string, halere: Halere): void {
  for (const above of codesAbove(code)) {
    const chapter = byCode.get(above);
    if (chapter) chapter.amountHalere += halere;
  }
}
