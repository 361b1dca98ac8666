import type { Card } from "../../../../db/queries/cards.ts";
import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import { calledProject } from "../../card-links/words.ts";
import type { Sheet } from "../../exports/writing/orders.ts";
import { column, type Making, textColumn } from "../making/content.ts";
import type { PlanContent } from "./content.ts";

/** Area and sub-area of a card, code and title together. */
export function placesOf(areas: readonly PlanArea[]) {
  const known = new Map(areas.map((area) => [area.id, area]));
  const called = (area: PlanArea | undefined) => (area ? `${area.code} ${area.title}` : null);
  return ({ areaId }: { areaId: number | null }): [string | null, string | null] => {
    const own = known.get(areaId ?? 0);
    const parent = known.get(own?.parentId ?? 0);
    return parent ? [called(parent), called(own)] : [called(own), null];
  };
}

export function cardSheet(content: PlanContent, { wording }: Making): Sheet {
  const { texts } = wording;
  const { sheets: words, cards: own } = texts.planExports;
  const { fields } = texts.cards;
  const placeOf = placesOf(content.areas);
  return {
    name: words.cards,
    columns: [
      ...[textColumn(fields.number, 12), textColumn(fields.name, 50)],
      ...[textColumn(words.area, 30), textColumn(words.subArea, 30), textColumn(fields.goals, 40)],
      ...[textColumn(fields.targetGroups, 40), textColumn(fields.services, 40)],
      ...[textColumn(fields.period, 14), column("year", words.fromYear)],
      ...[column("year", words.toYear), textColumn(fields.responsible, 24)],
      ...[textColumn(own.owner, 24), textColumn(fields.costs, 30), column("money", words.costMin)],
      ...[column("money", words.costMax), textColumn(words.currency, 8)],
      ...[textColumn(words.perYear, 8), textColumn(fields.funding, 30)],
      ...[textColumn(fields.description, 80), column("number", words.measuresAll)],
      ...[column("number", words.measuresDone), textColumn(own.coverage, 22)],
      column("number", words.projectCount),
    ],
    rows: content.cards.map((card) => ({ cells: cellsOf(card, content, placeOf(card), wording) })),
  };
}

function cellsOf(
  card: Card,
  { measures, coverage }: PlanContent,
  [area, subArea]: [string | null, string | null],
  { texts }: Making["wording"],
) {
  const own = measures.get(card.id) ?? [];
  const kept = own.filter(({ state }) => state !== "dropped");
  const covered = coverage.get(card.id);
  return [
    ...[card.number, card.name, area, subArea, card.goals, card.targetGroups, card.services],
    ...[card.period, card.fromYear, card.toYear, card.responsible, card.ownerName, card.costs],
    ...[card.costMinHalere, card.costMaxHalere, card.costCurrency],
    ...[card.isCostPerYear ? texts.planExports.yes : null, card.funding, card.description],
    ...[kept.length, kept.filter(({ state }) => state === "done").length],
    ...[texts.cardLinks.states[covered?.state ?? "none"], covered?.projects.length ?? 0],
  ];
}

export function measureSheet({ cards, measures }: PlanContent, { wording }: Making): Sheet {
  const { texts } = wording;
  const { sheets: words, cards: own } = texts.planExports;
  const { fields } = texts.cards;
  return {
    name: words.measures,
    columns: [
      ...[textColumn(fields.number, 12), textColumn(fields.name, 40)],
      ...[column("number", words.position), textColumn(fields.measures, 80)],
      ...[textColumn(words.state, 14), column("day", words.due), textColumn(own.owner, 24)],
      textColumn(words.proof, 40),
    ],
    rows: cards.flatMap((card) =>
      (measures.get(card.id) ?? []).map((one, at) => ({
        cells: [
          ...[card.number, card.name, at + 1, one.text, texts.cards.measures.states[one.state]],
          ...[one.dueOn, one.ownerName, one.proof],
        ],
      })),
    ),
  };
}

/** What of a project out of the reader's reach is known: that there is one. */
export function linkSheet({ cards, links, coverage }: PlanContent, { wording }: Making): Sheet {
  const { texts } = wording;
  const { sheets: words } = texts.planExports;
  const { fields } = texts.cards;
  return {
    name: words.projects,
    columns: [
      ...[textColumn(fields.number, 12), textColumn(fields.name, 40)],
      ...[textColumn(words.projects, 40), textColumn(words.number, 34)],
      ...[textColumn(words.activity, 40), textColumn(fields.measures, 50)],
      textColumn(words.state, 16),
    ],
    rows: cards.flatMap((card) => {
      const standings = new Map(
        coverage.get(card.id)?.links.map(({ id, standing }) => [id, standing]),
      );
      return (links.get(card.id) ?? []).map((link) => ({
        cells: [
          ...[card.number, card.name, calledProject(link, texts), link.registrationNumber],
          ...[link.activityTitle, link.measureText],
          texts.cardLinks.shortStates[standings.get(link.id) ?? "named"],
        ],
      }));
    }),
  };
}
