import type { SearchTerm } from "../../../db/queries/searches.ts";
import { foldText } from "../../values/fold.ts";

const WORD = /[\p{L}\p{N}]+/gu;
const LONGEST_WORD = 60;
const LONGEST_QUERY = 200;
const MOST_TERMS = 10;
const SHORTEST_PREFIX = 2;

/**
 * The words under which a text is found, folded and in order. Numbers with punctuation inside (registration
 * numbers) are added in one piece, and with leading zeros left out, for they are typed in both ways.
 */
export function searchWords(text: string): string {
  const chunks = foldText(text).split(" ");
  return [...chunks.flatMap(wordsOf), ...chunks.flatMap(otherWritings)].join(" ");
}

/**
 * What was typed into the search box: every word must be there, the last one may be unfinished; words in
 * quotes, and those that punctuation joins, must follow one another. No sign has a meaning of its own but
 * the quotes, so nothing typed is ever wrong.
 */
export function parseSearch(typed: string): SearchTerm[] {
  const folded = foldText(typed.slice(0, LONGEST_QUERY));
  const pieces = folded.split('"');
  const terms = pieces.flatMap((piece, index): SearchTerm[] => {
    const isQuoted = index % 2 === 1 && index < pieces.length - 1;
    const groups = isQuoted ? [wordsOf(piece)] : piece.split(" ").map(wordsOf);
    return groups
      .filter((words) => words.length > 0)
      .map((words) => ({ words, isPrefix: false, isQuoted }));
  });
  const wanted = terms.slice(0, MOST_TERMS);
  return wanted.map((term, index) => ({
    words: term.words,
    isPrefix: index === wanted.length - 1 && isUnfinished(term),
  }));
}

function isUnfinished(term: SearchTerm & { isQuoted?: boolean }): boolean {
  return !term.isQuoted && (term.words.at(-1)?.length ?? 0) >= SHORTEST_PREFIX;
}

export function wordsOf(folded: string): string[] {
  return (folded.match(WORD) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

/** In one piece and without leading zeros: `cz.03/00/0003861` as `cz03000003861` and `3861`. */
export function otherWritings(chunk: string): string[] {
  if (!/\d/.test(chunk)) return [];
  const words = wordsOf(chunk);
  const joined = words.join("");
  const inOnePiece = words.length > 1 && joined.length <= LONGEST_WORD ? [joined] : [];
  const withoutZeros = words.flatMap((word) => /^0+([1-9]\d{2,})$/.exec(word)?.[1] ?? []);
  return [...inOnePiece, ...withoutZeros];
}

interface Ranked {
  objectId: number;
  projectId: number;
  datedOn: string | null;
  titleWords: string;
}

/** The reader's own projects first, in them hits in titles, then the latest; what has no date comes last. */
export function ranked<Candidate extends Ranked>(
  candidates: readonly Candidate[],
  terms: readonly SearchTerm[],
  ownProjectIds: ReadonlySet<number>,
): Candidate[] {
  const isHit = titleMatcher(terms);
  return candidates
    .map((candidate) => ({
      candidate,
      rank:
        (ownProjectIds.has(candidate.projectId) ? 2 : 0) + (isHit(candidate.titleWords) ? 1 : 0),
    }))
    .toSorted((a, b) => b.rank - a.rank || laterFirst(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

function laterFirst(a: Ranked, b: Ranked): number {
  const [first, second] = [a.datedOn ?? "", b.datedOn ?? ""];
  if (first !== second) return first > second ? -1 : 1;
  return b.objectId - a.objectId;
}

function titleMatcher(terms: readonly SearchTerm[]): (titleWords: string) => boolean {
  const wanted = terms.map(({ words, isPrefix }) => ` ${words.join(" ")}${isPrefix ? "" : " "}`);
  return (titleWords) => {
    if (titleWords === "") return false;
    const words = ` ${titleWords} `;
    return wanted.every((term) => words.includes(term));
  };
}
