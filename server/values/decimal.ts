import { readSign, scaledInteger } from "./number-text.ts";

const DECIMAL = /^(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/;

/**
 * Reads a number with at most `decimals` places as an integer of that scale: `1 234,5` with 2 is 123450.
 * Comma and dot both separate decimals, blanks separate thousands, a sign is allowed. `undefined` for
 * anything else: more places, thousands set off by dots, a value too large to be exact.
 */
export function parseDecimal(text: string, decimals: number): number | undefined {
  const signed = readSign(text);
  const parts = signed ? DECIMAL.exec(signed.body) : null;
  if (!signed || !parts) return undefined;
  const scaled = scaledInteger(parts[1] ?? "", parts[2] ?? "", decimals);
  if (scaled === undefined) return undefined;
  return signed.negative && scaled !== 0 ? -scaled : scaled;
}

/** `-123450` with 2 is `-1234.50`: no grouping and no language, for exports and comparison. */
export function formatScaled(scaled: number, decimals: number, separator = "."): string {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, "0");
  const sign = scaled < 0 ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}${separator}${digits.slice(-decimals)}`;
}
