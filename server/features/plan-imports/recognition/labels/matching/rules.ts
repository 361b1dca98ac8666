import { foldLetter, lettersFrom, likeBeginning, wrongAllowed } from "../../likeness/rules.ts";
import type { Row } from "../../rows/rules.ts";
import { type Wording, wordings } from "../rules.ts";

/** A wording found at a place: where it ends, how well, and what follows it. */
export interface Match {
  wording: Wording;
  wrong: number;
  /** More letters are wrong than a label may have by itself. */
  isLax: boolean;
  /** Row and index where the value begins. */
  endRow: number;
  end: number;
  /** A colon or another sign of separation follows. */
  separated: boolean;
  /** Nothing follows in its line. */
  endsLine: boolean;
}

const MOST_LETTERS = 48;
const ROWS_OF_A_LABEL = 3;
/** Letters that may be wrong in a label over several rows, or a short row before a label would be a part of it. */
const WRONG_IF_BROKEN = 2;

interface Stretch {
  letters: string;
  row: number[];
  at: number[];
}

/** The wording that best fits what begins at `start` of a row; labels broken over rows are read on. */
export function matchAt(rows: Row[], row: number, start: number): Match | null {
  const stretch = stretchFrom(rows, row, start);
  // A sign of a list alone in its line is no part of the label under it.
  if (stretch.row[0] !== row) return null;
  const beginning = lettersOf(stretch.letters.slice(0, 10));
  let best: Match | null = null;
  for (const wording of wordings) {
    if (!mayBegin(wording.letters, beginning)) continue;
    const match = matchOf(rows, row, stretch, wording);
    if (match !== null && (best === null || worthOf(match) > worthOf(best))) best = match;
  }
  return best !== null && best.wrong > 1 && beginsLater(best, stretch) ? null : best;
}

function worthOf({ wording, wrong }: Match): number {
  return wording.letters.length - 3 * wrong;
}

/** Without its first word the text is more like the wording: what stands first is something else. */
function beginsLater({ wording, wrong }: Match, { letters, row, at }: Stretch): boolean {
  let first = 1;
  while (first < at.length && row[first] === row[0] && at[first] === (at[first - 1] as number) + 1)
    first += 1;
  const later = likeBeginning(wording.letters, letters.slice(first), wrong - 1, () => true);
  return later !== null;
}

function stretchFrom(rows: Row[], row: number, start: number): Stretch {
  const stretch: Stretch = { letters: "", row: [], at: [] };
  for (let r = row; r < Math.min(rows.length, row + ROWS_OF_A_LABEL); r += 1) {
    const text = (rows[r] as Row).text;
    const from = r === row ? start : 0;
    const { letters, at } = lettersFrom(text, from, MOST_LETTERS - stretch.letters.length);
    stretch.letters += letters;
    for (const index of at) {
      stretch.row.push(r);
      stretch.at.push(index);
    }
    const restOfCell = text.slice((at.at(-1) ?? from - 1) + 1).split("\t", 1)[0] ?? "";
    if (stretch.letters.length >= MOST_LETTERS || !/^[\s*_)-]*$/.test(restOfCell)) break;
  }
  return stretch;
}

/** Letters as bits: cheap, and true for whatever may be alike enough. */
function mayBegin(word: string, text: number): boolean {
  let lacking = lettersOf(word.slice(0, 7)) & ~text;
  let count = 0;
  for (; lacking !== 0; lacking &= lacking - 1) count += 1;
  return count <= mostWrong(word);
}

function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) - 97);
  return bits;
}

/** A letter more than usual may be wrong where the place says that a label is meant. */
function mostWrong(word: string): number {
  return wrongAllowed(word.length) + (word.length >= 10 ? 1 : 0);
}

