import { type CardNumber, readCardNumber } from "../numbers/rules.ts";
import type { AnnexField } from "../rules.ts";
import type { Section } from "../sections/rules.ts";

/** A card as its labels tell it: sections in the order of the source. */
export interface Draft {
  ordinal: number;
  /** Headings with what stands between them and the first label. */
  headings: Section[];
  sections: Section[];
  number: CardNumber | null;
}

export interface Drafts {
  /** What precedes the first card. */
  before: Section[];
  drafts: Draft[];
}

interface Gathering {
  before: Section[];
  drafts: Draft[];
  /** Headings of a card that is not open yet. */
  pending: Section[];
}

/** Gathers sections into cards. A card opens with its heading or its number, or with a name where both are lost. */
export function gatherDrafts(sections: Section[]): Drafts {
  const gathering: Gathering = { before: [], drafts: [], pending: [] };
  sections.forEach((section, at) => {
    if (section.field === null) gathering.before.push(section);
    else if (section.field === "card") gathering.pending.push(section);
    else addSection(gathering, section, sections, at);
  });
  if (gathering.pending.length > 0) openDraft(gathering, null);
  return { before: gathering.before, drafts: gathering.drafts };
}

function addSection(gathering: Gathering, section: Section, all: Section[], at: number): void {
  const open = gathering.drafts.at(-1);
  const number = numberOf(section, gathering.pending);
  if (open === undefined || opensCard(gathering, open, section, number, all, at)) {
    openDraft(gathering, number);
  } else {
    open.headings.push(...gathering.pending.splice(0));
  }
  const draft = gathering.drafts.at(-1) as Draft;
  draft.number ??= number;
  draft.sections.push(section);
}

function openDraft(gathering: Gathering, number: CardNumber | null): void {
  const headings = gathering.pending.splice(0);
  gathering.drafts.push({
    ordinal: gathering.drafts.length + 1,
    headings,
    sections: [],
    number: number ?? numberOnHeading(headings),
  });
}

function numberOf(section: Section, headings: Section[]): CardNumber | null {
  if (section.field !== "number") return numberOnHeading(headings);
  return readCardNumber(section.bits[0]?.text ?? "") ?? numberOnHeading(headings);
}

function numberOnHeading(headings: Section[]): CardNumber | null {
  for (const { bits } of headings) {
    const number = readCardNumber((bits[0]?.text ?? "").replace(/^[\s\u2013:(-]+/, ""));
    if (number !== null) return number;
  }
  return null;
}

function opensCard(
  gathering: Gathering,
  open: Draft,
  section: Section,
  number: CardNumber | null,
  all: Section[],
  at: number,
): boolean {
  const headed = gathering.pending.length > 0;
  if (section.field === "number" || (headed && number !== null)) {
    return !continues(open, number, following(all, at), headed);
  }
  if (headed)
    return !goesOn(open, section.field as AnnexField) && !saysContinued(gathering.pending);
  return section.field === "name" && restarts(open, following(all, at));
}

/** Fields of the sections from here to the next heading or number. */
function following(all: Section[], at: number): AnnexField[] {
  const fields: AnnexField[] = [];
  for (let next = all[at]?.field === "number" ? at + 1 : at; next < all.length; next += 1) {
    const field = all[next]?.field;
    if (field === null || field === undefined || field === "card" || field === "number") break;
    fields.push(field);
  }
  return fields;
}

/** The number again: on the next page of the same card, or twice in a row. */
function continues(
  open: Draft,
  number: CardNumber | null,
  fields: AnnexField[],
  headed: boolean,
): boolean {
  const had = new Set(open.sections.map((section) => section.field));
  if (!had.has("number") && !headed) return had.size === 0;
  if (number === null || open.number?.number !== number.number) return had.size === 0 && !headed;
  if (had.size === 1 && had.has("number")) return true;
  return fields.every((field) => field === "name" || !had.has(field));
}

function goesOn(open: Draft, field: AnnexField): boolean {
  return (
    field !== "name" &&
    !open.sections.some((section) => section.field === field) &&
    open.sections.length > 1
  );
}

function saysContinued(headings: Section[]): boolean {
  return headings.some(({ bits }) => /pokra/i.test(bits[0]?.text ?? ""));
}

/** A second name and most of the other fields again: a card whose heading and number are lost. */
function restarts(open: Draft, fields: AnnexField[]): boolean {
  const had = new Set(open.sections.map((section) => section.field));
  if (!had.has("name") || open.sections.at(-1)?.field === "name") return false;
  const again = fields.filter((field) => had.has(field)).length;
  return had.size >= 4 && again >= Math.max(3, Math.ceil(fields.length * 0.6));
}
