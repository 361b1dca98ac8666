import type { SearchTerm } from "../../../../db/queries/searches.ts";
import { foldText } from "../../../values/fold.ts";
import { otherWritings, wordsOf } from "../rules.ts";

/** A piece of a text; what was searched for stands out. */
export interface TextPart {
  text: string;
  isHit: boolean;
}

interface Span {
  from: number;
  to: number;
}

const CHUNK = /\S+/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const DIGIT = /\p{N}/u;
const AROUND = 70;
const LENGTH = 240;

/** The whole text in parts. */
export function markHits(text: string, terms: readonly SearchTerm[]): TextPart[] {
  return cut(text, hitsIn(text, terms), { from: 0, to: text.length });
}

/** What surrounds the first hit, cut between words; the beginning of the text when nothing in it is hit. */
export function excerptOf(text: string, terms: readonly SearchTerm[]): TextPart[] {
  const hits = hitsIn(text, terms);
  const window = windowAround(text, hits[0]?.from ?? 0);
  const parts = cut(text, hits, window);
  if (window.from > 0) parts.unshift({ text: "… ", isHit: false });
  if (window.to < text.length) parts.push({ text: " …", isHit: false });
  return parts;
}

function windowAround(text: string, hit: number): Span {
  const wanted = Math.max(0, hit - AROUND);
  const from = wanted === 0 ? 0 : afterBlank(text, wanted, hit);
  const most = Math.min(text.length, from + LENGTH);
  const to = most === text.length ? most : Math.max(hit + 1, text.lastIndexOf(" ", most));
  return { from, to: to <= from ? most : to };
}

function afterBlank(text: string, wanted: number, hit: number): number {
  const blank = text.slice(wanted, hit).search(/\s/);
  return blank < 0 ? wanted : wanted + blank + 1;
}

function hitsIn(text: string, terms: readonly SearchTerm[]): Span[] {
  const isWanted = matcher(terms);
  const isWantedNumber = matcher(terms.filter(({ words }) => /\d/.test(words.join(""))));
  const hits: Span[] = [];
  for (const chunk of text.matchAll(CHUNK)) {
    const from = chunk.index;
    if (DIGIT.test(chunk[0]) && otherWritings(foldText(chunk[0])).some(isWantedNumber)) {
      hits.push({ from, to: from + chunk[0].length });
      continue;
    }
    for (const word of chunk[0].matchAll(WORD)) {
      const start = from + word.index;
      if (wordsOf(foldText(word[0])).some(isWanted))
        hits.push({ from: start, to: start + word[0].length });
    }
  }
  return hits;
}

function matcher(terms: readonly SearchTerm[]): (word: string) => boolean {
  const whole = new Set(terms.flatMap(({ words }) => words));
  const beginnings = terms
    .filter(({ isPrefix }) => isPrefix)
    .flatMap(({ words }) => words.slice(-1));
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

function cut(text: string, hits: readonly Span[], window: Span): TextPart[] {
  const parts: TextPart[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), isHit });
  };
  let at = window.from;
  for (const hit of hits) {
    if (hit.from < at || hit.from >= window.to) continue;
    add(at, hit.from, false);
    at = Math.min(hit.to, window.to);
    add(hit.from, at, true);
  }
  add(at, window.to, false);
  return parts;
}
