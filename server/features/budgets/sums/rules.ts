import type { Halere } from "../../../values/money.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { flatRateOf } from "../../drawdowns/rules.ts";
import { codesAbove, type LineCategory } from "../rules.ts";

/** Sums of a version's tree, in haléře. Direct is whatever of the eligible no flat rate pays. */
export interface TreeSums {
  eligible: Halere;
  direct: Halere;
  /** Staff costs within the direct ones. */
  staff: Halere;
  flat: Halere;
  ineligible: Halere;
}

export const noSums: TreeSums = { eligible: 0, direct: 0, staff: 0, flat: 0, ineligible: 0 };

export interface SummedLine {
  lineId: number;
  code: string;
  category: LineCategory;
  isLeaf: boolean;
  flatRateKind: string | null;
  flatRateBp: BasisPoints | null;
  amountHalere: Halere;
}

export interface MovedLeaf {
  code: string;
  category: LineCategory;
  isStaff: boolean;
  /** By how much the amount of the leaf has moved; may be negative. */
  by: Halere;
}

export interface Ripple {
  /** By how much the amounts of other lines move, by their ids; none moves by nothing. */
  moves: Map<number, Halere>;
  sums: TreeSums;
}

/**
 * What the move of one leaf does to the chapters above it, to flat rates, to their chapters and to the sums
 * of the version. `lines`: at least those above the leaf, those above flat rates and the flat rates, as they
 * stand with the leaf moved already.
 */
export function rippleOf(lines: readonly SummedLine[], sums: TreeSums, leaf: MovedLeaf): Ripple {
  const idOf = new Map(lines.map(({ code, lineId }) => [code, lineId]));
  const moves = new Map<number, Halere>();
  const move = (lineId: number | undefined, by: Halere) => {
    if (lineId !== undefined) moves.set(lineId, (moves.get(lineId) ?? 0) + by);
  };
  const moveAbove = (code: string, by: Halere) => {
    for (const above of codesAbove(code)) move(idOf.get(above), by);
  };
  moveAbove(leaf.code, leaf.by);
  let after = summedWith(sums, leaf);
  for (const line of lines.filter(isFlatRate)) {
    const by = flatAmountOf(line, after) - line.amountHalere;
    move(line.lineId, by);
    moveAbove(line.code, by);
    after = summedWith(after, { ...line, isStaff: false, by });
  }
  return { moves: new Map([...moves].filter(([, by]) => by !== 0)), sums: after };
}

function isFlatRate(line: { flatRateKind: string | null }): boolean {
  return line.flatRateKind !== null;
}

/** Rate × base, of the direct sums alone: no flat rate is taken of another. */
export function flatAmountOf(
  line: Pick<SummedLine, "flatRateKind" | "flatRateBp">,
  sums: Pick<TreeSums, "direct" | "staff">,
): Halere {
  if (line.flatRateKind === null) return 0;
  return flatRateOf({ kind: line.flatRateKind, rateBp: line.flatRateBp ?? 0 }, sums);
}

/** What a leaf comes to in a tree of these sums. */
export function amountOfLeaf(
  leaf: Pick<SummedLine, "flatRateKind" | "flatRateBp" | "amountHalere">,
  sums: TreeSums,
): Halere {
  return isFlatRate(leaf) ? flatAmountOf(leaf, sums) : leaf.amountHalere;
}

/** The sums of the version with the move of one leaf. */
export function summedWith(
  sums: TreeSums,
  { category, isStaff, by }: Pick<MovedLeaf, "category" | "isStaff" | "by">,
): TreeSums {
  if (category === "information") return sums;
  if (category === "ineligible") return { ...sums, ineligible: sums.ineligible + by };
  const eligible = sums.eligible + by;
  if (category === "flat-rate") return { ...sums, eligible, flat: sums.flat + by };
  return {
    ...sums,
    eligible,
    direct: sums.direct + by,
    staff: sums.staff + (isStaff ? by : 0),
  };
}
