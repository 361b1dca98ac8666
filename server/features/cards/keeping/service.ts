import type { Transaction } from "../../../../db/connection.ts";
import { type Card, findCard } from "../../../../db/queries/cards.ts";
import { lockPlan } from "../../../../db/queries/plans.ts";
import { Conflict, NotFound } from "../../../errors.ts";

export interface CardKey {
  planId: number;
  id: number;
}

/** The card with its plan locked, so that numbers and places are not taken by two at once. */
export async function cardAt(trx: Transaction, key: CardKey): Promise<Card> {
  const plan = await lockPlan(trx, key.planId);
  const card = plan && (await findCard(trx, key));
  if (!card) throw new NotFound("card");
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
  return card;
}

export async function livingCardAt(trx: Transaction, key: CardKey): Promise<Card> {
  const card = await cardAt(trx, key);
  if (card.archivedAt !== null) throw new Conflict("archived");
  return card;
}
