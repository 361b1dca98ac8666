import { foldText } from "../../../../values/fold.ts";
import { type Block, isDeeper } from "../values/blocks/rules.ts";
import { readBullet } from "../values/bullets/rules.ts";

/** A measure with what lies inside it. */
export interface Item {
  /** Without its inner items. */
  text: string;
  inner: string[];
  rows: number[];
}

export interface Items {
  items: Item[];
  /** Rows that end the list and are no part of it. */
  foreign: number[];
  /** No sign of a list stands before any of them. */
  isUnsigned: boolean;
  /** Rows where a sign is missing before an item, or an item behind a sign. */
  unsigned: number[];
  empty: number[];
}

/** Words that items of the annex begin with → how many do. */
export type Starters = ReadonlyMap<string, number>;

export function startersOf(lists: Block[][]): Starters {
  const starters = new Map<string, number>();
  for (const block of lists.flat()) {
    const word = firstWord(block.text);
    if (block.kind === "item" && word !== null) starters.set(word, (starters.get(word) ?? 0) + 1);
  }
  return starters;
}

function firstWord(text: string): string | null {
  return /^\p{Lu}\p{Ll}{2,}/u.exec(text)?.[0] ?? null;
}

/** Measures of a list, with inner items under theirs. */
export function itemsOf(blocks: Block[], starters: Starters): Items {
  const top = blocks.find((block) => block.kind === "item");
  const result: Items = {
    items: [],
    foreign: [],
    isUnsigned: top === undefined,
    unsigned: [],
    empty: [],
  };
  if (top === undefined) {
    result.items = sentencesOf(blocks);
    return result;
  }
  for (const block of blocks) addBlock(result, block, top, starters);
  return result;
}

function addBlock(result: Items, block: Block, top: Block, starters: Starters): void {
  const open = result.items.at(-1);
  if (block.kind === "paragraph") {
    if (result.foreign.length > 0 || (open !== undefined && !beginsItem(block.text, starters))) {
      result.foreign.push(...block.rows);
      return;
    }
    result.unsigned.push(block.rows[0] as number);
  } else if (block.text === "") {
    result.empty.push(block.rows[0] as number);
    return;
  } else if (open !== undefined && isDeeper(block, top)) {
    open.inner.push(block.text);
    open.rows.push(...block.rows);
    return;
  }
  result.items.push({ text: block.text, inner: [], rows: [...block.rows] });
}

function beginsItem(text: string, starters: Starters): boolean {
  const word = firstWord(text);
  return word !== null && starters.has(word) && !/^\p{Lu}[^:]{0,30}:/u.test(text);
}

/** Without any sign each line is a measure, or each sentence of the only one. */
function sentencesOf(blocks: Block[]): Item[] {
  const [only] = blocks;
  const texts =
    blocks.length === 1 && only !== undefined
      ? only.text
          .split(/(?<=\p{L}{3}[.;]|\)[.;])\s+(?=\p{Lu})|;\s+/u)
          .map((text) => ({ text, rows: only.rows }))
      : blocks;
  return texts
    .map(({ text, rows }) => ({ text: text.replace(/;$/, ""), inner: [], rows: [...rows] }))
    .filter(({ text }) => text !== "");
}

export function measureText({ text, inner }: Item): string {
  return [text, ...inner.map((line) => `\u2013 ${line}`)].join("\n");
}

const SIGN_INSIDE = /\s[\u2022\u25aa\u25cf\uf0b7\u27a2\u25ba]\s+/u;
const DASH_INSIDE = /\s[-\u2013]\s+(?=\p{Lu}\p{Ll}+\s)/u;
const NAMED =
  /^(?:projekt|program|vyzv|akc|kampan|nazv|zakon|opatreni|strategi|koncepc|plan|sluzb(?:[aeiuy]|ou)$)/;
const WORD_BEFORE = /(\p{Ll}{3,}|\p{Lu}{2,}|\))\s+$/u;
const LEAST_LETTERS = 12;

/**
 * A measure into which others have run: signs of a list within it, or a capital that begins other measures in
 * the middle of a sentence. Its parts, or null when it is one.
 */
export function gluedParts(text: string, starters: Starters, sign: string | null): string[] | null {
  const isDashed = /^[-\u2013]$/.test(sign ?? "");
  const bySign = text
    .split(SIGN_INSIDE)
    .flatMap((part) => (isDashed ? part.split(DASH_INSIDE) : [part]))
    .map((part) => part.trim());
  const parts = bySign
    .flatMap((part) => byCapital(readBullet(part)?.text ?? part, starters))
    .filter(Boolean);
  return parts.length > 1 ? parts : null;
}

function byCapital(text: string, starters: Starters): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<=\s)\p{Lu}\p{Ll}{2,}(?!\p{L})/gu)) {
    if (!startsAnother(text, from, match.index, starters)) continue;
    parts.push(text.slice(from, match.index).trim());
    from = match.index;
  }
  return [...parts, text.slice(from).trim()];
}

function startsAnother(text: string, from: number, at: number, starters: Starters): boolean {
  const before = text.slice(from, at);
  if (before.length < LEAST_LETTERS || text.length - at < LEAST_LETTERS) return false;
  return isStarter(text, from, at, starters) && maySentenceEnd(before);
}

/** Another measure of the annex begins with the word. */
function isStarter(text: string, from: number, at: number, starters: Starters): boolean {
  const word = firstWord(text.slice(at, at + 40));
  const own = from === 0 && word === firstWord(text) ? 1 : 0;
  return word !== null && (starters.get(word) ?? 0) > own;
}

const PREPOSITION = /^(?:pod|pro|nad|bez|dle|vcetne|nebo)$/;

function maySentenceEnd(before: string): boolean {
  const [, last] = WORD_BEFORE.exec(before) ?? [];
  if (last === undefined || isInBrackets(before)) return false;
  return !NAMED.test(foldText(last)) && !PREPOSITION.test(foldText(last));
}

function isInBrackets(before: string): boolean {
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}
