import { foldText } from "../../../../../values/fold.ts";
import type { Draft } from "../../drafts/rules.ts";
import { readCardNumber } from "../../numbers/rules.ts";
import type { Row } from "../../rows/rules.ts";
import { type AnnexField, type AnnexWarning, annexFields, type Repair } from "../../rules.ts";
import type { Section } from "../../sections/rules.ts";
import { type Block, blockLines, blocksOf } from "../blocks/rules.ts";
import { withoutNotes } from "../notes/rules.ts";
import type { Rhythm } from "../rhythm/rules.ts";
import { shortValue } from "../short/rules.ts";

/** What all cards of an annex are read with. */
export interface Reading {
  rows: Row[];
  rhythm: Rhythm;
  /** Number of the source line that a row comes from. */
  lineOf: (row: number) => number;
  declined: ReadonlySet<string>;
}

/** The fields of a card as texts, measures still in blocks. */
export interface Texts {
  texts: Record<Exclude<AnnexField, "measures">, string>;
  measures: Block[];
  /** Rows inside the card that belong to no field. */
  foreign: number[];
  warnings: AnnexWarning[];
  repairs: Repair[];
}

type ShortField = Exclude<AnnexField, "measures" | "description">;

const shortOnes = annexFields.filter(
  (field): field is ShortField => field !== "measures" && field !== "description",
);

export function textsOf(draft: Draft, reading: Reading): Texts {
  const result: Texts = {
    texts: {
      ...{ number: "", name: "", goals: "", targetGroups: "", services: "", period: "" },
      ...{ responsible: "", costs: "", funding: "", description: "" },
    },
    measures: [],
    foreign: [],
    warnings: [],
    repairs: [],
  };
  for (const field of shortOnes) {
    result.texts[field] = mergedTexts(result, field, sectionsOf(draft, field), reading, (section) =>
      shortText(result, field, section, reading),
    );
  }
  result.texts.description = mergedTexts(
    result,
    "description",
    sectionsOf(draft, "description"),
    reading,
    (section) => {
      const { own, foreign } = withoutNotes(section.bits);
      result.foreign.push(...foreign.map(({ row }) => row));
      const blocks = blocksOf(own, reading.rows, reading.rhythm);
      return blockLines(notingDoubts(result, "description", blocks, reading));
    },
  );
  readMeasures(result, sectionsOf(draft, "measures"), reading);
  readNameBehindNumber(result, draft, reading);
  return result;
}

function sectionsOf(draft: Draft, field: AnnexField): Section[] {
  return draft.sections.filter((section) => section.field === field);
}

function shortText(
  result: Texts,
  field: ShortField,
  section: Section,
  { rows, rhythm, lineOf }: Reading,
): string {
  const value = shortValue(field, section.bits, rows, rhythm);
  result.foreign.push(...value.foreign);
  for (const { text, row } of value.doubts) {
    result.warnings.push({ code: "hyphen-unclear", field, line: lineOf(row), params: { text } });
  }
  return value.text;
}

function notingDoubts(
  result: Texts,
  field: AnnexField,
  blocks: Block[],
  { lineOf }: Reading,
): Block[] {
  for (const { text, row } of blocks.flatMap((block) => block.doubts)) {
    result.warnings.push({ code: "hyphen-unclear", field, line: lineOf(row), params: { text } });
  }
  return blocks;
}

/** A field that is labelled twice: the same text once, different ones under each other. */
function mergedTexts(
  result: Texts,
  field: AnnexField,
  sections: Section[],
  reading: Reading,
  read: (section: Section) => string,
): string {
  const texts: string[] = [];
  const labels = new Set<string>();
  for (const section of sections) {
    const text = read(section);
    const label = foldText(section.mark?.written ?? "");
    const isSame = text === "" || texts.some((known) => foldText(known) === foldText(text));
    // Goals have two labels in the forms, one for the card's own goal and one for the others.
    const isTwice = field !== "goals" || labels.has(label);
    if (texts.length > 0 && isTwice) noteTwice(result, field, section, isSame, reading);
    labels.add(label);
    if (!isSame) texts.push(text);
  }
  return texts.join("\n");
}

function noteTwice(
  result: Texts,
  field: AnnexField,
  { labelRows }: Section,
  isSame: boolean,
  { lineOf }: Reading,
): void {
  const code = isSame ? "field-twice-same" : "field-twice";
  result.warnings.push({ code, field, line: lineOf(labelRows[0] ?? 0) });
}

function readMeasures(result: Texts, sections: Section[], reading: Reading): void {
  const seen = new Set<string>();
  sections.forEach((section, at) => {
    const { own, foreign } = withoutNotes(section.bits);
    result.foreign.push(...foreign.map(({ row }) => row));
    const read = blocksOf(own, reading.rows, reading.rhythm, true);
    const blocks = notingDoubts(result, "measures", read, reading);
    const key = foldText(blocks.map(({ text }) => text).join(" "));
    const isSame = seen.has(key) || key === "";
    if (at > 0) noteTwice(result, "measures", section, isSame, reading);
    seen.add(key);
    if (!isSame) result.measures.push(...blocks);
  });
}

/** What stands behind the number is the name where no label says another. */
function readNameBehindNumber(result: Texts, draft: Draft, { lineOf, declined }: Reading): void {
  const section = draft.sections.find(({ field }) => field === "number") ?? draft.headings.at(-1);
  const rest = readCardNumber(result.texts.number)?.rest.replace(/^[\s:\u2013\u2014-]+/, "") ?? "";
  if (rest === "") return;
  const line = lineOf(section?.bits[0]?.row ?? 0);
  if (result.texts.name !== "") {
    result.warnings.push({
      code: "text-behind-number",
      field: "number",
      line,
      params: { text: rest },
    });
    return;
  }
  const id = `name-behind-number:${line}`;
  result.repairs.push({
    ...{ id, kind: "name-behind-number", field: "name", others: [], lines: [line] },
    ...{ before: "", after: rest },
  });
  result.warnings.push({ code: "name-behind-number", field: "name", line, repairId: id });
  if (!declined.has(id)) result.texts.name = rest;
}
