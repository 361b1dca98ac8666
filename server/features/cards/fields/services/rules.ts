import { foldText } from "../../../../values/fold.ts";
import { splitTexts } from "../splitting/rules.ts";
import { distanceWithin, wordsOf } from "../wording/rules.ts";
import { type CatalogueService, likenessTo, mostAlike } from "./likeness/rules.ts";
import { type SectionMark, sectionMarksIn } from "./marks/rules.ts";

export const serviceWarnings = [
  /** The name is that of another service, whose section is proposed. */
  "sectionDoesNotFit",
  "sectionMissing",
  "unknownSection",
  /** The section is known, the name resembles no service. */
  "unknownName",
  "unknownService",
] as const;
export type ServiceWarning = (typeof serviceWarnings)[number];

export interface FoundService<S extends CatalogueService> {
  /** As the source says it, with its section. */
  text: string;
  /** The same without its section. */
  name: string;
  /** As the source says it, right or wrong. */
  section: string | null;
  /** What is meant: by the name where it is clear, otherwise by the section. */
  service: S | null;
  warning?: ServiceWarning;
  proposedSection?: string;
}

/** From this likeness on a name is that of a service. */
const IS_IT = 0.75;
/** A section is doubted when another service is so much more like the name. */
const CLEARLY_MORE = 0.25;
const MAY_BE = 0.5;

const SEPARATORS = /^[\s,;.:•◦▪\-–—]+|[\s,;•◦▪\-–—]+$/gu;
const ABOUT_ALL = [
  "vsechny",
  "vsech",
  "nerelevantni",
  "netyka",
  "neurceno",
  "nestanoveno",
  "zadne",
  "bez",
];
const FIRST_WORDS = 4;

interface Piece {
  text: string;
  name: string;
  sections: string[];
}

/**
 * Kinds of services that a field names, in their order. A text that speaks of all kinds or of none
 * ("dopad na všechny druhy", "nerelevantní") is one text without a service, and is not doubted.
 */
export function servicesIn<S extends CatalogueService>(
  text: string,
  services: readonly S[],
): FoundService<S>[] {
  const marks = sectionMarksIn(text);
  const found = piecesOf(text, marks, services).flatMap((piece) => understood(piece, services));
  const isBracketed = marks.some(({ start }) => text[start] === "(");
  const isGeneral = speaksOfAll(text) && !isBracketed && found.every(({ service }) => !service);
  const said = oneLine(text);
  return isGeneral ? [{ text: said, name: said, section: null, service: null }] : found;
}

/** Whether a field says "all" or "none" in place of names. */
export function speaksOfAll(text: string): boolean {
  return wordsOf(text)
    .slice(0, FIRST_WORDS)
    .some((word) => ABOUT_ALL.some((known) => isSame(word, known)));
}

function isSame(word: string, known: string): boolean {
  return word === known || (known.length > 6 && distanceWithin(word, known, 1));
}

function piecesOf<S extends CatalogueService>(
  text: string,
  marks: readonly SectionMark[],
  services: readonly S[],
): Piece[] {
  const [first] = marks;
  const isSectionFirst = first !== undefined && cleaned(text.slice(0, first.start)) === "";
  const hasNames = cleaned(text.slice(marks.at(-1)?.end ?? 0)) !== "";
  const pieces =
    isSectionFirst && hasNames ? sectionsFirst(text, marks) : sectionsLast(text, marks, services);
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
}

/** "§ 44 Odlehčovací služby, § 54 Raná péče". */
function sectionsFirst(text: string, marks: readonly SectionMark[]): Piece[] {
  return marks.map((mark, place) => {
    const end = marks[place + 1]?.start ?? text.length;
    return {
      text: cleaned(text.slice(mark.start, end)),
      name: cleaned(text.slice(mark.end, end)),
      sections: mark.sections,
    };
  });
}

/** "Odlehčovací služby (§ 44), Raná péče (§ 54)", whatever stands between, also nothing. */
function sectionsLast<S extends CatalogueService>(
  text: string,
  marks: readonly SectionMark[],
  services: readonly S[],
): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const mark of marks) {
    const names = namesIn(text.slice(from, mark.start), services);
    const last = names.pop() ?? "";
    pieces.push(...names.map(withoutSection));
    const said = oneLine(text.slice(mark.start, mark.end));
    pieces.push({ text: `${last} ${said}`.trim(), name: last, sections: mark.sections });
    from = mark.end;
  }
  const rest = namesIn(text.slice(from), services);
  return [...pieces, ...rest.map(withoutSection)];
}

