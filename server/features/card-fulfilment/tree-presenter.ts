import { paths } from "../../paths.ts";
import { statementPill } from "../card-statements/words.ts";
import { moneyTogether } from "./rules.ts";
import type { FulfilledBranch, FulfilledCard, Fulfilment, Sums } from "./service.ts";
import { areaTitle, measuresText, moneyTexts, type Wording } from "./words.ts";

/** Areas with their sums, and under each its cards. */
export function presentTree(
  planId: number,
  { branches, sums, year }: Fulfilment,
  wording: Wording,
) {
  const words = wording.texts.cardFulfilment.tree;
  return {
    title: words.title,
    columns: words.columns,
    branches: branches.map((branch) => presentBranch(planId, branch, year, wording)),
    sum: { label: words.sum, ...sumCells(sums, wording) },
  };
}

function presentBranch(planId: number, branch: FulfilledBranch, year: number, wording: Wording) {
  return {
    title: areaTitle(branch.area, wording.texts),
    depth: branch.depth,
    ...sumCells(branch.sums, wording),
    cards: branch.cards.map((card) => presentCard(planId, card, year, wording)),
  };
}

function sumCells(sums: Sums, wording: Wording) {
  const { texts, formats } = wording;
  const words = texts.cardFulfilment.tree;
  const { projects } = sums.money;
  const seen = projects > 0 ? [words.projectCount(formats.number(projects), projects)] : [];
  return {
    measures: measuresText(sums.measures, wording),
    answered: texts.cardFulfilment.partOf(
      formats.number(sums.answered),
      formats.number(sums.cards),
    ),
    projects: [...seen, ...(sums.outside > 0 ? [words.outside(sums.outside)] : [])].join(", "),
    money: moneyTexts(sums.money, wording),
  };
}

function presentCard(planId: number, card: FulfilledCard, year: number, wording: Wording) {
  const { texts } = wording;
  const words = texts.cardFulfilment.tree;
  const { statement, projects, coming, outside, named } = card;
  const others = [
    ...(outside > 0 ? [words.outside(outside)] : []),
    ...(named > 0 ? [words.named(named)] : []),
  ];
  const isAlone = projects.length + coming.length + others.length === 0;
  return {
    number: card.number,
    name: card.name,
    href: paths.card(planId, card.id),
    owner: card.ownerName,
    measures: measuresText(card.measures, wording),
    statement: statement && {
      pill: statementPill(statement.state, texts),
      text: statement.text,
      href: paths.statement(planId, card.id, year),
    },
    noStatement: words.noStatement,
    projects: [
      ...projects.map(({ id, shortName }) => ({
        name: shortName,
        href: `#project-${id}`,
        note: null,
      })),
      ...coming.map(({ id, shortName }) => ({
        ...{ name: shortName, href: paths.project(id), note: words.coming },
      })),
    ],
    others: others.length > 0 ? others.join(", ") : null,
    noProject: isAlone ? words.noProject : null,
    money: moneyTexts(moneyTogether(projects), wording),
  };
}
