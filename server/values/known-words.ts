import { foldText } from "./fold.ts";

/** A word by which texts lead to something, whatever its case and diacritics; the first that leads elsewhere. */
export function wordTaken(
  words: readonly string[],
  others: readonly (readonly string[])[],
): string | undefined {
  const taken = new Set(others.flat().map(foldText));
  return words.find((word) => taken.has(foldText(word)));
}
