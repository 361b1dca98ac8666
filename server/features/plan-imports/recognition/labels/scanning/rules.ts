import { foldLetter } from "../../likeness/rules.ts";
import { readCardNumber } from "../../numbers/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { AnnexField } from "../../rules.ts";
import { isCapital, type Match, matchAt } from "../matching/rules.ts";
import { wordings } from "../rules.ts";

/** A label, or the heading of a card, found in the rows; whether it is one is decided with its neighbours. */
export interface Mark {
  field: AnnexField | "card";
  row: number;
  start: number;
  endRow: number;
  end: number;
  wrong: number;
  full: boolean;
  words: number;
  separated: boolean;
  endsLine: boolean;
  /** At the beginning of a line, of a cell, or behind other text. */
  place: "line" | "cell" | "inside";
  bulleted: boolean;
  capital: boolean;
  written: string;
}

const DECORATION =
  /^[\s([*_#>|"'\u2022\u25aa\u00b7\u25a1\u2610\uf0b7\u2013\u2014-]*(?:\d{1,2}\s*[.)]\s*(?=\p{L})|[a-k]\)\s*)?[\s(*_#"]*/u;
const BULLET = /^[\s]*[\u2022\u25aa\u00b7\u25a1\u2610\uf0b7\u2013\u2014*-]/;
/** Words looked at behind other text; a longer line has no more labels in it. */
const PLACES_INSIDE = 400;

export function scanMarks(rows: Row[]): Mark[] {
  const marks: Mark[] = [];
  let taken = { row: -1, end: 0 };
  for (let row = 0; row < rows.length; row += 1) {
    const text = (rows[row] as Row).text;
    const from = taken.row === row ? taken.end : 0;
    for (const mark of marksOfRow(rows, row, text, from)) {
      marks.push(mark);
      if (mark.endRow > row) taken = { row: mark.endRow, end: mark.end };
    }
  }
  return marks;
}

function marksOfRow(rows: Row[], row: number, text: string, from: number): Mark[] {
  const marks: Mark[] = [];
  let at = from;
  let place: Mark["place"] = from === 0 ? "line" : "inside";
  while (at < text.length) {
    const mark = markAt(rows, row, at, place);
    if (mark !== null) {
      marks.push(mark);
      if (mark.endRow > row || mark.end >= text.length) break;
      at = mark.end;
      place = mark.field === "card" ? "line" : "inside";
      if (place === "line") continue;
    }
    const next = nextPlace(text, at);
    if (next === null) break;
    at = next.at;
    place = next.place;
  }
  return marks;
}

function nextPlace(text: string, from: number): { at: number; place: Mark["place"] } | null {
  const most = Math.min(text.length, from + PLACES_INSIDE * 12);
  for (let at = from + 1; at < most; at += 1) {
    const before = text[at - 1] as string;
    if (before === "\t") return { at, place: "cell" };
    if (isPlaceInside(text, at, before)) return { at, place: "inside" };
  }
  return null;
}

function isPlaceInside(text: string, at: number, before: string): boolean {
  return isCapital(text[at]) && !isCapital(before) && beginnings.has(beginningOf(text, at));
}

const beginnings = new Set(
  wordings.filter((wording) => wording.full).map((wording) => wording.letters.slice(0, 3)),
);

function beginningOf(text: string, at: number): string {
  return [...text.slice(at, at + 3)].map(foldLetter).join("");
}

function markAt(rows: Row[], row: number, at: number, place: Mark["place"]): Mark | null {
  const text = (rows[row] as Row).text;
  const decoration =
    place === "inside" ? "" : (DECORATION.exec(text.slice(at, at + 24))?.[0] ?? "");
  const start = at + decoration.length;
  const match = matchAt(rows, row, start);
  if (match === null || (place === "inside" && !standsInside(match))) return null;
  const mark: Mark = {
    field: match.wording.field,
    row,
    start: at,
    endRow: match.endRow,
    end: match.end,
    wrong: match.wrong,
    full: match.wording.full,
    words: match.wording.words,
    separated: match.separated,
    endsLine: match.endsLine,
    place,
    bulleted: BULLET.test(decoration),
    capital: isCapital(text[start]),
    written: (rows[match.endRow] as Row).text
      .slice(match.endRow === row ? start : 0, match.end)
      .trim(),
  };
  return mark.field === "card" && !isCardHeading(rows, mark) ? null : mark;
}

/** Behind other text only the wording of the forms is believed. */
function standsInside(match: Match): boolean {
  return match.wording.full && match.wrong <= 1 && (match.separated || match.wording.words > 1);
}

function isCardHeading(rows: Row[], mark: Mark): boolean {
  const rest = (rows[mark.endRow] as Row).text.slice(mark.end).trim();
  if (!mark.full) return mark.place === "line" && mark.capital && readCardNumber(rest) !== null;
  if (mark.place === "inside") return mark.wrong === 0 && isCapital(mark.written[1]);
  return rest === "" || !/^\p{Ll}/u.test(rest) || /^pokra/iu.test(rest);
}
