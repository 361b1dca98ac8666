import type { Card } from "../../../../db/queries/cards.ts";
import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import type { ExportedMeasure } from "../../../../db/queries/plan-exports.ts";
import { branchesOf } from "../../card-fulfilment/branches/rules.ts";
import type { TextField } from "../../cards/rules.ts";
import type { Block, FactsBlock } from "../../exports/writing/documents/document.ts";
import type { Making } from "../making/content.ts";
import type { Wording } from "../words.ts";
import type { PlanContent } from "./content.ts";
import { linkedTexts } from "./links.ts";

/** In the order of a card of either generation. */
const FIELDS: readonly Exclude<TextField, "name">[] = [
  ...(["goals", "targetGroups", "services", "period", "responsible"] as const),
  ...(["costs", "funding", "description"] as const),
];

export function leadOf({ cards, measures }: PlanContent, { order, wording }: Making): string[] {
  const { texts, formats } = wording;
  const words = texts.planExports;
  const all = [...measures.values()].reduce((sum, own) => sum + own.length, 0);
  return [
    words.counts(formats.number(cards.length), cards.length, formats.number(all)),
    words.asOf(formats.dateTime(order.asOf)),
  ];
}

/** Areas with their cards, each card as its labels and what it says. */
export function cardBlocks(content: PlanContent, { wording }: Making): Block[] {
  const known = new Map(content.areas.map((area) => [area.id, area]));
  return branchesOf(content.areas, content.cards)
    .filter(({ cards }) => cards.length > 0)
    .flatMap(({ area, cards }) => [
      areaHeading(area, known, wording),
      ...cards.flatMap((card) => blocksOfCard(card, content, wording)),
    ]);
}

function areaHeading(
  area: PlanArea | null,
  known: ReadonlyMap<number, PlanArea>,
  { texts }: Wording,
): Block {
  if (!area) return { kind: "heading", level: 1, text: texts.planExports.cards.without };
  const parent = known.get(area.parentId ?? 0);
  return {
    ...{ kind: "heading", level: 1, text: called(area) },
    ...(parent && { note: called(parent) }),
  };
}

function called({ code, title }: PlanArea): string {
  return `${code} ${title}`;
}

function blocksOfCard(card: Card, content: PlanContent, wording: Wording): Block[] {
  const { texts } = wording;
  const heading: Block = { kind: "heading", level: 2, text: `${card.number} ${card.name}` };
  const facts = factsOf(card, content, wording);
  const note = texts.planExports.cards.placeholder;
  return [
    heading,
    ...(card.isPlaceholder ? [{ kind: "text" as const, text: note, isSoft: true }] : []),
    ...(facts.items.length > 0 ? [facts] : []),
  ];
}

function factsOf(card: Card, content: PlanContent, wording: Wording): FactsBlock {
  const { texts } = wording;
  const words = texts.planExports.cards;
  const measures = content.measures.get(card.id) ?? [];
  const links = linkedTexts(
    content.links.get(card.id) ?? [],
    content.coverage.get(card.id),
    wording,
  );
  const items = [
    ...FIELDS.map((field) => ({ label: texts.cards.fields[field], text: card[field] })),
    {
      label: texts.cards.fields.measures,
      text: measures.map((one) => `• ${measureText(one, wording)}`).join("\n"),
    },
    { label: words.owner, text: card.ownerName ?? "" },
    { label: words.projects, text: links.join("\n") },
  ];
  const said = items.filter(({ text }) => text !== "");
  return { kind: "facts", items: said.map((item) => ({ ...item, text: withSections(item.text) })) };
}

/** The sign of a section stays on the line of its number. */
function withSections(text: string): string {
  return text.replace(/§ (?=\d)/g, "§\u00a0");
}

/** A measure in its words with its state and day. */
export function measureText(
  { text, state, dueOn, ownerName }: ExportedMeasure,
  { texts, formats }: Wording,
): string {
  const words = texts.planExports.cards;
  const parts = [
    texts.cards.measures.states[state],
    ...(dueOn === null ? [] : [words.until(formats.date(dueOn))]),
    ...(ownerName === null ? [] : [ownerName]),
  ];
  const [first = "", ...rest] = text.split("\n");
  return [words.measure(first, parts.join(", ")), ...rest].join("\n");
}
