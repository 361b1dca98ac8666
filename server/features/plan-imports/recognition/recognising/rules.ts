import { type Draft, gatherDrafts } from "../drafts/rules.ts";
import { chooseMarks } from "../labels/choosing/rules.ts";
import { scanMarks } from "../labels/scanning/rules.ts";
import { areaCodeOf } from "../numbers/rules.ts";
import { type Row, rowsOf } from "../rows/rules.ts";
import type { AnnexField, Catalogue, RecognisedCard, Recognition, SourceLine } from "../rules.ts";
import { type Bit, sectionsOf } from "../sections/rules.ts";
import { blockLines, blocksOf, isDeeper } from "../values/blocks/rules.ts";
import { type Rhythm, rhythmOf } from "../values/rhythm/rules.ts";
import { shortValue } from "../values/short/rules.ts";

/** Cards that an annex holds, and what became of each of its lines. */
export function recogniseCards(
  lines: SourceLine[],
  _catalogue: Catalogue,
  _wish: { declined?: readonly string[] } = {},
): Recognition {
  const { rows, noise } = rowsOf(lines);
  const { drafts } = gatherDrafts(sectionsOf(rows, chooseMarks(rows, scanMarks(rows))));
  const rhythm = rhythmOf(rows);
  const cards = drafts.map((draft) => cardOf(draft, rows, rhythm));
  const owner = new Map<number, { card: number; field: AnnexField }>();
  for (const draft of drafts)
    for (const section of draft.sections)
      for (const row of [...section.labelRows, ...section.bits.map((bit) => bit.row)])
        owner.set(rows[row]?.source ?? 0, {
          card: draft.ordinal,
          field: section.field as AnnexField,
        });
  return {
    layout: drafts[0]?.number?.layout ?? null,
    title: null,
    region: null,
    fromYear: null,
    toYear: null,
    areas: [],
    cards,
    lines: lines.map((line, at) => {
      const reason = noise.get(at);
      if (reason !== undefined) return { ...line, fate: "noise" as const, reason };
      const owned = owner.get(at);
      return owned === undefined
        ? { ...line, fate: "unrecognised" as const }
        : { ...line, fate: "field" as const, ...owned };
    }),
    warnings: [],
  };
}

function cardOf(draft: Draft, rows: Row[], rhythm: Rhythm): RecognisedCard {
  const bitsOf = (field: AnnexField): Bit[] =>
    draft.sections.filter((section) => section.field === field).flatMap((section) => section.bits);
  const short = (field: AnnexField) => shortValue(bitsOf(field), rows, rhythm).text;
  const items = blocksOf(bitsOf("measures"), rows, rhythm);
  const measures: string[] = [];
  for (const item of items) {
    if (measures.length > 0 && items[0] !== undefined && isDeeper(item, items[0]))
      measures.push(`${measures.pop()}\n\u2013 ${item.text}`);
    else measures.push(item.text);
  }
  return {
    ordinal: draft.ordinal,
    content: {
      number: draft.number?.number ?? short("number"),
      name: short("name"),
      areaCode: draft.number === null ? null : areaCodeOf(draft.number),
      goals: short("goals"),
      targetGroups: short("targetGroups"),
      services: short("services"),
      period: short("period"),
      responsible: short("responsible"),
      costs: short("costs"),
      funding: short("funding"),
      description: blockLines(blocksOf(bitsOf("description"), rows, rhythm)),
      measures,
    },
    isPlaceholder: false,
    registrationNumbers: [],
    warnings: [],
    repairs: [],
  };
}
