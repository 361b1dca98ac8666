import type { Rhythm } from "../rhythm/rules.ts";

export interface Joined {
  text: string;
  /** A hyphen at the end of the line about which the annex says nothing. */
  doubtful: string | null;
}

const CUT = /([\p{L}]+)[-\u2010\u2011]$/u;

/** Joins a line to what precedes it: by a blank, or without its hyphen where a word was cut. */
export function joinLine(before: string, text: string, rhythm: Rhythm): Joined {
  const [, head] = CUT.exec(before) ?? [];
  const [tail] = /^\p{Ll}+/u.exec(text) ?? [];
  if (head === undefined || tail === undefined) {
    const joint = /\d[-\u2010\u2011]$/.test(before) && /^\d/.test(text) ? "" : " ";
    return { text: before === "" ? text : `${before}${joint}${text}`, doubtful: null };
  }
  const bare = before.slice(0, -1);
  const word = (head + tail).toLowerCase();
  const hyphened = `${head}-${tail}`.toLowerCase();
  if (rhythm.words.has(hyphened)) return { text: `${bare}-${text}`, doubtful: null };
  if (rhythm.words.has(word)) return { text: bare + text, doubtful: null };
  // Two words that stand alone elsewhere are more likely a compound than a word cut in two.
  const compound = isWord(head, rhythm) && isWord(tail, rhythm) && /[eo\u011b]$/iu.test(head);
  return { text: compound ? `${bare}-${text}` : bare + text, doubtful: `${head}-${tail}` };
}

function isWord(text: string, rhythm: Rhythm): boolean {
  return text.length > 3 && rhythm.words.has(text.toLowerCase());
}
