import { MAX_HALERE } from "../../../../../values/money.ts";

export type Currency = "CZK" | "EUR";

/** An amount or a range in a folded text; both bounds are the same in an amount. */
export interface Amount {
  start: number;
  end: number;
  /** In haléře or cents. */
  min: number;
  max: number;
  currency: Currency | null;
}

interface NumberInText {
  start: number;
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
const RANGE_SIGN = /^ ?(?:[-\u2010-\u2014]|az(?: do)?|do) ?$/;
/** After an amount without a currency: what is counted is not money when another noun follows. */
const MAY_FOLLOW =
  /^[^a-z]*$|^[^a-z]*[,;.():/+\u2010-\u2014-]|^ (?:rocne|celkem|za|na|v|ve|z|ze|do|od|po|pro|a|vcetne|kazd[a-z]+|az|dle|i|s|se|per|p|ci|nebo|pri)(?![a-z])/;
const YEAR = /^(?:19|20)\d{2}$/;

const POWERS = { tis: 3, mil: 6, mio: 6, mld: 9 } as const;

/** Amounts of a folded text in the order they stand; a number without unit and currency is none. */
export function amountsIn(folded: string): Amount[] {
  const numbers = [...folded.matchAll(NUMBER)].map((match) => numberOf(folded, match));
  const amounts: Amount[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const [one, next] = [numbers[at], numbers[at + 1]];
    if (!one) continue;
    const range = next && rangeOf(folded, one, next);
    if (range) at++;
    const amount = range ?? single(folded, one);
    if (amount) amounts.push(amount);
  }
  return amounts;
}

function numberOf(folded: string, match: RegExpExecArray): NumberInText {
  const start = match.index;
  let end = start + match[0].length;
  const unit = UNIT.exec(folded.slice(end, end + 20));
  end += unit?.[0].length ?? 0;
  const after = CURRENCY_AFTER.exec(folded.slice(end, end + 20));
  const halere = after ? null : NO_HALERE.exec(folded.slice(end, end + 5));
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

function single(folded: string, one: NumberInText): Amount | undefined {
  if (!isMoney(one)) return undefined;
  if (one.currency === null && !MAY_FOLLOW.test(folded.slice(one.end, one.end + 30)))
    return undefined;
  const value = inHalere(one.digits, one.power ?? 0);
  if (value === undefined) return undefined;
  return { start: one.start, end: one.end, min: value, max: value, currency: one.currency };
}

/** "2,5–3 mil. Kč": the first takes unit and currency from the second, unless it has its own. */
function rangeOf(folded: string, one: NumberInText, next: NumberInText): Amount | undefined {
  if (!RANGE_SIGN.test(folded.slice(one.end, next.start)) || !isMoney(next)) return undefined;
  if (!isMoney(one) && next.power !== null && YEAR.test(one.digits)) return undefined;
  const min = inHalere(one.digits, (isMoney(one) ? one.power : next.power) ?? 0);
  const max = inHalere(next.digits, next.power ?? 0);
  if (min === undefined || max === undefined || min > max) return undefined;
  return { start: one.start, end: next.end, min, max, currency: next.currency ?? one.currency };
}

function isMoney({ power, currency }: NumberInText): boolean {
  return power !== null || currency !== null;
}

const GROUPED = /^\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{1,2})?$|^\d{1,3}\.\d{3}(?:,\d{1,2})?$/;

/** `undefined` when it is finer than haléře, too large, or may be read in two ways. */
function inHalere(written: string, power: number): number | undefined {
  if (isAmbiguous(written, power)) return undefined;
  const plain = GROUPED.test(written) ? ungrouped(written) : written.replace(",", ".");
  const [whole = "", fraction = ""] = plain.split(".");
  const places = power + 2;
  const fine = fraction.replace(/0+$/, "");
  if (fine.length > places) return undefined;
  const value = BigInt(whole + fine.padEnd(places, "0"));
  return value <= BigInt(MAX_HALERE) ? Number(value) : undefined;
}

/** "1.200 mil." may be twelve hundred million or one and a fifth, "2,500 Kč" two thousand or two and a half. */
function isAmbiguous(written: string, power: number): boolean {
  return power > 0 ? /^\d{1,3}\.\d{3}$/.test(written) : /^\d{1,3},\d{3}$/.test(written);
}

function ungrouped(written: string): string {
  const [, whole = "", fraction = ""] = /^(.*\d{3})(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  return `${whole.replace(/[.,]/g, "")}${fraction && `.${fraction}`}`;
}
