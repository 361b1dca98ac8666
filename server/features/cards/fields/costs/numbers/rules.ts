export type Currency = "CZK" | "EUR";

export interface NumberInText {
  start: number;
  /** Behind its unit and currency. */
  end: number;
  /** As it is written, without blanks. */
  digits: string;
  /** Power of ten that its unit adds; `null` without a unit. */
  power: number | null;
  currency: Currency | null;
}

const NUMBER =
  /(?<![\d_/\u2044]|\d[.,])(?:\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?|\d{1,15}(?:[.,]\d{1,6})?)(?![\d_]|[.,]\d)/g;
const UNIT = /^ ?(?:(mil(?:ion[a-z]*|iard[a-z]*)?|mio|mld|tis(?:ic[a-z]*)?)(?![a-z])\.?)/;
const CURRENCY_AFTER =
  /^(?:,[-=]{1,2}|,\u2013|,\u2014|\.-)? ?(?:(kc|czk|korun[a-z]*)(?![a-z])|(eur[a-z]*(?![a-z])|\u20ac))/;
const NO_HALERE = /^,[-=\u2013\u2014]{1,2}/;
const CURRENCY_BEFORE = /(?:(?:^|[^a-z])(kc|czk)|(?:(?:^|[^a-z])eur|(\u20ac))) ?$/;
const LONGEST_UNIT = 20;

const POWERS = { tis: 3, mil: 6, mio: 6, mld: 9 } as const;

/** Numbers of a folded text with the units and currencies that stand by them. */
export function moneyNumbersIn(folded: string): NumberInText[] {
  return [...folded.matchAll(NUMBER)].map((match) => numberOf(folded, match));
}

function numberOf(folded: string, match: RegExpExecArray): NumberInText {
  const start = match.index;
  let end = start + match[0].length;
  const unit = UNIT.exec(folded.slice(end, end + LONGEST_UNIT));
  end += unit?.[0].length ?? 0;
  const after = CURRENCY_AFTER.exec(folded.slice(end, end + LONGEST_UNIT));
  const halere = after ? null : NO_HALERE.exec(folded.slice(end, end + LONGEST_UNIT));
  end += after?.[0].length ?? halere?.[0].length ?? 0;
  const before = CURRENCY_BEFORE.exec(folded.slice(Math.max(0, start - 5), start));
  return {
    start,
    end,
    digits: match[0].replace(/ /g, ""),
    power: unit ? powerOf(unit[1] ?? "") : null,
    currency: currencyOf(after) ?? (halere ? "CZK" : currencyOf(before)),
  };
}

function currencyOf(match: RegExpExecArray | null): Currency | null {
  if (!match) return null;
  return match[1] ? "CZK" : "EUR";
}

function powerOf(unit: string): number {
  if (unit.startsWith("miliard")) return POWERS.mld;
  return POWERS[unit.slice(0, 3) as keyof typeof POWERS];
}
