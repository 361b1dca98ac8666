import type { Card } from "../../../../db/queries/cards.ts";
import { branchesOf } from "../../card-fulfilment/branches/rules.ts";
import { areaTitle } from "../../card-fulfilment/words.ts";
import { type CoverageState, coverageStates } from "../../card-links/rules.ts";
import { coveragePill } from "../../card-links/words.ts";
import type { Block, TableBlock } from "../../exports/writing/documents/document.ts";
import type { Sheet } from "../../exports/writing/orders.ts";
import type { PreparingDeps } from "../../prepared-files/kinds.ts";
import { type PlanContent, readPlan } from "../cards/content.ts";
import { linkedTexts } from "../cards/links.ts";
import { linkSheet, placesOf } from "../cards/sheets.ts";
import {
  aboutSheet,
  type Content,
  column,
  type Making,
  paperOf,
  textColumn,
} from "../making/content.ts";

/** Which cards a project covers, those without one first. */
export async function coverageContent(deps: PreparingDeps, making: Making): Promise<Content> {
  const content = await readPlan(deps, making);
  const { texts, formats } = making.wording;
  const asOf = texts.planExports.asOf(formats.dateTime(making.order.asOf));
  return {
    paper: () => paperOf(making, { lines: [asOf], blocks: blocksOf(content, making) }),
    sheets: () => [coverageSheet(content, making), linkSheet(content, making), aboutSheet(making)],
  };
}

function stateOf({ coverage }: PlanContent, { id }: Card): CoverageState {
  return coverage.get(id)?.state ?? "none";
}

function blocksOf(content: PlanContent, making: Making): Block[] {
  const { texts } = making.wording;
  const words = texts.planExports.coverage;
  const bare = content.cards.filter((card) => stateOf(content, card) === "none");
  return [
    ...summaryOf(content, making),
    { kind: "heading", level: 2, text: words.bare(bare.length) },
    bare.length === 0
      ? { kind: "text", text: words.noBare, isSoft: true }
      : {
          kind: "list",
          items: bare.map(({ number, name }) => ({ text: `${number} ${name}` })),
        },
    { kind: "heading", level: 2, text: words.all },
    tableOf(content, making),
  ];
}

function summaryOf(content: PlanContent, { wording }: Making): Block[] {
  const { texts, formats } = wording;
  const all = content.cards.length;
  if (all === 0) return [];
  const parts = coverageStates.map((state) => ({
    state,
    count: content.cards.filter((card) => stateOf(content, card) === state).length,
  }));
  return [
    {
      kind: "parts",
      label: texts.planExports.coverage.summary,
      parts: parts
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => {
          const { tone, label } = coveragePill(state, texts);
          return { tone, label, count: formats.number(count), width: (100 * count) / all };
        }),
    },
  ];
}

function tableOf(content: PlanContent, { wording }: Making): TableBlock {
  const { texts } = wording;
  const { tree } = texts.plans;
  const words = texts.planExports.cards;
  const rows = branchesOf(content.areas, content.cards).flatMap(({ area, cards }) => [
    { isStrong: true, cells: [{ text: areaTitle(area, texts) }] },
    ...cards.map((card) => {
      const { tone, label } = coveragePill(stateOf(content, card), texts);
      const links = linkedTexts(
        content.links.get(card.id) ?? [],
        content.coverage.get(card.id),
        wording,
      );
      return {
        cells: [
          { text: `${card.number} ${card.name}` },
          { text: label, tone },
          { text: links.join("\n") },
          { text: card.ownerName ?? "" },
        ],
      };
    }),
  ]);
  return {
    kind: "table",
    columns: [
      { header: tree.columns.card, weight: 33 },
      { header: tree.columns.coverage, weight: 16 },
      { header: words.projects, weight: 36 },
      { header: words.owner, weight: 15 },
    ],
    rows,
  };
}

function coverageSheet(content: PlanContent, { wording }: Making): Sheet {
  const { texts } = wording;
  const { sheets: words, cards: own } = texts.planExports;
  const { fields } = texts.cards;
  const placeOf = placesOf(content.areas);
  return {
    name: words.cards,
    columns: [
      ...[textColumn(fields.number, 12), textColumn(fields.name, 50)],
      ...[textColumn(words.area, 30), textColumn(words.subArea, 30)],
      ...[textColumn(own.coverage, 22), column("number", words.projectCount)],
      ...[column("number", words.outside), column("number", words.named)],
      textColumn(own.owner, 24),
    ],
    rows: content.cards.map((card) => {
      const covered = content.coverage.get(card.id);
      const seen = new Set(content.links.get(card.id)?.flatMap(({ projectId }) => projectId ?? []));
      const projects = covered?.projects.length ?? 0;
      return {
        cells: [
          ...[card.number, card.name, ...placeOf(card)],
          ...[texts.cardLinks.states[stateOf(content, card)], projects, projects - seen.size],
          ...[covered?.named ?? 0, card.ownerName],
        ],
      };
    }),
  };
}
