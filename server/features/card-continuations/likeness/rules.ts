import { foldText } from "../../../values/fold.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { type BasisPoints, percentOf } from "../../../values/percent.ts";

// Titles of two plans that may speak of the same thing. Words count by how rare they are in both plans, and
// two forms of a word count as one where enough of their beginning is the same. All pure, the same from
// either side.

export interface Titled {
  id: number;
  title: string;
}

export interface Likeness {
  fromId: number;
  toId: number;
  /** What the shared words weigh of all words of both titles. */
  scoreBp: BasisPoints;
  /** Shared words as either title writes them. */
  words: { from: string; to: string }[];
}

/** Less in common than this is no reason to ask a person. */
export const LIKE_ENOUGH: BasisPoints = 4_000;

/** Pairs of titles alike enough, the most alike first. */
export function similarTitles(from: readonly Titled[], to: readonly Titled[]): Likeness[] {
  const weightOf = rarityIn([...from, ...to]);
  const sides = { from: from.map(weighed(weightOf)), to: to.map(weighed(weightOf)) };
  const byBeginning = groupedBy(
    sides.to.flatMap((title) => [...title.beginnings].map((beginning) => ({ beginning, title }))),
    ({ beginning }) => beginning,
  );
  const candidatesOf = ({ beginnings }: WeighedTitle) =>
    new Set([...beginnings].flatMap((one) => byBeginning.get(one) ?? []).map(({ title }) => title));
  return sides.from
    .flatMap((title) => [...candidatesOf(title)].flatMap((other) => likenessOf(title, other)))
    .toSorted((a, b) => b.scoreBp - a.scoreBp || a.fromId - b.fromId || a.toId - b.toId);
}

interface Word {
  text: string;
  folded: string;
  weight: number;
}

interface WeighedTitle {
  id: number;
  words: Word[];
  beginnings: Set<string>;
  weight: number;
}

/** Prepositions and the like, folded; those of one or two letters are left out anyway. */
const SMALL_WORDS = new Set(
  "pro pri nad pod bez mezi jako nebo dle vcetne ktery ktera ktere kteri jejich and for the with".split(
    " ",
  ),
);
const SHORTEST = 3;
/** Words alike share at least so many letters from their beginning. */
const BEGINNING = 3;
/** And so much of the longer one. */
const SHARED_PERCENT = 65;

function wordsIn(title: string): Omit<Word, "weight">[] {
  const words = new Map<string, string>();
  for (const [text] of title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = foldText(text);
    if (folded.length >= SHORTEST && !SMALL_WORDS.has(folded) && !words.has(folded))
      words.set(folded, text);
  }
  return [...words].map(([folded, text]) => ({ text, folded }));
}

const beginningOf = ({ folded }: Pick<Word, "folded">) => folded.slice(0, BEGINNING);
/** Long enough to tell words apart, short enough for their forms to count as one. */
const rootOf = ({ folded }: Pick<Word, "folded">) => folded.slice(0, 5);

/** The more titles use a word, the less it says. Whole numbers, so that sums do not depend on their order. */
function rarityIn(titles: readonly Titled[]): (word: Pick<Word, "folded">) => number {
  const uses = new Map<string, number>();
  for (const { title } of titles)
    for (const root of new Set(wordsIn(title).map(rootOf)))
      uses.set(root, (uses.get(root) ?? 0) + 1);
  return (word) =>
    Math.round(100 * Math.log2((8 + titles.length) / (3 + (uses.get(rootOf(word)) ?? 0))));
}

function weighed(weightOf: (word: Pick<Word, "folded">) => number) {
  return ({ id, title }: Titled): WeighedTitle => {
    const words = wordsIn(title).map((word) => ({ ...word, weight: weightOf(word) }));
    return {
      ...{ id, words, beginnings: new Set(words.map(beginningOf)) },
      weight: words.reduce((sum, { weight }) => sum + weight, 0),
    };
  };
}

function likenessOf(from: WeighedTitle, to: WeighedTitle): Likeness[] {
  const all = from.weight + to.weight;
  // Most pairs share a common word only: they need no matching.
  const atMost = couldShare(from, to) + couldShare(to, from);
  if ((percentOf(atMost, all) ?? 0) < LIKE_ENOUGH) return [];
  const pairs = matched(from.words, to.words);
  const shared = pairs.reduce((sum, { from: a, to: b }) => sum + a.weight + b.weight, 0);
  const scoreBp = percentOf(shared, all) ?? 0;
  if (scoreBp < LIKE_ENOUGH) return [];
  const words = pairs
    .toSorted((a, b) => from.words.indexOf(a.from) - from.words.indexOf(b.from))
    .map((pair) => ({ from: pair.from.text, to: pair.to.text }));
  return [{ fromId: from.id, toId: to.id, scoreBp, words }];
}

function couldShare({ words }: WeighedTitle, { beginnings }: WeighedTitle): number {
  return words
    .filter((word) => beginnings.has(beginningOf(word)))
    .reduce((sum, { weight }) => sum + weight, 0);
}

interface Pair {
  from: Word;
  to: Word;
  /** Hundredths of the longer word. */
  sharedPercent: number;
  key: string;
}

/** Each word is matched once: the closest forms first, and of equally close ones the first by the alphabet. */
function matched(from: readonly Word[], to: readonly Word[]): Pair[] {
  const pairs = from
    .flatMap((a) => to.filter((b) => begunAlike(a, b)).map((b) => pairOf(a, b)))
    .filter(({ sharedPercent }) => sharedPercent >= SHARED_PERCENT)
    .toSorted((a, b) => b.sharedPercent - a.sharedPercent || compared(a.key, b.key));
  const taken = new Set<Word>();
  return pairs.filter((pair) => {
    if (taken.has(pair.from) || taken.has(pair.to)) return false;
    taken.add(pair.from).add(pair.to);
    return true;
  });
}

function pairOf(from: Word, to: Word): Pair {
  const shared = sharedLetters(from.folded, to.folded);
  const longer = Math.max(from.folded.length, to.folded.length);
  return {
    ...{ from, to },
    sharedPercent: Math.floor((100 * shared) / longer),
    key: from.folded < to.folded ? `${from.folded} ${to.folded}` : `${to.folded} ${from.folded}`,
  };
}

function begunAlike(a: Word, b: Word): boolean {
  return beginningOf(a) === beginningOf(b);
}

function sharedLetters(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