function matchOf(rows: Row[], row: number, stretch: Stretch, wording: Wording): Match | null {
  const most = mostWrong(wording.letters);
  const alike = likeBeginning(wording.letters, stretch.letters, most, (used) =>
    endsWord(rows, stretch, used),
  );
  if (alike === null) return null;
  const endRow = stretch.row[alike.used - 1] as number;
  const labelEnd = (stretch.at[alike.used - 1] as number) + 1;
  const after = afterLabel(rows, endRow, labelEnd, wording);
  if (endsSentence(rows, row, stretch, endRow, labelEnd)) return null;
  const isLax = alike.wrong > wrongAllowed(wording.letters.length);
  // What is joined over lines has to be a label and nothing else, or prose on the next line would be eaten.
  if (endRow > row && (isLax || alike.wrong > WRONG_IF_BROKEN)) return null;
  if ((endRow > row || isLax) && !after.separated && !after.endsLine) return null;
  return { wording, wrong: alike.wrong, isLax, ...after };
}

/** A full stop stands in place of a colon; where a small letter began, a sentence has ended. */
function endsSentence(
  rows: Row[],
  row: number,
  { at }: Stretch,
  endRow: number,
  labelEnd: number,
): boolean {
  const behind = rows[endRow]?.text.slice(labelEnd, labelEnd + 4) ?? "";
  return /^\s*\./.test(behind) && !isCapital(rows[row]?.text[at[0] ?? 0]);
}

function endsWord(rows: Row[], stretch: Stretch, used: number): boolean {
  if (used >= stretch.letters.length) return true;
  const row = stretch.row[used - 1] as number;
  const last = stretch.at[used - 1] as number;
  const next = stretch.at[used] as number;
  if (stretch.row[used] !== row || next > last + 1) return true;
  const text = (rows[row] as Row).text;
  return isCapital(text[next]) && (!isCapital(text[last]) || !isCapital(text[next + 1]));
}

export function isCapital(sign: string | undefined): boolean {
  return sign !== undefined && foldLetter(sign) !== "" && sign !== sign.toLowerCase();
}

const PARAGRAPH_SIGN =
  /^[\s*_]*(?:\(\s*\u00a7+\s*\)?|\u00a7+\s*\)?)(?=[\s:;.*_"\-\u2013\uff1a]|$)(?!\s*\d)/;
const SEPARATOR =
  /^[\s*_"\])]*(?:[:;=\uff1a\u2236]|(?<=\s)[-\u2013\u2014]|[-\u2013\u2014](?=\s|$)|\.(?=\s+[\p{Lu}\d\u2022]|\s*$)|\t)[\s*_:]*/u;
const REMARK = /^\s*\([^()]{1,40}\)(?=\s*[*_]*[:\uff1a])/;
const DECORATION = /^[\s*_]+/;

interface After {
  endRow: number;
  end: number;
  separated: boolean;
  endsLine: boolean;
}

function afterLabel(rows: Row[], labelRow: number, labelEnd: number, wording: Wording): After {
  const after = afterSeparator(rows, labelRow, labelEnd);
  if (wording.field !== "services") return after;
  const text = (rows[after.endRow] as Row).text;
  const sign = PARAGRAPH_SIGN.exec(text.slice(after.end));
  if (sign !== null)
    return withSeparator(after, afterSeparator(rows, after.endRow, after.end + sign[0].length));
  // The sign in brackets behind the kinds of services belongs to the label, on the next line too.
  const next = after.endsLine ? rows[after.endRow + 1]?.text : undefined;
  const there = next === undefined ? null : PARAGRAPH_SIGN.exec(next);
  return there === null
    ? after
    : withSeparator(after, afterSeparator(rows, after.endRow + 1, there[0].length));
}

function withSeparator(first: After, second: After): After {
  return { ...second, separated: first.separated || second.separated };
}

function afterSeparator(rows: Row[], endRow: number, labelEnd: number): After {
  const text = (rows[endRow] as Row).text;
  const end = labelEnd + (REMARK.exec(text.slice(labelEnd, labelEnd + 60))?.[0].length ?? 0);
  const separator = SEPARATOR.exec(text.slice(end));
  const value = end + ((separator ?? DECORATION.exec(text.slice(end)))?.[0].length ?? 0);
  return { endRow, end: value, separated: separator !== null, endsLine: value >= text.length };
}
