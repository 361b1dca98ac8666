import { type AreaHeading, readAreaHeading, titleBits } from "../areas/rules.ts";
import { type Draft, type Drafts, isNumberUnderHeading } from "../drafts/rules.ts";
import { areaCodeOf, type CardNumber } from "../numbers/rules.ts";
import type { Bit } from "../sections/rules.ts";
import { readBullet } from "../values/bullets/rules.ts";
import { joinLine } from "../values/joining/rules.ts";
import type { Rhythm } from "../values/rhythm/rules.ts";

/** A heading that stands before a card. */
export interface FoundHeading extends AreaHeading {
  rows: number[];
  /** Ordinal of the card that follows. */
  before: number;
}

export interface Tails {
  headings: FoundHeading[];
  /** Rows between cards that are neither headings nor a part of a card. */
  loose: number[];
  /** Rows before the first card and its headings. */
  opening: Bit[];
}

/** Takes headings of areas off the ends of cards, where the source has them, and out of what precedes the first. */
export function cutTails({ before, drafts }: Drafts, rhythm: Rhythm): Tails {
  const tails: Tails = { headings: [], loose: [], opening: [] };
  const opening = before.flatMap((section) => section.bits);
  const first = drafts[0];
  const at = cutOf(opening, null, first?.number ?? null, true);
  tails.opening = opening.slice(0, at);
  readHeadings(tails, opening.slice(at), 1, rhythm);
  drafts.forEach((draft, index) => {
    const next = drafts[index + 1];
    readHeadingZone(tails, draft, rhythm);
    const last = draft.sections.at(-1);
    if (last === undefined) return;
    const cut = cutOf(last.bits, draft.number, next?.number ?? null, false, last.field === "goals");
    readHeadings(tails, last.bits.splice(cut), draft.ordinal + 1, rhythm);
  });
  return tails;
}

/** Between the heading of a card and its first label an area may be named, nothing else belongs there. */
function readHeadingZone(tails: Tails, draft: Draft, rhythm: Rhythm): void {
  for (const { bits } of draft.headings) {
    readHeadings(
      tails,
      bits.filter((bit) => bit.beginsLine && !isNumberUnderHeading(bit)),
      draft.ordinal,
      rhythm,
    );
  }
}

/** Where the headings before the next card begin; the number of bits where there are none. */
function cutOf(
  bits: Bit[],
  open: CardNumber | null,
  next: CardNumber | null,
  opening: boolean,
  namesGoals = false,
): number {
  for (let at = 0; at < bits.length; at += 1) {
    const bit = bits[at] as Bit;
    if (!bit.beginsLine || isItem(bit.text)) continue;
    const heading = readAreaHeading(bit.text);
    // In the field of goals a goal is what the card names.
    if (namesGoals && heading?.kind === "goal") continue;
    if (heading !== null && leadsTo({ heading, bits, at, open, next, opening })) return at;
  }
  return bits.length;
}

function isItem(text: string): boolean {
  return readBullet(text) !== null && !/^\d{1,2}[.)]\s+\p{Lu}{2}/u.test(text);
}

interface Place {
  heading: AreaHeading;
  bits: Bit[];
  at: number;
  open: CardNumber | null;
  next: CardNumber | null;
  opening: boolean;
}

const MOST_BEHIND = 12;

/** A numbered line is a heading when the cards that follow bear its number, or nothing but its title follows. */
function leadsTo(place: Place): boolean {
  const { heading, bits, at, open, next, opening } = place;
  if (opening && heading.kind === "goal") return true;
  if (bits.length - at - 1 > MOST_BEHIND && !opening) return false;
  const fits = isOver(heading.code, next);
  if (fits && !isOver(heading.code, open)) return true;
  const isAlone = bits.length - at - 1 === titleBits(bits, at);
  return isBelieved(heading, fits, isAlone, next);
}

/** Where the numbers of cards do not settle it; `isAlone` says that nothing but its title follows. */
function isBelieved(
  heading: AreaHeading,
  fits: boolean,
  isAlone: boolean,
  next: CardNumber | null,
): boolean {
  if (heading.kind === "goal") return fits && isAlone;
  if (heading.sure) return isAlone || next !== null;
  return isAlone && next?.layout === "areas";
}

/** The area, sub-area or goal of this code holds the card. */
function isOver(code: string | null, number: CardNumber | null): boolean {
  if (code === null || number === null) return false;
  const own = areaCodeOf(number);
  return code === own || (number.layout === "areas" && own.startsWith(`${code}.`));
}

function readHeadings(tails: Tails, bits: Bit[], before: number, rhythm: Rhythm): void {
  for (let at = 0; at < bits.length; at += 1) {
    const bit = bits[at] as Bit;
    const heading = readAreaHeading(bit.text);
    if (heading === null) {
      tails.loose.push(bit.row);
      continue;
    }
    const more = titleBits(bits, at) || shortRest(bits, at);
    const wrapped = bits.slice(at + 1, at + 1 + more);
    const title = wrapped.reduce(
      (text, { text: line }) => joinLine(text, line, rhythm).text,
      heading.title,
    );
    const rows = [bit, ...wrapped].map(({ row }) => row);
    tails.headings.push({ ...heading, title, rows, before });
    at += more;
  }
}

const MOST_WORDS = 8;

/** The last line before a card, short and no sentence, is the rest of the title over it. */
function shortRest(bits: Bit[], at: number): number {
  const rest = bits[at + 1];
  if (rest === undefined || at + 2 !== bits.length || readAreaHeading(rest.text) !== null) return 0;
  const isShort = rest.text.split(" ").length <= MOST_WORDS && !/[.!?:;]$/.test(rest.text);
  return isShort && (bits[at] as Bit).text.length > 40 ? 1 : 0;
}
