/** Hundredths of a per cent: 10000 is the whole. */
export type BasisPoints = number;

export const WHOLE: BasisPoints = 10_000;

/** The whole in millionths, the unit of shares with four decimal places: 767350 is 76,735 %. */
export const WHOLE_PPM = 1_000_000;

/**
 * `part` of `whole` in basis points, rounded half away from zero; beyond 10000 when the part is larger.
 * `undefined` when the whole is zero: a missing target is shown as missing, not as 0 or 100 %.
 */
export function percentOf(part: number, whole: number): BasisPoints | undefined {
  if (whole === 0) return undefined;
  if (part >= 0 && whole > 0 && part <= PARTS_EXACT && whole <= PARTS_EXACT) {
    return Math.floor((20_000 * part + whole) / (2 * whole));
  }
  return Number(roundedQuotient(BigInt(part) * 10_000n, BigInt(whole)));
}

/** Up to here twice the part times ten thousand is exact in a double, and so is its quotient rounded down. */
const PARTS_EXACT = 100_000_000_000;

/** Into 0–10000, for bars and for means in which over-fulfilment must not cover for others. */
export function clampPercent(points: BasisPoints): BasisPoints {
  return Math.min(WHOLE, Math.max(0, points));
}

export interface Weighted {
  value: number;
  /** A whole number, not negative. */
  weight: number;
}

/** Rounded half away from zero; `undefined` when nothing has any weight. */
export function weightedMean(items: readonly Weighted[]): number | undefined {
  let sum = 0n;
  let weights = 0n;
  for (const { value, weight } of items) {
    sum += BigInt(value) * BigInt(weight);
    weights += BigInt(weight);
  }
  return weights === 0n ? undefined : Number(roundedQuotient(sum, weights));
}

/** Exact on integers of any size: haléře times ten thousand no longer fit a double. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const size = (2n * abs(numerator) + abs(denominator)) / (2n * abs(denominator));
  return negative ? -size : size;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
