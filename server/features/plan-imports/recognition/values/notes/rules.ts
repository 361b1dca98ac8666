import { foldText } from "../../../../../values/fold.ts";
import type { Bit } from "../../sections/rules.ts";

/** What whoever keeps the annex writes under a card about the card itself, before a colon. */
const NOTE =
  /^(?:pozn(?:amk[ay])?|zpracoval[aoi]?|vypracoval[aoi]?|schvalil[aoi]?|schvaleno|aktualizovano|aktualizace|kontakt|kontaktni osob[ay]|vyrizuje|verze|datum)(?: [a-z]+){0,3} ?\.? ?:/;
const LONGEST_NOTE_LABEL = 60;

/** A description or measures up to the notes under them: they are of no field of the card. */
export function withoutNotes(bits: Bit[]): { own: Bit[]; foreign: Bit[] } {
  const at = bits.findIndex(({ beginsLine, text }) => beginsLine && isNote(text));
  return at < 0 ? { own: bits, foreign: [] } : { own: bits.slice(0, at), foreign: bits.slice(at) };
}

function isNote(text: string): boolean {
  return NOTE.test(foldText(text.slice(0, LONGEST_NOTE_LABEL)));
}
