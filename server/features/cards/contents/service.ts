import type { Database } from "../../../../db/connection.ts";
import { type Card, findCardById, listCards } from "../../../../db/queries/cards.ts";
import { listMeasurePlaces, type MeasurePlace } from "../../../../db/queries/measures.ts";
import { groupedBy } from "../../../values/grouped.ts";
import type { CardContent } from "../rules.ts";

/** As it was written, with its measures; undefined of none. */
export async function findCardContent(
  db: Database,
  cardId: number,
): Promise<CardContent | undefined> {
  const card = await findCardById(db, cardId);
  return card && contentOf(card, await listMeasurePlaces(db, [cardId]));
}

export interface StandingCard {
  id: number;
  planId: number;
  version: number;
  content: CardContent;
}

/** Living cards as they were written, by number, of one plan or of all of them; two queries. */
export async function listCardContents(
  db: Database,
  of: number | "every plan",
): Promise<StandingCard[]> {
  const cards = await listCards(db, of);
  const places = await placesOf(db, cards);
  return cards.map((card) => ({
    ...{ id: card.id, planId: card.planId, version: card.version },
    content: contentOf(card, places.get(card.id) ?? []),
  }));
}

/** Measures of cards in their places, archived ones among them. */
export async function placesOf(
  db: Database,
  cards: readonly { id: number }[],
): Promise<Map<number, MeasurePlace[]>> {
  const ids = cards.map(({ id }) => id);
  return groupedBy(await listMeasurePlaces(db, ids), ({ cardId }) => cardId);
}

export function contentOf(card: Card, measures: readonly MeasurePlace[]): CardContent {
  return {
    number: card.number,
    name: card.name,
    areaCode: card.areaCode,
    goals: card.goals,
    targetGroups: card.targetGroups,
    services: card.services,
    period: card.period,
    responsible: card.responsible,
    costs: card.costs,
    funding: card.funding,
    description: card.description,
    measures: measures.filter(({ archivedAt }) => archivedAt === null).map(({ text }) => text),
  };
}
