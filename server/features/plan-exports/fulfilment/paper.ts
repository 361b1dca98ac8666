import { moneyTogether } from "../../card-fulfilment/rules.ts";
import type { FulfilledCard, Fulfilment, Sums } from "../../card-fulfilment/service.ts";
import { areaTitle, measuresText, moneyTexts, notesOf } from "../../card-fulfilment/words.ts";
import { statementPill } from "../../card-statements/words.ts";
import type {
  Block,
  Cell,
  TableBlock,
  TilesBlock,
} from "../../exports/writing/documents/document.ts";
import type { Wording } from "../words.ts";
import { indicatorBlocks, projectBlocks } from "./projects.ts";

/** The whole told on its first page, then area by area, then what was said and what projects came to. */
export function fulfilmentBlocks(fulfilment: Fulfilment, wording: Wording): Block[] {
  const { texts } = wording;
  const words = texts.cardFulfilment;
  if (fulfilment.cards.length === 0) return [{ kind: "text", text: words.empty }];
  return [
    ...tilesOf(fulfilment.sums, wording),
    { kind: "heading", level: 2, text: words.tree.title },
    treeOf(fulfilment, wording),
    ...notesOf(fulfilment, wording).map((text): Block => ({ kind: "text", text, isSoft: true })),
    ...statementBlocks(fulfilment, wording),
    ...projectBlocks(fulfilment, wording),
    ...indicatorBlocks(fulfilment, wording),
  ];
}

/** What was done and said; below it the money, which needs room. */
function tilesOf(sums: Sums, wording: Wording): TilesBlock[] {
  const { texts, formats } = wording;
  const words = texts.cardFulfilment;
  const measures = measuresText(sums.measures, wording);
  const outside =
    sums.outside > 0 ? { note: words.tiles.outside(formats.number(sums.outside)) } : {};
  const work: TilesBlock = {
    kind: "tiles",
    tiles: [
      {
        label: words.tiles.answered,
        value: words.partOf(formats.number(sums.answered), formats.number(sums.cards)),
        percent: Math.round((100 * sums.answered) / sums.cards),
      },
      {
        label: words.tiles.measures,
        value: measures?.label ?? words.tree.noMeasures,
        ...(measures && { percent: measures.percent }),
      },
      { label: words.tiles.projects, value: formats.number(sums.money.projects), ...outside },
    ],
  };
  const money = moneyTexts(sums.money, wording);
  if (!money) return [work];
  const tiles = [
    { label: words.tiles.total, value: money.total },
    { label: words.tiles.spent, value: money.spent, ...percentOf(money.spentBp) },
    { label: words.tree.columns.claimed, value: money.claimed, ...percentOf(money.claimedBp) },
  ];
  return [work, { kind: "tiles", tiles }];
}

function percentOf(share: number | null): { percent?: number } {
  return share === null ? {} : { percent: Math.min(100, Math.round(share / 100)) };
}

function treeOf({ branches, sums }: Fulfilment, wording: Wording): TableBlock {
  const { texts } = wording;
  const { columns, sum } = texts.cardFulfilment.tree;
  return {
    kind: "table",
    columns: [
      { header: columns.card, weight: 36 },
      { header: columns.measures, weight: 0, isNumber: true },
      { header: columns.statement, weight: 18 },
      { header: columns.projects, weight: 22 },
      { header: columns.total, weight: 0, isNumber: true },
      { header: columns.spent, weight: 0, isNumber: true },
    ],
    rows: [
      ...branches.flatMap((branch) => [
        { isStrong: true, cells: sumCells(areaTitle(branch.area, texts), branch.sums, wording) },
        ...branch.cards.map((card) => ({ cells: cardCells(card, wording) })),
      ]),
      { isStrong: true, cells: sumCells(sum, sums, wording) },
    ],
  };
}

function sumCells(title: string, sums: Sums, wording: Wording): Cell[] {
  const { texts, formats } = wording;
  const words = texts.cardFulfilment;
  const { projects } = sums.money;
  const seen = projects > 0 ? [words.tree.projectCount(formats.number(projects), projects)] : [];
  const outside = sums.outside > 0 ? [words.tree.outside(sums.outside)] : [];
  return [
    { text: title },
    { text: measuresText(sums.measures, wording)?.label ?? "" },
    { text: words.partOf(formats.number(sums.answered), formats.number(sums.cards)) },
    { text: [...seen, ...outside].join(", ") },
    ...moneyCells(moneyTexts(sums.money, wording)),
  ];
}

function cardCells(card: FulfilledCard, wording: Wording): Cell[] {
  const { texts } = wording;
  const words = texts.cardFulfilment.tree;
  const { statement, projects, coming, outside, named } = card;
  const links = [
    ...projects.map(({ shortName }) => shortName),
    ...coming.map(({ shortName }) => `${shortName} (${words.coming})`),
    ...(outside > 0 ? [words.outside(outside)] : []),
    ...(named > 0 ? [words.named(named)] : []),
  ];
  return [
    { text: `${card.number} ${card.name}`, ...(card.ownerName && { note: card.ownerName }) },
    { text: measuresText(card.measures, wording)?.label ?? "" },
    statementCell(statement ? statementPill(statement.state, texts) : null, words.noStatement),
    { text: links.join(", ") },
    ...moneyCells(moneyTexts(moneyTogether(projects), wording)),
  ];
}

function statementCell(pill: ReturnType<typeof statementPill> | null, missing: string): Cell {
  return pill ? { text: pill.label, tone: pill.tone } : { text: missing };
}

function moneyCells(money: ReturnType<typeof moneyTexts>): Cell[] {
  return [{ text: money?.total ?? "" }, { text: money?.spent ?? "" }];
}

/** What was said of each card, in full. */
function statementBlocks({ cards }: Fulfilment, wording: Wording): Block[] {
  const { texts } = wording;
  const words = texts.planExports.fulfilment;
  const items = cards.flatMap(({ number, name, statement }) => {
    if (!statement) return [];
    const state = texts.cardStatements.states[statement.state];
    const next = statement.nextSteps === null ? [] : [words.next(statement.nextSteps)];
    return [
      { label: `${number} ${name}`, text: [`${state}:`, statement.text, ...next].join("\n") },
    ];
  });
  return [
    { kind: "heading", level: 1, text: words.statements },
    items.length === 0
      ? { kind: "text", text: words.noStatements, isSoft: true }
      : { kind: "facts", items },
  ];
}
