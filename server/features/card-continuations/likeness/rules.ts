import { foldText } from "../../../values/fold.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { type BasisPoints, percentOf, WHOLE } from "../../../values/percent.ts";

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
  const words = vocabularyOf([...from, ...to]);
  const sides = { from: from.map(weighed(words)), to: to.map(weighed(words)) };
  const users = groupedBy(
    sides.to.flatMap((title) => title.words.map((word) => ({ word, title }))),
    ({ word }) => word,
  );
  const usersOf = new Map([...users].map(([word, rows]) => [word, rows.map(({ title }) => title)]));
  return sides.from
    .flatMap((title) => candidatesOf(title, usersOf).flatMap((other) => likenessOf(title, other)))
    .toSorted((a, b) => b.scoreBp - a.scoreBp || a.fromId - b.fromId || a.toId - b.toId);
}

/** Most titles share a common word only: they need no matching. */
function candidatesOf(
  from: WeighedTitle,
  usersOf: ReadonlyMap<Word, WeighedTitle[]>,
): WeighedTitle[] {
  const atMost = new Map<WeighedTitle, number>();
  for (const word of from.words)
    for (const other of word.alike.keys())
      for (const title of usersOf.get(other) ?? [])
        atMost.set(title, (atMost.get(title) ?? 0) + word.weight + other.weight);
  return [...atMost]
    .filter(([to, shared]) => WHOLE * shared >= (LIKE_ENOUGH - 1) * (from.weight + to.weight))
    .map(([to]) => to);
}

/** A word of either plan, once however many titles use it. */
interface Word {
  folded: string;
  weight: number;
  /** Words that count as the same, itself among them, and how much of the longer one they share. */
  alike: Map<Word, number>;
}

interface WeighedTitle {
  id: number;
  words: Word[];
  weight: number;
  /** How the title writes its words. */
  written: Map<string, string>;
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
const WHOLE_PERCENT = 100;

/** Words that say something, by how they are folded. */
function wordsIn(title: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [text] of title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = foldText(text);
    if (folded.length >= SHORTEST && !SMALL_WORDS.has(folded) && !words.has(folded))
      words.set(folded, text);
  }
  return words;
}

/** Long enough to tell words apart, short enough for their forms to count as one. */
const rootOf = (folded: string) => folded.slice(0, 5);

/** The more titles use a word, the less it says. Whole numbers, so that sums do not depend on their order. */
function vocabularyOf(titles: readonly Titled[]): Map<string, Word> {
  const used = titles.map(({ title }) => [...wordsIn(title).keys()]);
  const uses = groupedBy(
    used.flatMap((own) => [...new Set(own.map(rootOf))]),
    (root) => root,
  );
  const words = [...new Set(used.flat())].map((folded): Word => {
    const rarity = (8 + titles.length) / (3 + (uses.get(rootOf(folded))?.length ?? 0));
    return { folded, weight: Math.round(100 * Math.log2(rarity)), alike: new Map() };
  });
  for (const group of groupedBy(words, ({ folded }) => folded.slice(0, BEGINNING)).values())
    for (const word of group) word.alike = alikeIn(group, word);
  return new Map(words.map((word) => [word.folded, word]));
}

function alikeIn(group: readonly Word[], { folded }: Word): Map<Word, number> {
  const shares = group.map((other) => [other, sharedPercent(folded, other.folded)] as const);
  return new Map(shares.filter(([, percent]) => percent >= SHARED_PERCENT));
}

function sharedPercent(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return Math.floor((WHOLE_PERCENT * shared) / Math.max(a.length, b.length));
}

function weighed(vocabulary: ReadonlyMap<string, Word>) {
  return ({ id, title }: Titled): WeighedTitle => {
    const written = wordsIn(title);
    const words = [...written.keys()].flatMap((folded) => vocabulary.get(folded) ?? []);
    return { id, words, written, weight: words.reduce((sum, { weight }) => sum + weight, 0) };
  };
}

function likenessOf(from: WeighedTitle, to: WeighedTitle): Likeness[] {
  const all = from.weight + to.weight;
  const pairs = matched(from.words, to.words);
  const shared = pairs.reduce((sum, { from: a, to: b }) => sum + a.weight + b.weight, 0);
  const scoreBp = percentOf(shared, all) ?? 0;
  if (scoreBp < LIKE_ENOUGH) return [];
  const text = (title: WeighedTitle, { folded }: Word) => title.written.get(folded) ?? folded;
  const words = pairs
    .toSorted((a, b) => from.words.indexOf(a.from) - from.words.indexOf(b.from))
    .map((pair) => ({ from: text(from, pair.from), to: text(to, pair.to) }));
  return [{ fromId: from.id, toId: to.id, scoreBp, words }];
}

interface Pair {
  from: Word;
  to: Word;
  percent: number;
}

/** Each word is matched once: the closest forms first, and of equally close ones the first by the alphabet. */
function matched(from: readonly Word[], to: readonly Word[]): Pair[] {
  const pairs = from
    .flatMap((a) => to.map((b): Pair => ({ from: a, to: b, percent: a.alike.get(b) ?? 0 })))
    .filter(({ percent }) => percent > 0)
    .toSorted((a, b) => b.percent - a.percent || compared(keyOf(a), keyOf(b)));
  const taken = { from: new Set<Word>(), to: new Set<Word>() };
  return pairs.filter((pair) => {
    if (taken.from.has(pair.from) || taken.to.has(pair.to)) return false;
    taken.from.add(pair.from);
    taken.to.add(pair.to);
    return true;
  });
}

/** The same from either side. */
function keyOf({ from, to }: Pair): string {
  return from.folded < to.folded ? `${from.folded} ${to.folded}` : `${to.folded} ${from.folded}`;
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
