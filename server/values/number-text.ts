/** Longer than any number people type; what is longer is not read, so that no pattern meets long text. */
const LONGEST_NUMBER = 60;

const SIGNED = /^([-+\u2212]?) ?(.*)$/;

export interface SignedText {
  negative: boolean;
  /** Digits, separators and single blanks, still unchecked. */
  body: string;
}

/** Takes the sign off; any kind of blank (no-break, thin) becomes a plain single one. */
export function readSign(text: string): SignedText | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const [, sign = "", body = ""] =
    SIGNED.exec(text.normalize("NFC").trim().replace(/\s+/g, " ")) ?? [];
  return { negative: sign === "-" || sign === "\u2212", body };
}

/**
 * Joins digits before and after the separator into one integer of `decimals` places.
 * `undefined` when it has more places than that or cannot be counted exactly.
 */
export function scaledInteger(
  whole: string,
  fraction: string,
  decimals: number,
): number | undefined {
  if (fraction.length > decimals) return undefined;
  const scaled = Number(whole.replace(/\D/g, "") + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}
