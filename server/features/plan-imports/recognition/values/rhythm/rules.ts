import type { Row } from "../../rows/rules.ts";

/** How an annex sets its lines: what a blank line and a short line mean in it. */
export interface Rhythm {
  /** Blank lines between lines of one paragraph; more of them part paragraphs. */
  usualGap: number;
  /** Letters of a line that was broken because the next word did not fit. */
  width: number;
  /** Markup parts paragraphs, not lines. */
  marksParagraphs: boolean;
  /** Words of the annex in lower case, those with a hyphen too. */
  words: Set<string>;
}

/** A sentence goes on in small letters: such pairs of lines show the usual gap and the usual width. */
export function rhythmOf(rows: Row[], labelRows: ReadonlySet<number>): Rhythm {
  const gaps: number[] = [];
  const widths: number[] = [];
  const words = new Set<string>();
  let markup = 0;
  rows.forEach((row, at) => {
    addWords(words, row.text);
    const before = rows[at - 1];
    if (before === undefined || labelRows.has(at) || row.opensPage || !/^\p{Ll}/u.test(row.text))
      return;
    if (row.opensParagraph) markup += 1;
    gaps.push(row.gap);
    widths.push(before.text.length);
  });
  return {
    usualGap: middle(gaps, 0),
    width: middle(widths, 0),
    words,
    marksParagraphs: markup * 2 < gaps.length || gaps.length === 0,
  };
}

const WORD = /[\p{L}\d]+(?:-[\p{L}\d]+)*/gu;

/** The word cut at the end of a line is no evidence of how it is written. */
function addWords(words: Set<string>, text: string): void {
  const whole = text.endsWith("-") ? text.replace(/\S+$/, "") : text;
  for (const [word] of whole.matchAll(WORD)) words.add(word.toLowerCase()).add(stemOf(word));
}

/** A word without its ending: Czech words seldom come twice in the same form. */
function stemOf(word: string): string {
  return word.length < 7 ? word.toLowerCase() : `${word.slice(0, -2).toLowerCase()}~`;
}

export function isKnownWord(word: string, { words }: Rhythm): boolean {
  return words.has(word.toLowerCase()) || words.has(stemOf(word));
}

function middle(values: number[], none: number): number {
  if (values.length === 0) return none;
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

const FITS = 0.75;

/** The next word would have fitted on the line before: whoever broke the line there meant it. */
export function isMeantBreak(rhythm: Rhythm, before: string, text: string): boolean {
  if (rhythm.width === 0) return true;
  const word = /^\S+/.exec(text)?.[0] ?? "";
  return before.length + 1 + word.length <= rhythm.width * FITS;
}
