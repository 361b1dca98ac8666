import type { Halere } from "../../../values/money.ts";
import type { LineCategory } from "../../budgets/rules.ts";

/** A line of one version, as it is compared with the same line of another. */
export interface VersionLine {
  /** What the line is through all versions. */
  lineId: number;
  code: string;
  codeKey: string;
  name: string;
  category: LineCategory;
  isLeaf: boolean;
  unit: string | null;
  unitPriceHalere: Halere | null;
  unitsE4: number | null;
  flatRateBp: number | null;
  amountHalere: Halere;
}

export type ComparedField = "code" | "name" | "unit" | "price" | "units" | "rate" | "amount";

export interface ComparedLine<Line extends VersionLine = VersionLine> {
  lineId: number;
  before: Line | null;
  after: Line | null;
  status: "added" | "removed" | "changed" | "same";
  /** Of a line in both versions: what is other than it was. */
  changed: ComparedField[];
  difference: Halere;
}

/**
 * Two versions line by line, by what a line is rather than by its code; in the order of the newer one, what
 * is gone at the place it had.
 */
export function compareLines<Line extends VersionLine>(
  before: readonly Line[],
  after: readonly Line[],
): ComparedLine<Line>[] {
  const was = new Map(before.map((line) => [line.lineId, line]));
  const is = new Set(after.map(({ lineId }) => lineId));
  const gone = before.filter(({ lineId }) => !is.has(lineId));
  return [
    ...gone.map((line) => compared(line, null)),
    ...after.map((line) => compared(was.get(line.lineId) ?? null, line)),
  ].toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

function compared<Line extends VersionLine>(
  before: Line | null,
  after: Line | null,
): ComparedLine<Line> {
  const lineId = (after ?? before)?.lineId ?? 0;
  const difference = (after?.amountHalere ?? 0) - (before?.amountHalere ?? 0);
  const changed = before && after ? changedBetween(before, after) : [];
  const both = changed.length > 0 ? "changed" : "same";
  const status = before === null ? "added" : after === null ? "removed" : both;
  return { lineId, before, after, status, changed, difference };
}

function changedBetween(before: VersionLine, after: VersionLine): ComparedField[] {
  const pairs: [ComparedField, unknown, unknown][] = [
    ["code", before.code, after.code],
    ["name", before.name, after.name],
    ["unit", before.unit, after.unit],
    ["price", before.unitPriceHalere, after.unitPriceHalere],
    ["units", before.unitsE4, after.unitsE4],
    ["rate", before.flatRateBp, after.flatRateBp],
    ["amount", before.amountHalere, after.amountHalere],
  ];
  return pairs.filter(([, was, is]) => was !== is).map(([field]) => field);
}

function keyOf({ before, after }: ComparedLine): string {
  return (after ?? before)?.codeKey ?? "";
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The chapter that a line's money is counted in: a chapter of the direct costs (1.1.4), the flat rates (1.2),
 * a root otherwise.
 */
export function chapterOf({ code, category }: Pick<VersionLine, "code" | "category">): string {
  const depth = { direct: 3, "flat-rate": 2, eligible: 2, ineligible: 1, information: 1 }[category];
  return code.split(".").slice(0, depth).join(".");
}

export interface ChapterChange {
  code: string;
  name: string;
  before: Halere;
  after: Halere;
}

/** What leaves come to by chapter in both versions, in the order of codes. */
export function compareChapters(
  before: readonly VersionLine[],
  after: readonly VersionLine[],
): ChapterChange[] {
  const chapters = new Map<string, ChapterChange & { key: string }>();
  const add = (lines: readonly VersionLine[], side: "before" | "after") => {
    for (const line of lines.filter(({ isLeaf }) => isLeaf)) {
      const code = chapterOf(line);
      const named = [...after, ...before].find((one) => one.code === code) ?? line;
      const key = named.codeKey;
      const known = chapters.get(code) ?? { code, name: named.name, before: 0, after: 0, key };
      known[side] += line.amountHalere;
      chapters.set(code, known);
    }
  };
  add(before, "before");
  add(after, "after");
  return [...chapters.values()]
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ key: _key, ...chapter }) => chapter);
}

/**
 * What went from chapter to chapter of the direct costs: what some lost and others gained. An increase of the
 * whole is no transfer, neither is a flat rate that follows.
 */
export function transferredBetweenChapters(
  before: readonly VersionLine[],
  after: readonly VersionLine[],
): Halere {
  const direct = (lines: readonly VersionLine[]) =>
    lines.filter(({ category }) => category === "direct");
  const moves = compareChapters(direct(before), direct(after)).map((one) => one.after - one.before);
  const gained = moves.filter((move) => move > 0).reduce((sum, move) => sum + move, 0);
  const lost = moves.filter((move) => move < 0).reduce((sum, move) => sum - move, 0);
  return Math.min(gained, lost);
}

/** Beyond the threshold the change is a substantial one; at it, it is not yet. Exact in integers. */
export function isSubstantialTransfer(
  transferred: Halere,
  { eligible, thresholdPercent }: { eligible: Halere; thresholdPercent: number },
): boolean {
  return BigInt(transferred) * 100n > BigInt(eligible) * BigInt(thresholdPercent);
}
