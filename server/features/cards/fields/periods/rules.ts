import { foldText } from "../../../../values/fold.ts";

export interface Period {
  /** `null` when the text does not say it. */
  fromYear: number | null;
  /** `null` when it is open or the text does not say it. */
  toYear: number | null;
  /** A span that ends before it begins; the years are given in their order. */
  doubt?: "backwards";
}

/** A year that is no part of a longer number, of a call, or of the number of an act. */
const YEAR = /(?<![\d_§])(?:19|20)\d{2}(?![\d_]| ?sb|[./](?!(?:19|20)\d{2}(?!\d))\d{3})/g;
const LASTING = /prubezn|trval|neurcit|dlouhodob/;
const SHORT_SPAN = /^((?:19|20)\d{2}) ?[-‐‑–—/] ?(\d{2})(?![\d.])/;
const SPAN_SIGN = /^ ?(?:[-‐‑–—]|az)/;
const OPEN_AFTER =
  /^ ?(?:\+|plus\b|(?:a|i) (?:dal|nasl|pozd)|dale\b|a vice|[-‐‑–—] ?(?:$|dosud|trvale|neurcito|\.\.\.|…))/;
const OPEN_BEFORE =
  /(?:^|[^a-z])(?:od|pocinaje|nejdrive|zahajeni|pocatek|zacatek)(?: [a-z]+){0,2}:? ?$/;
const CLOSED_BEFORE = /(?:^|[^a-z])(?:do|nejpozdeji|konec|ukonceni)(?: [a-z]+){0,2}:? ?$/;
const LONGEST_LOOK = 40;

/**
 * Years of a text: "2014-2017", "2014-17", "2024+", "od roku 2025", "do konce roku 2026", "2024, 2025 a 2026",
 * "1. 1. 2024 – 31. 12. 2026". A text without a year ("průběžně") gives none.
 */
export function periodIn(text: string): Period {
  // A letter o among digits is a zero, an l is a one.
  const folded = foldText(text)
    .replace(/(?<=\d)o(?=\d)/g, "0")
    .replace(/(?<=\d)l(?=\d)/g, "1");
  const found = [...folded.matchAll(YEAR)];
  const [first] = found;
  if (!first) return { fromYear: null, toYear: null };
  const short = SHORT_SPAN.exec(folded.slice(first.index));
  if (found.length === 1 && short) {
    const end = endOfShortSpan(Number(short[1]), Number(short[2]));
    if (end !== null) return { fromYear: Number(short[1]), toYear: end };
  }
  return spanOf(folded, found);
}

function endOfShortSpan(from: number, lastDigits: number): number | null {
  const end = from - (from % 100) + lastDigits;
  return end >= from ? end : null;
}

function spanOf(folded: string, found: readonly RegExpExecArray[]): Period {
  const years = found.map(([year]) => Number(year));
  const low = Math.min(...years);
  const high = Math.max(...years);
  const last = found.at(-1);
  const after = last ? folded.slice(last.index + 4) : "";
  if (OPEN_AFTER.test(after)) return { fromYear: low, toYear: null };
  if (found.length === 1)
    return singleYear(folded.slice(0, last?.index), low, LASTING.test(folded));
  const between = folded.slice((found[0]?.index ?? 0) + 4);
  const isBackwards =
    found.length === 2 && (years[0] ?? 0) > (years[1] ?? 0) && SPAN_SIGN.test(between);
  return { fromYear: low, toYear: high, ...(isBackwards && { doubt: "backwards" }) };
}

function singleYear(before: string, year: number, isLasting: boolean): Period {
  const near = before.slice(-LONGEST_LOOK).replace(/[\d.]+ ?/g, "");
  if (OPEN_BEFORE.test(near)) return { fromYear: year, toYear: null };
  if (CLOSED_BEFORE.test(near)) return { fromYear: null, toYear: year };
  return { fromYear: year, toYear: isLasting ? null : year };
}
