import { foldText } from "../../../../values/fold.ts";
import type { Draft, Drafts } from "../drafts/rules.ts";
import type { Row } from "../rows/rules.ts";
import type { AnnexField } from "../rules.ts";
import type { Section } from "../sections/rules.ts";
import { readBullet } from "../values/bullets/rules.ts";

/** Where a row stands: in a field, between the heading of a card and its first label, before the first card. */
type Zone = AnnexField | "heading" | "before";

interface Occurrence {
  at: number;
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
  const places = new Map<string, Occurrence[]>();
  const add = (section: Section, zone: Zone, last: boolean) => {
    const first = section.bits.find(({ text }) => !looksLikeHeader(patternOf(text)));
    for (const bit of section.bits) {
      const row = rows[bit.row] as Row;
      if (!bit.beginsLine || bit.text !== row.text || readBullet(row.text) !== null) continue;
      const pattern = patternOf(row.text);
      // A number of a card has the pattern of a day.
      if (zone === "number" && NUMBER_OF_CARD.test(pattern)) continue;
      const place = {
        at: bit.row,
        zone,
        closesCard: last && bit === section.bits.at(-1),
        opensField: zone !== "before" && zone !== "heading" && bit === first,
      };
      const known = places.get(pattern);
      if (known === undefined) places.set(pattern, [place]);
      else known.push(place);
    }
  };
  for (const section of before) add(section, "before", true);
  for (const draft of drafts) {
    for (const section of draft.headings) add(section, "heading", false);
    for (const section of draft.sections) {
      add(section, section.field as AnnexField, section === draft.sections.at(-1));
    }
  }
  return places;
}

function repeats(rows: Row[], pattern: string, places: Occurrence[]): boolean {
  if (/^[\p{Ll}(]/u.test(rows[places[0]?.at ?? 0]?.text ?? ""))
    return looksLikeHeader(pattern) && places.length > 2;
  const zones = new Set(places.map(({ zone }) => zone).filter((zone) => zone !== "before"));
  const inHeadings = places.filter(({ zone }) => zone === "heading").length;
  if (inHeadings > 1) return true;
  if (looksLikeHeader(pattern)) return isDiverse(rows, places);
  if (places.length < 3 || !isDiverse(rows, places)) return false;
  if (isLabelled(places)) return false;
  const atEdges = places.filter(
    ({ at, zone, closesCard }) => zone === "before" || closesCard || touchesPageEdge(rows, at),
  );
  if (atEdges.length >= places.length * 0.8 && atEdges.some(({ at }) => touchesPageEdge(rows, at)))
    return true;
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
