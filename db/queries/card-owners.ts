import type { Database, Transaction } from "../connection.ts";

/** What of strategic plans somebody answers for. */
export interface OwnedInPlans {
  cardIds: number[];
  measureIds: number[];
}

/** Living cards and measures of plans that go on, whose owner the person is. */
export async function listOwnedInPlans(db: Database, userId: number): Promise<OwnedInPlans> {
  const cards = () =>
    db("cards as x")
      .join("plans as p", "p.id", "x.plan_id")
      .whereNull("x.archived_at")
      .whereNull("p.archived_at")
      .whereNot("p.state", "closed");
  const measures = cards().join("measures as m", "m.card_id", "x.id").whereNull("m.archived_at");
  return {
    cardIds: await cards().where("x.owner_user_id", userId).orderBy("x.id").pluck("x.id"),
    measureIds: await measures.where("m.owner_user_id", userId).orderBy("m.id").pluck("m.id"),
  };
}

export async function updateOwnersInPlans(
  trx: Transaction,
  { cardIds, measureIds }: OwnedInPlans,
  ownerUserId: number,
): Promise<void> {
  const hand = (table: string, ids: readonly number[]) =>
    trx(table)
      .whereIn("id", [...ids])
      .increment("version", 1)
      .update({ owner_user_id: ownerUserId });
  await hand("cards", cardIds);
  await hand("measures", measureIds);
}
