import { parseDecimal } from "../../../values/decimal.ts";
import { type Halere, MAX_HALERE } from "../../../values/money.ts";

/** Units with four decimal places as whole numbers: 1,5 is 15 000. */
export const UNIT_PLACES = 4;
const UNIT = 10 ** UNIT_PLACES;

/** Ten million units: more hours than any project has. */
export const MAX_UNITS_E4 = 10_000_000 * UNIT;

export type UnitsReading = { ok: true; unitsE4: number } | { ok: false; message: string };

/**
 * Units as people write them. `2.200` may be two thousand or two and a fifth: it is asked about as an amount
 * would be. Messages are keys of `errors`.
 */
export function parseUnits(typed: string): UnitsReading {
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(typed)) return { ok: false, message: "ambiguousUnits" };
  const unitsE4 = parseDecimal(typed, UNIT_PLACES);
  if (unitsE4 === undefined) return { ok: false, message: "validUnits" };
  if (unitsE4 < 0) return { ok: false, message: "notNegative" };
  if (unitsE4 > MAX_UNITS_E4) return { ok: false, message: `atMost:${MAX_UNITS_E4 / UNIT}` };
  return { ok: true, unitsE4 };
}

export interface Priced {
  unitPriceHalere: Halere | null;
  unitsE4: number | null;
}

export type AmountReading =
  | { ok: true; halere: Halere }
  | { ok: false; reason: "tooLarge" }
  | { ok: false; reason: "inexact"; nearest: NearestPossible };

/** What would come out whole: units at this price, prices at these units; the lower and the higher one. */
export interface NearestPossible {
  unitsE4: [number, number];
  unitPriceHalere: [Halere, Halere];
}

/**
 * Price × units, which must be whole haléře: a budget is never rounded. Nothing while either is not known.
 * The programme's papers hold two decimal places, so an inexact product could not be told to anybody.
 */
export function amountOf({ unitPriceHalere: price, unitsE4: units }: Priced): AmountReading {
  if (price === null || units === null) return { ok: true, halere: 0 };
  const product = BigInt(price) * BigInt(units);
  if (product % BigInt(UNIT) !== 0n)
    return { ok: false, reason: "inexact", nearest: nearestPossible(price, units) };
  const halere = product / BigInt(UNIT);
  if (halere > BigInt(MAX_HALERE)) return { ok: false, reason: "tooLarge" };
  return { ok: true, halere: Number(halere) };
}

function nearestPossible(price: Halere, units: number): NearestPossible {
  return { unitsE4: around(units, price), unitPriceHalere: around(price, units) };
}

/** The multiples next to `value` whose product with `factor` is whole. */
function around(value: number, factor: number): [number, number] {
  const step = UNIT / greatestCommonDivisor(factor, UNIT);
  const lower = value - (value % step);
  return [lower, lower + step];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
