import { foldText } from "../../../../values/fold.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import type { Draft, Drafts } from "../drafts/rules.ts";
import type { Row } from "../rows/rules.ts";
import type { AnnexField } from "../rules.ts";
import type { Section } from "../sections/rules.ts";
import { readBullet } from "../values/bullets/rules.ts";

/** Where a row stands: in a field, between the heading of a card and its first label, before the first card. */
type Zone = AnnexField | "heading" | "before";

interface Occurrence {
  at: number;
  pattern: string;
  zone: Zone;
  /** The last row before the heading of the next card. */
  closesCard: boolean;
  /** It is the first that stands under its label, but for headers of a page that ends there. */
  opensField: boolean;
}

const MONTHS =
  "leden|ledna|unor|unora|brezen|brezna|duben|dubna|kveten|kvetna|cerven|cervna|cervenec|cervence|srpen|srpna|zari|rijen|rijna|listopad|listopadu|prosinec|prosince";
const MONTH = new RegExp(`\\b(?:${MONTHS})\\b`, "g");
const DATE_ALONE = /^(?:(?:#+\. ?)?@ #+|#+\. ?#+\. ?#+|@)$/;

const NUMBER_OF_CARD = /^\p{L}{0,3} ?#(?: ?[.\u2010-\u2015-] ?[#o]+){1,2}\.?$/u;

/** The same for lines that differ by a number, a page or a date only. */
export function patternOf(text: string): string {
  return foldText(text.slice(0, 300)).replace(MONTH, "@").replace(/\d+/g, "#");
}

/** Rows that are headers or footers of pages: the same again and again where no text goes on from one to the other. */
export function pageHeaderRows(rows: Row[], { before, drafts }: Drafts): Set<number> {
  const found = new Set<number>();
  const groups = [...occurrences(rows, before, drafts)];
  const headers = groups.filter(([pattern, places]) => isHeader(rows, pattern, places));
  for (const { at } of headers.flatMap(([, places]) => places)) found.add(at);
  // A header that is wrapped goes on in the next row, the same everywhere.
  const counts = new Set(headers.map(([, places]) => places.length));
  for (const [, places] of groups) {
    const follows =
      places.length > 1 && counts.has(places.length) && places.every(({ at }) => found.has(at - 1));
    if (follows) for (const { at } of places) found.add(at);
  }
  return found;
}

function isHeader(rows: Row[], pattern: string, places: Occurrence[]): boolean {
  if (places.length === 1) return places[0]?.zone === "heading" && DATE_ALONE.test(pattern);
  return places.some(({ zone }) => zone !== "before") && repeats(rows, pattern, places);
}

function occurrences(rows: Row[], before: Section[], drafts: Draft[]): Map<string, Occurrence[]> {
  const places = [
    ...before.flatMap((section) => placesIn(rows, section, "before", true)),
    ...drafts.flatMap(({ headings, sections }) => [
      ...headings.flatMap((section) => placesIn(rows, section, "heading", false)),
      ...sections.flatMap((section) =>
        placesIn(rows, section, section.field as AnnexField, section === sections.at(-1)),
      ),
    ]),
  ];
  return groupedBy(places, ({ pattern }) => pattern);
}

function placesIn(rows: Row[], { bits }: Section, zone: Zone, isLast: boolean): Occurrence[] {
  const first = bits.find(({ text }) => !looksLikeHeader(patternOf(text)));
  const isField = zone !== "before" && zone !== "heading";
  return bits
    .filter(
      ({ beginsLine, row, text }) =>
        beginsLine && text === rows[row]?.text && readBullet(text) === null,
    )
    .map((bit) => ({
      ...{ at: bit.row, zone, pattern: patternOf(bit.text) },
      closesCard: isLast && bit === bits.at(-1),
      opensField: isField && bit === first,
    }))
    .filter(({ pattern }) => zone !== "number" || !NUMBER_OF_CARD.test(pattern));
}

function repeats(rows: Row[], pattern: string, places: Occurrence[]): boolean {
  if (/^[\p{Ll}(]/u.test(rows[places[0]?.at ?? 0]?.text ?? ""))
    return looksLikeHeader(pattern) && places.length > 2;
  if (places.filter(({ zone }) => zone === "heading").length > 1) return true;
  if (!isDiverse(rows, places)) return false;
  if (looksLikeHeader(pattern)) return true;
  return places.length > 2 && !isLabelled(places) && standsAnywhere(rows, pattern, places);
}

/** At the edges of pages, or in fields of several kinds. */
function standsAnywhere(rows: Row[], pattern: string, places: Occurrence[]): boolean {
  const onPages = places.filter(({ at }) => touchesPageEdge(rows, at)).length;
  const ends = places.filter(
    ({ at, zone, closesCard }) => zone === "before" || closesCard || touchesPageEdge(rows, at),
  );
  if (onPages > 0 && ends.length >= places.length * 0.8) return true;
  const zones = new Set(places.map(({ zone }) => zone).filter((zone) => zone !== "before"));
  return zones.size > 1 && pattern.length >= 12;
}

/** What mostly stands right under labels is what they label. */
function isLabelled(places: readonly Occurrence[]): boolean {
  return places.filter(({ opensField }) => opensField).length * 2 > places.length;
}

const PLAN =
  /\bplan\p{L}*\b.*\b(?:soc|sluz|rozvoj|kraj)|\b(?:sprss|strpss)\b|^(?:priloha|verze|aktualizace)\b/u;

/** It names a plan, an annex, a version or a date, and is no sentence. */
function looksLikeHeader(pattern: string): boolean {
  if (pattern.length > 160 || /[.!?]$/.test(pattern)) return DATE_ALONE.test(pattern);
  return DATE_ALONE.test(pattern) || PLAN.test(pattern);
}

function touchesPageEdge(rows: Row[], at: number): boolean {
  const near = [rows[at], rows[at - 1], rows[at + 1], rows[at - 2], rows[at + 2]];
  return near.some((row) => row?.opensPage === true && row !== rows[0]);
}

/** Text that is wrapped the same everywhere has the same neighbours everywhere; a header has not. */
function isDiverse(rows: Row[], places: Occurrence[]): boolean {
  const need = Math.max(2, Math.ceil(places.length * 0.5));
  const before = new Set(places.map(({ at }) => patternOf(rows[at - 1]?.text ?? "")));
  return before.size >= need;
}
