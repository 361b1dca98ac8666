import { foldText } from "../../../../values/fold.ts";
import { isMereAmount } from "../costs/rules.ts";
import { splitTexts } from "../splitting/rules.ts";
import { areAlike, stemsOf } from "../wording/rules.ts";

export const termKinds = ["target-group", "body", "source"] as const;
export type TermKind = (typeof termKinds)[number];

export interface CatalogueTerm {
  kind: TermKind;
  code: string;
  label: string;
  synonyms: readonly string[];
}

export interface FoundTerm<T extends CatalogueTerm> {
  /** As the source says it. */
  text: string;
  /** The term that the whole text names. */
  term: T | null;
  /** Terms named anywhere in it, that one included: "LK ve spolupráci s obcemi" names two. */
  mentioned: T[];
}

interface Wording<T> {
  term: T;
  folded: string;
  /** Written exactly so, because folded it would be an ordinary word: S for seniors. */
  sign: RegExp | null;
  stems: string[];
}

type ByKind = Map<TermKind, Wording<CatalogueTerm>[]>;

const wordings = new WeakMap<readonly CatalogueTerm[], ByKind>();

/**
 * What a field names, cut as `splitTexts` does, with the terms of the catalogue that it means. An amount among
 * sources is none of them.
 */
export function termsIn<T extends CatalogueTerm>(
  text: string,
  kind: TermKind,
  terms: readonly T[],
): FoundTerm<T>[] {
  const parts = splitTexts(text).filter((part) => kind !== "source" || !isMereAmount(part));
  return parts.map((part) => {
    const term = termOf(part, kind, terms) ?? null;
    const asides = (part.match(/\([^()]*\)/g) ?? []).join(" ");
    const others = mentionedTerms(term ? asides : part, kind, terms);
    return { text: part, term, mentioned: term ? [...new Set([term, ...others])] : others };
  });
}

/** The term that a text names as a whole; what is in brackets or how a word is bent does not matter. */
export function termOf<T extends CatalogueTerm>(
  text: string,
  kind: TermKind,
  terms: readonly T[],
): T | undefined {
  const known = wordingsOf(terms, kind);
  const whole = foldText(text);
  const bare = foldText(text.replace(/\([^()]*\)/g, " ")).replace(/[\s.,;:]+$/, "");
  const exact = known.find(({ folded }) => folded === whole || folded === bare);
  if (exact || !bare) return exact?.term;
  const stems = stemsOf(bare);
  return known.find((one) => one.stems.length > 0 && sameStems(one.stems, stems))?.term;
}

function sameStems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((stem, at) => areAlike(stem, other[at] ?? ""));
}

function mentionedTerms<T extends CatalogueTerm>(
  text: string,
  kind: TermKind,
  terms: readonly T[],
): T[] {
  const stems = stemsOf(text);
  const isTaken = stems.map(() => false);
  const found = new Set<T>();
  const known = wordingsOf(terms, kind);
  for (const one of known) {
    const isNamed = one.sign ? one.sign.test(text) : takeStems(stems, isTaken, one.stems);
    if (isNamed) found.add(one.term);
  }
  return terms.filter((term) => found.has(term));
}

function takeStems(
  stems: readonly string[],
  isTaken: boolean[],
  wanted: readonly string[],
): boolean {
  let isFound = false;
  for (let at = 0; wanted.length > 0 && at + wanted.length <= stems.length; at++) {
    const fits = wanted.every((stem, next) => stems[at + next] === stem && !isTaken[at + next]);
    if (!fits) continue;
    isTaken.fill(true, at, at + wanted.length);
    isFound = true;
  }
  return isFound;
}

function wordingsOf<T extends CatalogueTerm>(terms: readonly T[], kind: TermKind): Wording<T>[] {
  const byKind: ByKind = wordings.get(terms) ?? new Map();
  wordings.set(terms, byKind);
  const ofKind = () => terms.filter((term) => term.kind === kind);
  const known = byKind.get(kind) ?? ofKind().flatMap(wordingsOfTerm).sort(longerFirst);
  byKind.set(kind, known);
  return known as Wording<T>[];
}

function wordingsOfTerm(term: CatalogueTerm): Wording<CatalogueTerm>[] {
  const texts = new Set([term.label, ...term.synonyms].map((text) => text.trim()).filter(Boolean));
  return [...texts].map((text) => ({
    term,
    folded: foldText(text),
    sign: /^\p{Lu}{1,6}$/u.test(text)
      ? new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, "u")
      : null,
    stems: /^\p{Lu}{1,6}$/u.test(text) ? [] : stemsOf(text),
  }));
}

/** So that a part of one name is not taken for another. */
function longerFirst(one: Wording<CatalogueTerm>, other: Wording<CatalogueTerm>): number {
  return other.stems.length - one.stems.length;
}
