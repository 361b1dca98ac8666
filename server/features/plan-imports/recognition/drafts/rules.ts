import { type CardNumber, readCardNumber } from "../numbers/rules.ts";
import type { AnnexField } from "../rules.ts";
import type { Bit, Section } from "../sections/rules.ts";

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
    else if (section.field !== "card") addSection(gathering, section, sections, at);
    else if (!isNextPage(gathering, section)) gathering.pending.push(section);
  });
  if (gathering.pending.length > 0) openDraft(gathering, null);
  return { before: gathering.before, drafts: gathering.drafts };
}

/** "Pokračování": what follows the heading goes on with the last field of the open card. */
function isNextPage({ drafts }: Gathering, heading: Section): boolean {
  const open = drafts.at(-1);
  const last = open?.sections.at(-1);
  if (open === undefined || last === undefined || !saysContinued([heading])) return false;
  const isBeside = ({ row }: Section["bits"][number]) => heading.labelRows.includes(row);
  last.bits.push(...heading.bits.filter((bit) => !isBeside(bit)));
  open.headings.push({ ...heading, bits: heading.bits.filter(isBeside) });
  return true;
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
  for (const bit of headings.flatMap(({ bits }) => bits)) {
    const number = readCardNumber(numberText(bit.text));
    if (number !== null && (!bit.beginsLine || isBare(bit.text, number))) return number;
  }
  return null;
}

/** Behind the heading, or behind a label that nobody can read. */
function numberText(text: string): string {
  return text.replace(/^(?:[^\d:]{3,30}:)?[\s\u2013:(-]*/u, "");
}

function isBare(text: string, number: CardNumber): boolean {
  return number.rest.trim() === "" && text.length < 40;
}

/** The bit under a heading of a card that is its number without a label to be read. */
export function isNumberUnderHeading({ text, beginsLine }: Bit): boolean {
  const number = readCardNumber(numberText(text));
  return beginsLine && number !== null && isBare(text, number);
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
