import { readSign, scaledInteger } from "./number-text.ts";

/** Money in hundredths of a Czech crown, always a whole number. */
export type Halere = number;

/** A thousand billion crowns: more than the state budget, and ninety such amounts still add up exactly. */
export const MAX_HALERE: Halere = 100_000_000_000_000;

export type AmountRefusal =
  | "notAnAmount"
  | "ambiguous"
  | "tooManyDecimals"
  | "negative"
  | "tooLarge";

export type AmountReading = { ok: true; halere: Halere } | { ok: false; reason: AmountRefusal };

interface AmountParts {
  whole: string;
  fraction: string;
}

const CURRENCY_BEFORE = /^(?:kč|czk) ?/i;
const CURRENCY_AFTER = / ?(?:kč|czk)$/i;
const NO_HALERE = /[.,] ?[-\u2013\u2014]{1,2}$/; // the dash of "1 200,-"

/** The separator, if any, separates decimals; blanks may separate thousands. */
const WITH_DECIMALS = /^(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/;
/** Dots or commas separate thousands, the other of the two decimals. */
const WITH_GROUPS = /^([1-9]\d{0,2}(?:(?:\.\d{3})+(?=,|$)|(?:,\d{3})+(?=\.|$)))(?:[.,](\d+))?$/;

/**
 * Reads an amount in crowns as people and older papers write it: `15.795.600,05 Kč`, `6 999 465,80`,
 * `1 234.5`, `1.600.000 Kč`, `1 200,-`. `2.200` may be two thousand or two crowns twenty: it is
 * refused as ambiguous rather than guessed.
 */
export function parseHalere(
  text: string,
  options: { allowNegative?: boolean } = {},
): AmountReading {
  const signed = readSign(text);
  const readings = signed ? readAmount(withoutCurrency(signed.body)) : [];
  const [amount] = readings;
  if (!signed || !amount) return refused("notAnAmount");
  if (readings.length > 1) return refused("ambiguous");
  if (amount.fraction.length > 2) return refused("tooManyDecimals");
  const halere = scaledInteger(amount.whole, amount.fraction, 2);
  if (halere === undefined || halere > MAX_HALERE) return refused("tooLarge");
  if (!signed.negative || halere === 0) return { ok: true, halere };
  return options.allowNegative ? { ok: true, halere: -halere } : refused("negative");
}

/**
 * Splits a total by weights so that the parts add up to it exactly: each gets its share rounded down, what
 * is left goes by one to the largest remainders, among equal ones to the earlier.
 * @throws RangeError when there is nothing to split by: a split is never invented.
 */
export function distribute(total: Halere, weights: readonly number[]): Halere[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("Weights must be whole numbers, none negative");
  }
  const sum = weights.reduce((sofar, weight) => sofar + BigInt(weight), 0n);
  if (sum === 0n) throw new RangeError("Nothing to split by: all weights are zero");
  const amount = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const product = amount * BigInt(weight);
    return { index, part: Number(product / sum), remainder: product % sum };
  });
  const left = Math.abs(total) - shares.reduce((sofar, share) => sofar + share.part, 0);
  const byRemainder = shares.toSorted((a, b) => compareBig(b.remainder, a.remainder));
  for (const share of byRemainder.slice(0, left)) share.part += 1;
  return shares.map(({ part }) => (total < 0 && part !== 0 ? -part : part));
}

function withoutCurrency(body: string): string {
  return body.replace(CURRENCY_BEFORE, "").replace(CURRENCY_AFTER, "");
}

/** Every way to read the amount: none when it is not one, two when it is ambiguous. */
function readAmount(body: string): AmountParts[] {
  const inWholeCrowns = NO_HALERE.test(body);
  const patterns = [WITH_DECIMALS, WITH_GROUPS];
  return patterns.flatMap((pattern) => {
    const parts = pattern.exec(inWholeCrowns ? body.replace(NO_HALERE, "") : body);
    if (!parts || (inWholeCrowns && parts[2])) return [];
    return [{ whole: parts[1] ?? "", fraction: parts[2] ?? "" }];
  });
}

function refused(reason: AmountRefusal): AmountReading {
  return { ok: false, reason };
}

function compareBig(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
