/** Letters of a text folded, blanks and punctuation left out, and where each stands in the text. */
export interface Letters {
  letters: string;
  /** Index in the text of each letter. */
  at: number[];
}

const folded = new Map<string, string>();

/** A letter without its marks, in lower case; "" for what is no letter. */
export function foldLetter(sign: string): string {
  let letter = folded.get(sign);
  if (letter === undefined) {
    letter = /\p{L}/u.test(sign) ? (sign.normalize("NFD")[0]?.toLowerCase() ?? "") : "";
    if (folded.size < 4096) folded.set(sign, letter);
  }
  return letter;
}

const STOPS = new Set([":", ";", "\t", ",", "!", "?", "\uff1a", "\u2236", "\u00a7", "=", "\u2022"]);

/** Letters from `start` to the first sign that no label has inside, `most` at the most. */
export function lettersFrom(text: string, start: number, most: number): Letters {
  let letters = "";
  const at: number[] = [];
  for (let i = start; i < text.length && at.length < most; i += 1) {
    const sign = text[i] as string;
    if (STOPS.has(sign) || (sign >= "0" && sign <= "9")) break;
    const letter = foldLetter(sign);
    if (letter === "") continue;
    letters += letter;
    at.push(i);
  }
  return { letters, at };
}

/** Letters that may be wrong, missing, too many or swapped in a word of this length. */
export function wrongAllowed(length: number): number {
  if (length <= 4) return 0;
  if (length <= 9) return 1;
  return length <= 16 ? 2 : 3;
}

export interface Likeness {
  /** Letters of the text that were used. */
  used: number;
  wrong: number;
}

/**
 * The beginning of `text` most like `word`, or null when more than `allowed` letters are wrong. `mayEnd(used)` says
 * whether a beginning of so many letters may be taken. Works in a band of `allowed` around the diagonal.
 */
export function likeBeginning(
  word: string,
  text: string,
  allowed: number,
  mayEnd: (used: number) => boolean,
): Likeness | null {
  const width = Math.min(text.length, word.length + allowed, LONGEST - 2);
  if (width < word.length - allowed) return null;
  let [before, last, row] = ROWS;
  for (let j = 0; j <= width; j += 1) last[j] = j;
  for (let i = 1; i <= word.length; i += 1) {
    if (fillRow({ word, text, width, allowed }, i, { row, last, before }) > allowed) return null;
    [before, last, row] = [last, row, before];
  }
  return bestEnd(last, width, allowed, word.length, mayEnd);
}

const FAR = 99;
const LONGEST = 128;
/** Whole annexes are compared letter by letter: rows of the table are written over, not made anew. */
const ROWS: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(LONGEST),
  new Uint8Array(LONGEST),
  new Uint8Array(LONGEST),
];

interface Compared {
  word: string;
  text: string;
  width: number;
  allowed: number;
}

/** Fills the band of a row and what the next one looks at beside it; gives the least of it. */
function fillRow(
  { word, text, width, allowed }: Compared,
  i: number,
  { row, last, before }: Record<"row" | "last" | "before", Uint8Array>,
): number {
  const from = Math.max(1, i - allowed);
  const to = Math.min(width, i + allowed);
  let left = from === 1 && i <= allowed ? i : FAR;
  row[from - 1] = left;
  let least = left;
  const letter = word.charCodeAt(i - 1);
  for (let j = from; j <= to; j += 1) {
    const same = letter === text.charCodeAt(j - 1);
    const diagonal = (last[j - 1] as number) + (same ? 0 : 1);
    const step = Math.min(last[j] as number, left) + 1;
    left = Math.min(diagonal, step);
    if (!same && isSwap(word, text, i, j)) left = Math.min(left, (before[j - 2] as number) + 1);
    row[j] = left;
    if (left < least) least = left;
  }
  row[to + 1] = FAR;
  return least;
}

function isSwap(word: string, text: string, i: number, j: number): boolean {
  return (
    i > 1 &&
    j > 1 &&
    word.charCodeAt(i - 1) === text.charCodeAt(j - 2) &&
    word.charCodeAt(i - 2) === text.charCodeAt(j - 1)
  );
}

function bestEnd(
  last: Uint8Array,
  width: number,
  allowed: number,
  length: number,
  mayEnd: (used: number) => boolean,
): Likeness | null {
  let best: Likeness | null = null;
  for (let used = Math.max(1, length - allowed); used <= width; used += 1) {
    const wrong = last[used] as number;
    if (wrong > allowed || !mayEnd(used)) continue;
    if (best === null || wrong < best.wrong) best = { used, wrong };
  }
  return best;
}
