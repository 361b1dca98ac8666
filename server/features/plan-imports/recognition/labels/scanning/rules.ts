import { foldLetter } from "../../likeness/rules.ts";
import { readCardNumber } from "../../numbers/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { AnnexField } from "../../rules.ts";
import { isCapital, type Match, matchAt } from "../matching/rules.ts";
import { wordings } from "../rules.ts";

/** A label, or the heading of a card, found in the rows; whether it is one is decided with its neighbours. */
export interface Mark {
  field: AnnexField | "card";
  /** Letters of the wording that it resembles. */
  wording: string;
  row: number;
  start: number;
  endRow: number;
  end: number;
  wrong: number;
  isLax: boolean;
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
/** So far apart do labels in one line not stand. */
const LETTERS_SEARCHED = 5_000;

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
  let next: Spot | null = { at: from, place: from === 0 ? "line" : "inside" };
  while (next !== null && next.at < text.length) {
    const mark = markAt(rows, row, next.at, next.place);
    if (mark === null) next = nextSpot(text, next.at + 1);
    else {
      marks.push(mark);
      next = mark.endRow > row ? null : spotBehind(text, mark);
    }
  }
  return marks;
}

interface Spot {
  at: number;
  place: Mark["place"];
}

/** Behind the heading of a card its first label may stand in the same line. */
function spotBehind(text: string, mark: Mark): Spot | null {
  return mark.field === "card" ? { at: mark.end, place: "line" } : nextSpot(text, mark.end);
}

/** The next place of a line where a label may begin. */
function nextSpot(text: string, from: number): Spot | null {
  const most = Math.min(text.length, from + LETTERS_SEARCHED);
  for (let at = from; at < most; at += 1) {
    const before = text[at - 1] ?? "";
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
    wording: match.wording.letters,
    row,
    start: at,
    endRow: match.endRow,
    end: match.end,
    wrong: match.wrong,
    isLax: match.isLax,
    full: match.wording.full,
    words: match.wording.words,
    separated: match.separated,
    endsLine: match.endsLine,
    place,
    bulleted: BULLET.test(decoration),
    // Two letters swapped may be the first.
    capital: isCapital(text[start]) || isCapital(text[start + 1]),
    written: (rows[match.endRow] as Row).text
      .slice(match.endRow === row ? start : 0, match.end)
      .trim(),
  };
  return mark.field === "card" && !isCardHeading(rows, mark) ? null : mark;
}

/** Behind other text only the wording of the forms is believed. */
function standsInside(match: Match): boolean {
  return (
    match.wording.full &&
    match.wrong <= 1 &&
    !match.isLax &&
    (match.separated || match.wording.words > 1)
  );
}

function isCardHeading(rows: Row[], mark: Mark): boolean {
  const rest = (rows[mark.endRow] as Row).text.slice(mark.end).trim();
  if (!mark.full) return mark.place === "line" && mark.capital && readCardNumber(rest) !== null;
  if (mark.place === "inside") return mark.wrong === 0 && isCapital(mark.written[1]);
  const goesOn = /^\p{Ll}/u.test(rest) && !/^pokra/iu.test(rest);
  return !goesOn || readCardNumber(rest) !== null;
}
