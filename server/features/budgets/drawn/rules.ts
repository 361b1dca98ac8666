import type { Halere } from "../../../values/money.ts";
import { type BasisPoints, percentOf } from "../../../values/percent.ts";
import { flatRateOf } from "../../drawdowns/rules.ts";
import { codesAbove, type LineCategory } from "../rules.ts";

export interface DrawnLine {
  lineId: number;
  code: string;
  category: LineCategory;
  isLeaf: boolean;
  flatRateKind: string | null;
  flatRateBp: BasisPoints | null;
  amountHalere: Halere;
}

/** Sums by line, and what flat rates come to altogether. */
export interface DrawnSums {
  /** Direct and staff costs recorded, of which flat rates are taken. */
  bases: { direct: Halere; staff: Halere };
  recorded: readonly { budgetLineId: number | null; halere: Halere }[];
  claims: readonly { budgetLineId: number | null; claimed: Halere; approved: Halere }[];
  flatClaims: { claimed: Halere; approved: Halere };
}

export interface Drawn {
  recorded: Halere;
  claimed: Halere;
  approved: Halere;
  remaining: Halere;
  /** Undefined on a line of nothing. */
  share: BasisPoints | undefined;
  isOver: boolean;
}

export interface DrawnTree {
  of: Map<number, Drawn>;
  /** Recorded without a line, or on one that this version does not have. */
  unplaced: Halere;
}

type Sums = Pick<Drawn, "recorded" | "claimed" | "approved">;

/**
 * What was drawn of each line; of a chapter whatever was drawn below it. A flat rate is drawn as the direct
 * costs recorded bring it; what requests asked for by flat rates cannot be told apart, so that with several
 * of them it stands with the first.
 */
export function drawnOf(lines: readonly DrawnLine[], sums: DrawnSums): DrawnTree {
  const own = ownSums(lines, sums);
  const idOf = new Map(lines.map(({ code, lineId }) => [code, lineId]));
  const total = new Map<number, Sums>(lines.map(({ lineId }) => [lineId, NOTHING]));
  for (const { code, lineId } of lines) {
    const mine = own.get(lineId);
    if (!mine) continue;
    for (const above of [...codesAbove(code), code]) {
      const id = idOf.get(above) ?? 0;
      total.set(id, added(total.get(id), mine));
    }
  }
  const of = new Map(lines.map((line) => [line.lineId, drawn(line, total.get(line.lineId))]));
  const unplaced = sums.recorded
    .filter(({ budgetLineId }) => budgetLineId === null || !of.has(budgetLineId))
    .reduce((sum, { halere }) => sum + halere, 0);
  return { of, unplaced };
}

const NOTHING: Sums = { recorded: 0, claimed: 0, approved: 0 };

function ownSums(lines: readonly DrawnLine[], sums: DrawnSums): Map<number, Sums> {
  const own = new Map<number, Sums>();
  const known = new Set(lines.map(({ lineId }) => lineId));
  const add = (lineId: number | null, more: Partial<Sums>) => {
    if (lineId !== null && known.has(lineId))
      own.set(lineId, added(own.get(lineId), { ...NOTHING, ...more }));
  };
  for (const { budgetLineId, halere: recorded } of sums.recorded) add(budgetLineId, { recorded });
  for (const { budgetLineId, claimed, approved } of sums.claims)
    add(budgetLineId, { claimed, approved });
  const flats = lines.filter(({ flatRateKind }) => flatRateKind !== null);
  for (const { lineId, flatRateKind, flatRateBp } of flats) {
    const rate = { kind: flatRateKind ?? "", rateBp: flatRateBp ?? 0 };
    add(lineId, { recorded: flatRateOf(rate, sums.bases) });
  }
  add(flats[0]?.lineId ?? null, sums.flatClaims);
  return own;
}

function added(one: Sums = NOTHING, more: Sums): Sums {
  return {
    recorded: one.recorded + more.recorded,
    claimed: one.claimed + more.claimed,
    approved: one.approved + more.approved,
  };
}

function drawn({ amountHalere }: DrawnLine, sums: Sums = NOTHING): Drawn {
  return {
    ...sums,
    remaining: amountHalere - sums.recorded,
    share: percentOf(sums.recorded, amountHalere),
    isOver: sums.recorded > amountHalere,
  };
}
