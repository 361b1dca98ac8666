import type { Database } from "../connection.ts";

/** Which of the cards anything hangs on that is not of the annex itself: words of people, years, links by hand. */
export async function listCardsInUse(
  db: Database,
  cardIds: readonly number[],
): Promise<Set<number>> {
  const ids = cardIds as number[];
  const uses = await Promise.all([
    db("card_statements").whereIn("card_id", ids).distinct().pluck("card_id"),
    db("action_plan_items")
      .whereIn("card_id", ids)
      .whereNull("archived_at")
      .distinct()
      .pluck("card_id"),
    db("card_links")
      .whereIn("card_id", ids)
      .where({ origin: "hand" })
      .whereNull("archived_at")
      .distinct()
      .pluck("card_id"),
    db("measures").whereIn("card_id", ids).where("version", ">", 1).distinct().pluck("card_id"),
    db("card_continuations").whereIn("from_card_id", ids).distinct().pluck("from_card_id"),
    db("card_continuations").whereIn("to_card_id", ids).distinct().pluck("to_card_id"),
  ]);
  return new Set(uses.flat());
}
