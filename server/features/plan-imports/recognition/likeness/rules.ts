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

/** More than any distance; rows of the table are kept, a label is looked for many thousand times. */
const FAR = 99;
const LONGEST = 64;
const table = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2).fill(FAR)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

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
  const width = Math.min(text.length, word.length + allowed, LONGEST);
  if (width < word.length - allowed || word.length > LONGEST) return null;
  let [before, last, row] = table;
  for (let j = 0; j <= width; j += 1) last[j] = j <= allowed ? j : FAR;
  for (let i = 1; i <= word.length; i += 1) {
    if (fillRow(word, text, i, width, allowed, row, last, before) > allowed) return null;
    [before, last, row] = [last, row, before];
  }
  return bestEnd(last, width, allowed, word.length, mayEnd);
}

/** Fills the band of a row; gives its least distance. */
function fillRow(
  word: string,
  text: string,
  i: number,
  width: number,
  allowed: number,
  row: Uint8Array,
  last: Uint8Array,
  before: Uint8Array,
): number {
  const from = Math.max(1, i - allowed);
  const to = Math.min(width, i + allowed);
  row[from - 1] = from === 1 && i <= allowed ? i : FAR;
  let least = row[from - 1] as number;
  for (let j = from; j <= to; j += 1) {
    const kept = (last[j - 1] as number) + differ(word, text, i, j);
    const swapped = isSwap(word, text, i, j) ? (before[j - 2] as number) + 1 : FAR;
    const cost = Math.min(kept, swapped, (last[j] as number) + 1, (row[j - 1] as number) + 1);
    row[j] = cost;
    if (cost < least) least = cost;
  }
  if (to < width) row[to + 1] = FAR;
  return least;
}

function differ(word: string, text: string, i: number, j: number): number {
  return word.charCodeAt(i - 1) === text.charCodeAt(j - 1) ? 0 : 1;
}

function isSwap(word: string, text: string, i: number, j: number): boolean {
  if (i < 2 || j < 2 || word.charCodeAt(i - 1) !== text.charCodeAt(j - 2)) return false;
  return word.charCodeAt(i - 2) === text.charCodeAt(j - 1);
}

function bestEnd(
  last: Uint8Array,
  width: number,
  allowed: number,
  length: number,
  mayEnd: (used: number) => boolean,
): Likeness | null {
  let best: Likeness | null = null;
  const most = Math.min(width, length + allowed);
  for (let used = Math.max(1, length - allowed); used <= most; used += 1) {
    const wrong = last[used] as number;
    if (wrong > allowed || (best !== null && wrong >= best.wrong) || !mayEnd(used)) continue;
    best = { used, wrong };
  }
  return best;
}
