import { foldLetter, lettersFrom, likeBeginning, wrongAllowed } from "../../likeness/rules.ts";
import type { Row } from "../../rows/rules.ts";
import { type Wording, wordings } from "../rules.ts";

/** A wording found at a place: where it ends, how well, and what follows it. */
export interface Match {
  wording: Wording;
  wrong: number;
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

interface Stretch {
  letters: string;
  row: number[];
  at: number[];
}

/** The wording that best fits what begins at `start` of a row; labels broken over rows are read on. */
export function matchAt(rows: Row[], row: number, start: number): Match | null {
  const stretch = stretchFrom(rows, row, start);
  let best: Match | null = null;
  let bestWorth = 0;
  for (const wording of wordings) {
    if (!mayBegin(wording.letters, stretch.letters)) continue;
    const match = matchOf(rows, row, stretch, wording);
    if (match === null) continue;
    const worth = wording.letters.length - 3 * match.wrong;
    if (worth > bestWorth) {
      best = match;
      bestWorth = worth;
    }
  }
  return best;
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

/** Two of the first three letters are among the first four: cheap, and true for whatever may be alike enough. */
function mayBegin(word: string, text: string): boolean {
  const beginning = text.slice(0, 4);
  let found = 0;
  for (let i = 0; i < 3; i += 1) if (beginning.includes(word[i] as string)) found += 1;
  return found >= 2;
}

function matchOf(rows: Row[], row: number, stretch: Stretch, wording: Wording): Match | null {
  const alike = likeBeginning(
    wording.letters,
    stretch.letters,
    wrongAllowed(wording.letters.length),
    (used) => endsWord(rows, stretch, used),
  );
  if (alike === null) return null;
  const endRow = stretch.row[alike.used - 1] as number;
  const after = afterLabel(rows, endRow, (stretch.at[alike.used - 1] as number) + 1, wording);
  // What is joined over lines has to be a label and nothing else, or prose on the next line would be eaten.
  if (endRow > row && !after.separated && !after.endsLine) return null;
  return { wording, wrong: alike.wrong, ...after };
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

const PARAGRAPH_SIGN = /^[\s*_]*(?:\(\s*\u00a7*\s*\)?|\u00a7+\s*\)?)/;
const SEPARATOR = /^[\s*_"\])]*(?:[:;=\uff1a\u2236]|[-\u2013\u2014](?=\s|$)|\t)[\s*_:]*/;
const REMARK = /^\s*\([^()]{1,40}\)(?=\s*[*_]*[:\uff1a])/;
const DECORATION = /^[\s*_]+/;

interface After {
  endRow: number;
  end: number;
  separated: boolean;
  endsLine: boolean;
}

function afterLabel(rows: Row[], labelRow: number, labelEnd: number, wording: Wording): After {
  let endRow = labelRow;
  let end = labelEnd;
  if (wording.field === "services") {
    ({ endRow, end } = afterParagraphSign(rows, labelRow, labelEnd));
  }
  const text = (rows[endRow] as Row).text;
  end += REMARK.exec(text.slice(end, end + 60))?.[0].length ?? 0;
  const separator = SEPARATOR.exec(text.slice(end));
  end += (separator ?? DECORATION.exec(text.slice(end)))?.[0].length ?? 0;
  return { endRow, end, separated: separator !== null, endsLine: end >= text.length };
}

/** The sign in brackets behind the kinds of services belongs to the label, on the next line too. */
function afterParagraphSign(
  rows: Row[],
  row: number,
  end: number,
): { endRow: number; end: number } {
  const here = PARAGRAPH_SIGN.exec((rows[row] as Row).text.slice(end));
  if (here !== null) return { endRow: row, end: end + here[0].length };
  const next = rows[row + 1]?.text;
  const rest = (rows[row] as Row).text.slice(end);
  const there = next !== undefined && rest.trim() === "" ? /^\(\s*\u00a7\s*\)/.exec(next) : null;
  return there === null ? { endRow: row, end } : { endRow: row + 1, end: there[0].length };
}
