import { foldText } from "../../../../values/fold.ts";
import type { Row } from "../rows/rules.ts";

const SEPARATOR = /^[-_=*~\u2010-\u2015\u2500-\u257f|+#\s]{2,}$/u;
const PAGE_NUMBER =
  /^(?:[-\u2010-\u2015]\s*\d{1,4}\s*[-\u2010-\u2015]|\d{1,4}\s*(?:\/|z|ze)\s*\d{1,4}|\d{1,3}|\[\d{1,3}\])$/u;
const NAMED_PAGE =
  /^(?:(?:strana|stranka|str\.?|page)\s*[:.|]?\s*\d{1,4}(?:\s*(?:\/|z|ze|of)\s*\d{1,4})?|\d{1,4}\s*[|.]?\s*(?:strana|stranka|str\.?))$/;
const DOT_LEADER = /(?:(?:\.\s?){4,}|\u2026{2,}|_{4,})\s*\d{1,4}$/u;
const ENTRY = /\p{L}.*[\t ]\d{1,3}$/u;

/** Rows that say nothing by themselves, with the reason; `index` is that of the row. */
export function silentRows(rows: Row[]): Map<number, string> {
  const silent = new Map<number, string>();
  rows.forEach(({ text }, at) => {
    if (SEPARATOR.test(text) && !isBareBullet(text)) silent.set(at, "separator");
    else if (isPageNumber(text, rows[at - 1], rows.slice(at + 1, at + 4)))
      silent.set(at, "page-number");
  });
  for (const at of contentsRows(rows)) silent.set(at, "contents");
  return silent;
}

function isBareBullet(text: string): boolean {
  return text.length === 1;
}

const LABEL_OF_NUMBER = /^(?:cislo|kod)/;
const NUMBER_OF_CARD = /^\p{L}{0,2}\s?[\do]{1,2}\s?[.\u2010-\u2015-]\s?[\do]/u;

/** A bare number right behind the label of a number may be what is labelled, unless that follows further on. */
function isPageNumber(text: string, before: Row | undefined, after: readonly Row[]): boolean {
  if (text.length > 24 || !/\d/.test(text)) return false;
  if (NAMED_PAGE.test(foldText(text))) return true;
  if (!PAGE_NUMBER.test(text)) return false;
  const begins = (row: Row | undefined) => foldText((row?.text ?? "").slice(0, 20));
  const isLabelled = /^\d+$/.test(text) && LABEL_OF_NUMBER.test(begins(before));
  return !isLabelled || after.some((row) => NUMBER_OF_CARD.test(begins(row)));
}

/** Rows of a table of contents: leaders of dots to a number, the heading over them and what is wrapped between. */
function contentsRows(rows: Row[]): number[] {
  const found: number[] = [];
  let last = -9;
  for (let at = 0; at < rows.length; at += 1) {
    if (!isOfContents(rows, at, last)) continue;
    const from = at - last <= 3 ? last + 1 : at;
    for (let row = from; row <= at; row += 1) found.push(row);
    last = at;
  }
  return found;
}

/** `last` is the row of contents before it. */
function isOfContents(rows: Row[], at: number, last: number): boolean {
  const text = (rows[at] as Row).text;
  if (DOT_LEADER.test(text)) return true;
  if (isTitleOfContents(text)) return isEntry(rows[at + 1]) || isEntry(rows[at + 2]);
  return last >= 0 && at - last === 1 && isPlainEntry(rows, at, last);
}

function isTitleOfContents(text: string): boolean {
  return /^obsah:?$/.test(foldText(text.slice(0, 12)));
}

function isEntry(row: Row | undefined): boolean {
  return row !== undefined && (DOT_LEADER.test(row.text) || ENTRY.test(row.text));
}

/** Under the heading of contents an entry may have only a blank or a tab before its page. */
function isPlainEntry(rows: Row[], at: number, last: number): boolean {
  const text = rows[at]?.text ?? "";
  const above = rows[last]?.text ?? "";
  return ENTRY.test(text) && (isTitleOfContents(above) || ENTRY.test(above)) && !text.includes(":");
}

/** Rows without those that say nothing; the gap of what is left out does not part a paragraph. */
export function withoutRows(rows: Row[], left: ReadonlyMap<number, unknown>): Row[] {
  const kept: Row[] = [];
  let gap: number | null = null;
  let opensPage = false;
  rows.forEach((row, at) => {
    if (left.has(at)) {
      gap = gap === null ? row.gap : Math.min(gap, row.gap);
      opensPage ||= row.opensPage;
      return;
    }
    const gapBefore = gap === null ? row.gap : Math.min(gap, row.gap);
    kept.push({ ...row, gap: gapBefore, opensPage: row.opensPage || opensPage });
    gap = null;
    opensPage = false;
  });
  return kept;
}
