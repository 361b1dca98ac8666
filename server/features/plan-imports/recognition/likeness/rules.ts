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
  const width = Math.min(text.length, word.length + allowed);
  if (width < word.length - allowed) return null;
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= word.length; i += 1) {
    const row = nextRow(word, text, i, width, allowed, last, before);
    if (row === null) return null;
    before = last;
    last = row;
  }
  return bestEnd(last, width, allowed, word.length, mayEnd);
}

const FAR = 99;

function nextRow(
  word: string,
  text: string,
  i: number,
  width: number,
  allowed: number,
  last: number[],
  before: number[],
): number[] | null {
  const row = new Array<number>(width + 1).fill(FAR);
  if (i <= allowed) row[0] = i;
  let least = row[0] as number;
  const to = Math.min(width, i + allowed);
  for (let j = Math.max(1, i - allowed); j <= to; j += 1) {
    const same = word[i - 1] === text[j - 1];
    let cost = (last[j - 1] as number) + (same ? 0 : 1);
    cost = Math.min(cost, (last[j] as number) + 1, (row[j - 1] as number) + 1);
    if (!same && isSwap(word, text, i, j)) cost = Math.min(cost, (before[j - 2] as number) + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least > allowed ? null : row;
}

function isSwap(word: string, text: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1];
}

function bestEnd(
  last: number[],
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
