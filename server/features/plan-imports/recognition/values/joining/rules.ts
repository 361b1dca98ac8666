import { isKnownWord, type Rhythm } from "../rhythm/rules.ts";

export interface Joined {
  text: string;
  /** A hyphen at the end of the line about which the annex says nothing. */
  doubtful: string | null;
}

const CUT = /([\p{L}]+)[-\u2010\u2011]$/u;

/** Joins a line to what precedes it: by a blank, or without its hyphen where a word was cut. */
export function joinLine(before: string, text: string, rhythm: Rhythm): Joined {
  if (before === "") return { text, doubtful: null };
  const [, head] = CUT.exec(before) ?? [];
  const [tail] = /^\p{Ll}+/u.exec(text) ?? [];
  if (head !== undefined && tail !== undefined)
    return joinWord(before.slice(0, -1), text, { head, tail }, rhythm);
  const isSpan = /\d[-\u2010\u2011]$/.test(before) && /^\d/.test(text);
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
