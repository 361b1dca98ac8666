import { moneyTogether } from "../../card-fulfilment/rules.ts";
import type { FulfilledCard, Fulfilment, Sums } from "../../card-fulfilment/service.ts";
import { areaTitle } from "../../card-fulfilment/words.ts";
import type { Sheet } from "../../exports/writing/orders.ts";
import { column, textColumn } from "../making/content.ts";
import type { Wording } from "../words.ts";

type Money = Sums["money"];

/** A sum of which nothing is known is left empty rather than told as nought. */
function moneyCells({ projects, total, spent, claimed, withoutTotal, withoutSpent }: Money) {
  if (projects === 0) return [null, null, null];
  return [
    withoutTotal === projects ? null : total,
    withoutSpent === projects ? null : spent,
    claimed,
  ];
}

export function fulfilledCardSheet({ branches }: Fulfilment, { texts }: Wording): Sheet {
  const { sheets: words, cards: own } = texts.planExports;
  const { fields } = texts.cards;
  return {
    name: words.cards,
    columns: [
      ...[textColumn(fields.number, 12), textColumn(fields.name, 50), textColumn(words.area, 40)],
      ...[textColumn(own.owner, 24), column("number", words.measuresAll)],
      ...[column("number", words.measuresDone), textColumn(words.statement, 24)],
      ...[textColumn(words.statementText, 60), textColumn(words.nextSteps, 40)],
      ...[textColumn(words.projects, 40), column("number", words.projectCount)],
      ...[column("number", words.outside), column("number", words.named)],
      ...[column("money", words.total), column("money", words.spent)],
      column("money", words.claimed),
    ],
    rows: branches.flatMap(({ area, cards }) =>
      cards.map((card) => ({ cells: cardCells(card, areaTitle(area, texts), texts) })),
    ),
  };
}

function cardCells(card: FulfilledCard, area: string, texts: Wording["texts"]) {
  const { statement, projects, measures } = card;
  return [
    ...[card.number, card.name, area, card.ownerName, measures.all, measures.done],
    statement ? texts.cardStatements.states[statement.state] : null,
    ...[statement?.text ?? null, statement?.nextSteps ?? null],
    projects.map(({ shortName }) => shortName).join("\n") || null,
    ...[projects.length, card.outside, card.named],
    ...moneyCells(moneyTogether(projects)),
  ];
}

/** Sums of areas; a project of several cards is in each of them once. */
export function areaSheet({ branches, sums }: Fulfilment, { texts }: Wording): Sheet {
  const words = texts.planExports.sheets;
  const row = (title: string, own: Sums) => ({
    cells: [
      ...[title, own.cards, own.answered, own.measures.all, own.measures.done],
      ...[own.money.projects, own.outside, ...moneyCells(own.money)],
    ],
  });
  return {
    name: words.areas,
    columns: [
      ...[textColumn(words.area, 50), column("number", words.cardCount)],
      ...[column("number", words.answered), column("number", words.measuresAll)],
      ...[column("number", words.measuresDone), column("number", words.projectCount)],
      ...[column("number", words.outside), column("money", words.total)],
      ...[column("money", words.spent), column("money", words.claimed)],
    ],
    rows: [
      ...branches.map((branch) => row(areaTitle(branch.area, texts), branch.sums)),
      row(words.whole, sums),
    ],
  };
}

/** Each project once, so that a column may be added up. */
export function projectSheet({ projects }: Fulfilment, { texts }: Wording): Sheet {
  const words = texts.planExports.sheets;
  return {
    name: words.projects,
    columns: [
      ...[textColumn(words.projects, 50), textColumn(words.number, 34)],
      ...[textColumn(words.state, 14), textColumn(words.cards, 24)],
      ...[column("money", words.total), column("money", words.spent)],
      column("money", words.claimed),
    ],
    rows: projects.map((project) => ({
      cells: [
        ...[project.title, project.registrationNumber],
        texts.cardLinks.shortStates[project.standing],
        project.cards.map(({ number }) => number).join(", "),
        ...moneyCells(moneyTogether([project])),
      ],
    })),
  };
}

export function indicatorSheet({ projects }: Fulfilment, { texts }: Wording): Sheet {
  const { sheets: words } = texts.planExports;
  const { columns } = texts.cardFulfilment.indicators;
  return {
    name: words.indicators,
    columns: [
      ...[textColumn(words.projects, 40), textColumn(words.code, 10)],
      ...[textColumn(columns.indicator, 60), textColumn(words.unit, 14)],
      ...[column("scaled", columns.target), column("scaled", columns.achieved)],
      column("percent", columns.fulfilment),
    ],
    rows: projects.flatMap((project) =>
      project.indicators.map((one) => ({
        decimals: one.decimals,
        cells: [
          ...[project.shortName, one.code, one.name, one.unit],
          ...[one.target, one.achieved, one.fulfilmentBp],
        ],
      })),
    ),
  };
}
