import type { Database } from "../../../../db/connection.ts";
import { listHistories } from "../../../../db/queries/audit-events.ts";
import { listLinkedCards } from "../../../../db/queries/card-continuations.ts";
import {
  listGoalsOfCard,
  listServicesOfCard,
  listTermsOfCard,
} from "../../../../db/queries/card-details.ts";
import { listStatementsOfCard } from "../../../../db/queries/card-statements.ts";
import { type Card, listCardNumbers } from "../../../../db/queries/cards.ts";
import { listMeasurePlaces, listMeasures } from "../../../../db/queries/measures.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import type { Plan } from "../../../../db/queries/plans.ts";

const HISTORY_SHOWN = 30;

/** All that the page of a card shows but its links; a fixed number of statements. */
export async function loadCardPage(db: Database, plan: Plan, card: Card) {
  const [areas, numbers, measures, places, terms, services, goals, statements, continuations] =
    await Promise.all([
      listAreas(db, plan.id, { withArchived: true }),
      listCardNumbers(db, plan.id),
      listMeasures(db, card.id),
      listMeasurePlaces(db, [card.id]),
      listTermsOfCard(db, card.id),
      listServicesOfCard(db, card.id),
      listGoalsOfCard(db, card.id),
      listStatementsOfCard(db, card.id),
      listLinkedCards(db, card.id),
    ]);
  const objects = [
    { objectType: "card", ids: [card.id] },
    { objectType: "measure", ids: places.map(({ id }) => id) },
  ];
  const archivedMeasures = places.filter(({ archivedAt }) => archivedAt !== null);
  const history = await listHistories(db, { objects, limit: HISTORY_SHOWN });
  const shown = { areas, numbers, measures, terms, services, goals, statements, continuations };
  return { plan, card, ...shown, archivedMeasures, history };
}

export type CardPage = Awaited<ReturnType<typeof loadCardPage>>;