function withoutSection(name: string): Piece {
  return { text: name, name, sections: [] };
}

/** Names before a section: a comma may be a part of a name ("pro rodiny, děti a mládež"). */
function namesIn<S extends CatalogueService>(text: string, services: readonly S[]): string[] {
  const names: string[] = [];
  for (const part of splitTexts(withoutHeading(text)).map(cleaned).filter(Boolean)) {
    const last = names.at(-1);
    const joined = `${last}, ${part}`;
    if (last !== undefined && belongTogether(last, part, joined, services))
      names[names.length - 1] = joined;
    else names.push(...joinedByAnd(part, services));
  }
  return names;
}

/** "Pečovatelská služba a osobní asistence" are two services, "seniory a osoby" are within one. */
function joinedByAnd<S extends CatalogueService>(part: string, services: readonly S[]): string[] {
  const halves = part.split(/\s+a\s+/u);
  if (halves.length < 2 || (mostAlike(part, services)?.score ?? 0) >= IS_IT) return [part];
  const areAll = halves.every((half) => (mostAlike(half, services)?.score ?? 0) >= IS_IT);
  return areAll ? halves : [part];
}

function belongTogether<S extends CatalogueService>(
  last: string,
  part: string,
  joined: string,
  services: readonly S[],
): boolean {
  const whole = mostAlike(joined, services)?.score ?? 0;
  const alone = Math.max(
    mostAlike(last, services)?.score ?? 0,
    mostAlike(part, services)?.score ?? 0,
  );
  return whole > alone && whole >= IS_IT;
}

/** "služby sociální prevence: Raná péče (§ 54) …" names a group before its services. */
function withoutHeading(text: string): string {
  const colon = text.indexOf(":");
  return colon < 0 ? text : text.slice(colon + 1);
}

function understood<S extends CatalogueService>(
  piece: Piece,
  services: readonly S[],
): FoundService<S>[] {
  const said = { text: piece.text, name: piece.name };
  if (piece.name === "")
    return piece.sections.map((section) => ({
      ...said,
      ...alone(piece, section),
      ...bySection(section, services),
    }));
  if (piece.sections.length === 0) return [{ ...said, ...byName(piece.name, services) }];
  // Two sections behind one name are two services; the name need not be that of each.
  if (piece.sections.length > 1)
    return piece.sections.map((section) => ({ ...said, ...bySection(section, services) }));
  return piece.sections.map((section) => ({ ...said, ...byBoth(piece.name, section, services) }));
}

/** Of a list of bare sections each stands for itself. */
function alone({ text, sections }: Piece, section: string): { text: string } {
  return { text: sections.length > 1 ? `§ ${section}` : text };
}

type Understanding<S extends CatalogueService> = Omit<FoundService<S>, "text" | "name">;

function byName<S extends CatalogueService>(
  name: string,
  services: readonly S[],
): Understanding<S> {
  if (speaksOfAll(name)) return { section: null, service: null };
  const best = mostAlike(name, services);
  if (!best || best.score < IS_IT)
    return { section: null, service: null, warning: "unknownService" };
  return {
    section: null,
    service: best.service,
    warning: "sectionMissing",
    proposedSection: best.service.section,
  };
}

function bySection<S extends CatalogueService>(
  section: string,
  services: readonly S[],
): Understanding<S> {
  const service = services.find((one) => one.section === section) ?? null;
  return { section, service, ...(!service && { warning: "unknownSection" as const }) };
}

function byBoth<S extends CatalogueService>(
  name: string,
  section: string,
  services: readonly S[],
): Understanding<S> {
  const said = bySection(section, services);
  const own = said.service ? likenessTo(name, said.service) : 0;
  // No other could be so much more like it.
  if (own > 1 - CLEARLY_MORE) return said;
  const best = mostAlike(name, services);
  const isOther = best !== undefined && best.score >= IS_IT && best.score - own >= CLEARLY_MORE;
  if (isOther)
    return {
      section,
      service: best.service,
      warning: said.service ? "sectionDoesNotFit" : "unknownSection",
      proposedSection: best.service.section,
    };
  return said.service && own < MAY_BE ? { ...said, warning: "unknownName" } : said;
}

function cleaned(text: string): string {
  const bare = oneLine(text).replace(SEPARATORS, "");
  return foldText(bare) === "a" ? "" : bare.replace(/^(?:a|i|nebo)\s+/u, "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
