import type { Card } from "../../../../db/queries/cards.ts";
import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import type { Wording } from "../words.ts";
import type { Tree, TreeLine } from "./service.ts";

interface SheetRow {
  line: TreeLine;
  card: Card;
  area: PlanArea | undefined;
  parent: PlanArea | undefined;
}

/** Cards that are shown, with all that they say; amounts are numbers where the text is clear. */
export function treeSheet(
  tree: Tree,
  cards: readonly Card[],
  { texts }: Wording,
): WorkbookSheet<SheetRow> {
  const { sheet } = texts.plans.tree;
  const coverage = texts.cardLinks.states;
  const text = (header: string, width: number, value: (row: SheetRow) => string | null) =>
    ({ header, type: "text", width, value }) as const;
  const number = (header: string, value: (row: SheetRow) => number | null) =>
    ({ header, type: "number", value }) as const;
  const money = (header: string, value: (card: Card) => number | null) =>
    ({ header, type: "money", value: ({ card }: SheetRow) => inCrowns(card, value) }) as const;
  return {
    name: texts.plans.pages.cards,
    rows: rowsOf(tree, cards),
    columns: [
      text(sheet.number, 10, ({ line }) => line.number),
      text(sheet.name, 50, ({ line }) => line.name),
      text(sheet.area, 30, ({ area, parent }) => titleOf(parent ?? area)),
      text(sheet.subArea, 30, ({ area, parent }) => titleOf(parent && area)),
      text(sheet.targetGroups, 30, ({ card }) => card.targetGroups),
      text(sheet.services, 50, ({ card }) => card.services),
      text(sheet.period, 14, ({ card }) => card.period),
      number(sheet.fromYear, ({ card }) => card.fromYear),
      number(sheet.toYear, ({ card }) => card.toYear),
      text(sheet.responsible, 30, ({ card }) => card.responsible),
      text(sheet.owner, 24, ({ line }) => line.ownerName),
      text(sheet.costs, 30, ({ card }) => card.costs),
      money(sheet.costMin, ({ costMinHalere }) => costMinHalere),
      money(sheet.costMax, ({ costMaxHalere }) => costMaxHalere),
      text(sheet.funding, 24, ({ card }) => card.funding),
      text(sheet.coverage, 22, ({ line }) => coverage[line.coverage]),
      number(sheet.measures, ({ line: { measures: m } }) => m.planned + m.running + m.done),
      number(sheet.measuresDone, ({ line }) => line.measures.done),
    ],
  };
}

function inCrowns(card: Card, value: (card: Card) => number | null): number | null {
  return card.costCurrency === null || card.costCurrency === "CZK" ? value(card) : null;
}

function rowsOf({ areas, shown }: Tree, cards: readonly Card[]): SheetRow[] {
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  return shown.flatMap((line) => {
    const card = cardOf.get(line.id);
    const area = areaOf.get(line.areaId ?? 0);
    return card ? [{ line, card, area, parent: areaOf.get(area?.parentId ?? 0) }] : [];
  });
}

function titleOf(area: PlanArea | undefined): string | null {
  return area ? `${area.code} ${area.title}` : null;
}
