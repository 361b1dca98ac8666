import { type Halere, MAX_HALERE } from "../../../values/money.ts";
import { MAX_UNITS_E4, UNIT_PLACES } from "../../budgets/amounts/rules.ts";
import { type LineCategory, takesExpenditure } from "../../budgets/rules.ts";

const UNIT = 10 ** UNIT_PLACES;

/** What of a line gives way, so that price × units comes out whole: its units or its price. */
export const transferWays = ["units", "price"] as const;
export type TransferWay = (typeof transferWays)[number];

export interface TransferLine {
  lineId: number;
  category: LineCategory;
  isLeaf: boolean;
  unitPriceHalere: Halere | null;
  unitsE4: number | null;
  amountHalere: Halere;
}

/** An amount that goes from a line to another, each of them giving way as it says. */
export interface Transfer {
  fromId: number;
  toId: number;
  amountHalere: Halere;
  fromWay: TransferWay;
  toWay: TransferWay;
}

/** Lines that money goes between: leaves with a price or units of their own. */
export function isTransferable(line: TransferLine): boolean {
  return takesExpenditure(line) && transferWays.some((way) => stepOf(line, way) !== undefined);
}

/** An eligible amount stays eligible: the sum of the project must not move. */
export function isSameSide(from: TransferLine, to: TransferLine): boolean {
  return (from.category === "ineligible") === (to.category === "ineligible");
}

/**
 * The smallest amount by which the line can change that way; all others are its multiples. With price p and
 * units in ten-thousandths, p × units is whole for every multiple of p / gcd(p, 10 000), and so the other way
 * round. Undefined where there is nothing to multiply by.
 */
export function stepOf(
  { unitPriceHalere, unitsE4 }: Pick<TransferLine, "unitPriceHalere" | "unitsE4">,
  way: TransferWay,
): Halere | undefined {
  const kept = way === "units" ? unitPriceHalere : unitsE4;
  if (kept === null || kept === 0) return undefined;
  return kept / greatestCommonDivisor(kept, UNIT);
}

export interface TransferOption extends Transfer {
  /** The amount is the one asked for. */
  isExact: boolean;
}

/** How many ways are worth choosing from. */
const MOST_OPTIONS = 6;

/**
 * Amounts nearest to the one asked for that both lines can take to the haléř, by every way the lines can give
 * way; nearest first, of the same amount the one that keeps prices. None of more than the line has.
 */
export function nearestTransfers(
  from: TransferLine,
  to: TransferLine,
  wanted: Halere,
): TransferOption[] {
  if (wanted > from.amountHalere) return [];
  const ways = transferWays.flatMap((fromWay) => transferWays.map((toWay) => ({ fromWay, toWay })));
  const options = ways.flatMap(({ fromWay, toWay }) => {
    const [one, other] = [stepOf(from, fromWay), stepOf(to, toWay)];
    if (one === undefined || other === undefined) return [];
    return multiplesAround(wanted, leastCommonMultiple(one, other)).map((amountHalere) => ({
      ...{ fromId: from.lineId, toId: to.lineId, amountHalere, fromWay, toWay },
      isExact: amountHalere === wanted,
    }));
  });
  return options
    .filter((option) => fits(from, to, option))
    .toSorted((a, b) => away(a, wanted) - away(b, wanted))
    .slice(0, MOST_OPTIONS);
}

function away({ amountHalere }: Transfer, wanted: Halere): number {
  return Math.abs(amountHalere - wanted);
}

function fits(from: TransferLine, to: TransferLine, transfer: Transfer): boolean {
  const { amountHalere, fromWay, toWay } = transfer;
  if (amountHalere <= 0 || amountHalere > from.amountHalere) return false;
  const after = [changedBy(from, fromWay, -amountHalere), changedBy(to, toWay, amountHalere)];
  return after.every((line) => line !== undefined);
}

/** The line with its amount moved that way; undefined when it would not be whole, negative or too large. */
export function changedBy<Line extends TransferLine>(
  line: Line,
  way: TransferWay,
  by: Halere,
): Line | undefined {
  const step = stepOf(line, way);
  const amountHalere = line.amountHalere + by;
  if (step === undefined || by % step !== 0) return undefined;
  if (amountHalere < 0 || amountHalere > MAX_HALERE) return undefined;
  const kept = way === "units" ? line.unitPriceHalere : line.unitsE4;
  const other = Number((BigInt(amountHalere) * BigInt(UNIT)) / BigInt(kept ?? 1));
  if (other > (way === "units" ? MAX_UNITS_E4 : MAX_HALERE)) return undefined;
  return way === "units"
    ? { ...line, unitsE4: other, amountHalere }
    : { ...line, unitPriceHalere: other, amountHalere };
}

export type TransferRefusal =
  | "unknownLine"
  | "sameLine"
  | "acrossRoots"
  | "twoWays"
  | "inexact"
  | "tooMuch";

export type Plan<Line> =
  | { ok: true; changed: Line[] }
  | { ok: false; index: number; reason: TransferRefusal };

/**
 * The lines after all transfers, one after another; only those that changed. A line that takes part in several
 * gives way in one way, so that each of them stays exact.
 */
export function planned<Line extends TransferLine>(
  lines: readonly Line[],
  transfers: readonly Transfer[],
): Plan<Line> {
  const now = new Map(lines.filter(isTransferable).map((line) => [line.lineId, line]));
  const ways = new Map<number, TransferWay>();
  for (const [index, transfer] of transfers.entries()) {
    const { fromId, toId, fromWay, toWay } = transfer;
    if (!keepsWay(ways, fromId, fromWay) || !keepsWay(ways, toId, toWay))
      return { ok: false, index, reason: "twoWays" };
    const outcome = outcomeOf(now, transfer);
    if (typeof outcome === "string") return { ok: false, index, reason: outcome };
    for (const line of outcome) now.set(line.lineId, line);
  }
  return { ok: true, changed: [...ways.keys()].flatMap((lineId) => now.get(lineId) ?? []) };
}

function outcomeOf<Line extends TransferLine>(
  now: ReadonlyMap<number, Line>,
  { fromId, toId, fromWay, toWay, amountHalere }: Transfer,
): [Line, Line] | TransferRefusal {
  const [from, to] = [now.get(fromId), now.get(toId)];
  if (!from || !to) return "unknownLine";
  if (from === to) return "sameLine";
  if (!isSameSide(from, to)) return "acrossRoots";
  if (amountHalere <= 0 || amountHalere > from.amountHalere) return "tooMuch";
  const after = [changedBy(from, fromWay, -amountHalere), changedBy(to, toWay, amountHalere)];
  const [one, other] = after;
  return one && other ? [one, other] : "inexact";
}

function keepsWay(ways: Map<number, TransferWay>, lineId: number, way: TransferWay): boolean {
  const known = ways.get(lineId);
  ways.set(lineId, way);
  return known === undefined || known === way;
}

function multiplesAround(wanted: Halere, step: Halere): Halere[] {
  const lower = wanted - (wanted % step);
  return lower === wanted ? [wanted] : [lower, lower + step];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Beyond what is counted exactly it is as good as infinite: no amount is a multiple of it. */
function leastCommonMultiple(a: number, b: number): number {
  const exact = (BigInt(a) / BigInt(greatestCommonDivisor(a, b))) * BigInt(b);
  return exact > BigInt(MAX_HALERE) ? MAX_HALERE + 1 : Number(exact);
}
