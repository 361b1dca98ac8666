import { foldText } from "../../../values/fold.ts";
import { commonPasswordWords } from "../../../values/well-known-passwords.ts";

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;
const FEWEST_DIFFERENT_CHARACTERS = 5;
const SHORTEST_WORD_OF_CONTEXT = 3;
const LETTERS_FOR_SIGNS: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};
const SEQUENCES = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertzuiop", "qwertyuiop"];

/**
 * Key of what is wrong with a new password, or undefined. Length counts characters as people see them
 * (code points); nothing is asked of their kind. `context` are words anybody would try first: the
 * person's e-mail and name.
 */
export function passwordFault(password: string, context: string[]): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `shortPassword:${SHORTEST_PASSWORD}`;
  if (length > LONGEST_PASSWORD) return `tooLong:${LONGEST_PASSWORD}`;
  return isEasilyGuessed(password, context) ? "commonPassword" : undefined;
}

/** Judged on a folded copy; the password itself is never changed. */
function isEasilyGuessed(password: string, context: string[]): boolean {
  const folded = foldText(password);
  if (new Set(folded).size < FEWEST_DIFFERENT_CHARACTERS) return true;
  if (SEQUENCES.some((sequence) => followsSequence(folded, sequence))) return true;
  const words = ["osnova", ...context.flatMap(wordsOf)];
  const rest = words
    .sort((one, other) => other.length - one.length)
    .reduce((text, word) => text.replaceAll(word, " "), folded);
  const left = withLettersForSigns(rest)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
  const hasLetters = /\p{L}/u.test(folded);
  return hasLetters && left.every(isCommonWord);
}

/** `passw0rd` is meant as `password`. */
function withLettersForSigns(text: string): string {
  return text.replace(/(?<=\p{L})[01345@$](?=\p{L})/gu, (sign) => LETTERS_FOR_SIGNS[sign] ?? sign);
}

/** The word itself or the word repeated. */
function isCommonWord(word: string): boolean {
  const half = word.slice(0, word.length / 2);
  return commonPasswordWords.has(word) || (half + half === word && commonPasswordWords.has(half));
}

function followsSequence(text: string, sequence: string): boolean {
  const backwards = [...sequence].reverse().join("");
  return [sequence, backwards].some((way) => `${way}${way}${way}`.includes(text));
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\\d]+/u)
    .filter((word) => word.length >= SHORTEST_WORD_OF_CONTEXT);
}
