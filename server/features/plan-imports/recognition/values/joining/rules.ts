import { isKnownWord, type Rhythm } from "../rhythm/rules.ts";

export interface Joined {
  text: string;
  /** A hyphen at the end of the line about which the annex says nothing. */
  doubtful: string | null;
}

const HYPHENS = "-\u2010\u2011";
/** A word of forty thousand letters is looked at once, not from each of them. */
const LAST_WORD = /(?<!\p{L})(\p{L}+)$/u;

/** Joins a line to what precedes it: by a blank, or without its hyphen where a word was cut. */
export function joinLine(before: string, text: string, rhythm: Rhythm): Joined {
  if (before === "") return { text, doubtful: null };
  const isHyphen = HYPHENS.includes(before.slice(-1));
  const bare = before.slice(0, -1);
  const [head] = (isHyphen && LAST_WORD.exec(bare)) || [];
  const [tail] = /^\p{Ll}+/u.exec(text) ?? [];
  if (head !== undefined && tail !== undefined) return joinWord(bare, text, { head, tail }, rhythm);
  const isSpan = isHyphen && /\d/.test(bare.slice(-1)) && /^\d/.test(text);
  return { text: `${before}${isSpan ? "" : " "}${text}`, doubtful: null };
}

interface Halves {
  head: string;
  tail: string;
}

/** As the annex writes the word elsewhere; where it does not, a compound of two of its words keeps its hyphen. */
function joinWord(bare: string, text: string, { head, tail }: Halves, rhythm: Rhythm): Joined {
  const joined = { hyphen: `${bare}-${text}`, whole: bare + text };
  if (isKnownWord(`${head}-${tail}`, rhythm)) return { text: joined.hyphen, doubtful: null };
  if (isKnownWord(head + tail, rhythm)) return { text: joined.whole, doubtful: null };
  const isCompound =
    /[eo\u011b]$/iu.test(head) && isLongWord(head, rhythm) && isLongWord(tail, rhythm);
  return { text: isCompound ? joined.hyphen : joined.whole, doubtful: `${head}-${tail}` };
}

function isLongWord(text: string, rhythm: Rhythm): boolean {
  return text.length > 3 && rhythm.words.has(text.toLowerCase());
}
