import type { Database } from "../connection.ts";

/** Which of the cards anything hangs on that is not of the annex itself: words of people, years, links by hand. */
export async function listCardsInUse(
  db: Database,
  cardIds: readonly number[],
): Promise<Set<number>> {
  const ids = cardIds as number[];
  const of = (table: string, column = "card_id") =>
    db(table).whereIn(column, ids).distinct().pluck<number[]>(column);
  return new Set([
    ...(await of("card_statements")),
    ...(await of("action_plan_items").whereNull("archived_at")),
    ...(await of("card_links").where({ origin: "hand" }).whereNull("archived_at")),
    ...(await of("card_continuations", "from_card_id")),
    ...(await of("card_continuations", "to_card_id")),
  ]);
}

/** Which of the cards have measures of that instant that somebody has said something of since. */
export async function listCardsWithUsedMeasures(
  db: Database,
  { cardIds, madeAt }: { cardIds: readonly number[]; madeAt: string },
): Promise<Set<number>> {
  const ids: number[] = await db("measures")
    .whereIn("card_id", [...cardIds])
    .where("created_at", madeAt)
    .whereNull("archived_at")
    .where("version", ">", 1)
    .distinct()
    .pluck("card_id");
  return new Set(ids);
}
