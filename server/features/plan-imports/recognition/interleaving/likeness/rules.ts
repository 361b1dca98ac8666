import { foldText } from "../../../../../values/fold.ts";
import type { Section } from "../../sections/rules.ts";

/** How many cards have a word: rare words tell more. */
export type WordCounts = Map<string, number>;

export function stemsOf(sections: Section[]): Set<string> {
  const stems = new Set<string>();
  for (const { bits } of sections) {
    for (const { text } of bits) {
      for (const word of foldText(text).split(/[^a-z0-9]+/))
        if (word.length >= 5) stems.add(word.slice(0, 5));
    }
  }
  return stems;
}

export function countWords(cards: Set<string>[]): WordCounts {
  const counts: WordCounts = new Map();
  for (const stems of cards)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** Words in common, each the heavier the fewer cards have it. */
export function likeness(
  one: Set<string>,
  other: Set<string>,
  counts: WordCounts,
  cards: number,
): number {
  let sum = 0;
  for (const stem of one)
    if (other.has(stem)) sum += Math.log(1 + cards / (counts.get(stem) ?? 1)) ** 2;
  return sum;
}
