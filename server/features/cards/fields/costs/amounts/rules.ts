import { MAX_HALERE } from "../../../../../values/money.ts";
import { type Currency, moneyNumbersIn, type NumberInText } from "../numbers/rules.ts";

/** An amount or a range in a folded text; both bounds are the same in an amount. */
export interface Amount {
  start: number;
  end: number;
  /** In haléře or cents. */
  min: number;
  max: number;
  currency: Currency | null;
}

export interface FoundAmounts {
  amounts: Amount[];
  /** Some number of money cannot be read in one way only. */
  isUnclear: boolean;
  /** Some amount is a price of an hour, a bed, a month: not the cost of the whole. */
  isPerUnit: boolean;
}

const RANGE_SIGN = /^ ?(?:[-\u2010-\u2014]|az(?: do)?|do) ?$/;
const BETWEEN = /(?:^|[^a-z])mezi $/;
const TIMES = /\d ?[x\u00d7*] ?$/;
const PER_UNIT =
  /^ ?(?:(?:\/|na|za|per) ?(?:1 |jedn[a-z]+ )?(?:hod|osob|uzivat|klient|luzk|mist|mesic|den|uvaz|sluzb|obyvatel|prac|rodin|dit|ucast)|mesicne|denne|hodinove)/;
/** After an amount without a currency: what is counted is not money when another noun follows. */
const MAY_FOLLOW =
  /^[^a-z]*$|^[^a-z]*[,;.():/+\u2010-\u2014-]|^ (?:rocne|celkem|za|na|v|ve|z|ze|do|od|po|pro|a|vcetne|kazd[a-z]+|az|dle|i|s|se|per|p|ci|nebo|pri)(?![a-z])/;
const YEAR = /^(?:19|20)\d{2}$/;
const LONGEST_LOOK = 30;

type Reading = Amount | "not-money" | "unclear" | "per-unit";

/** Amounts of a folded text in the order they stand; a number without unit and currency is none. */
export function amountsIn(folded: string): FoundAmounts {
  const numbers = moneyNumbersIn(folded);
  const readings: Reading[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const [one, next] = [numbers[at], numbers[at + 1]];
    const range = one && next && rangeOf(folded, one, next);
    if (range) at++;
    if (one) readings.push(range ?? single(folded, one));
  }
  return {
    amounts: readings.filter((reading) => typeof reading === "object"),
    isUnclear: readings.includes("unclear"),
    isPerUnit: readings.includes("per-unit"),
  };
}

function single(folded: string, one: NumberInText): Reading {
  if (!isMoney(one)) return "not-money";
  const after = folded.slice(one.end, one.end + LONGEST_LOOK);
  if (one.currency === null && !MAY_FOLLOW.test(after)) return "not-money";
  if (PER_UNIT.test(after)) return "per-unit";
  const value = inHalere(one.digits, one.power ?? 0);
  if (value === undefined || TIMES.test(folded.slice(0, one.start))) return "unclear";
  return { start: one.start, end: one.end, min: value, max: value, currency: one.currency };
}

/** "2,5–3 mil. Kč": the first takes unit and currency from the second, unless it has its own. */
function rangeOf(folded: string, one: NumberInText, next: NumberInText): Amount | undefined {
  if (!isRange(folded, one, next) || !isMoney(next)) return undefined;
  if (!isMoney(one) && next.power !== null && YEAR.test(one.digits)) return undefined;
  const min = inHalere(one.digits, (isMoney(one) ? one.power : next.power) ?? 0);
  const max = inHalere(next.digits, next.power ?? 0);
  if (min === undefined || max === undefined || min > max) return undefined;
  return { start: one.start, end: next.end, min, max, currency: next.currency ?? one.currency };
}

function isRange(folded: string, one: NumberInText, next: NumberInText): boolean {
  const between = folded.slice(one.end, next.start);
  return (
    RANGE_SIGN.test(between) || (between === " a " && BETWEEN.test(folded.slice(0, one.start)))
  );
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
