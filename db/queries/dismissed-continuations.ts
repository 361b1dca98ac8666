import type { Database, Transaction } from "../connection.ts";

/** Two cards of two plans of which neither goes on as the other, as a person has said. */
export interface DismissedContinuation {
  id: number;
  fromCardId: number;
  toCardId: number;
}

const DISMISSED = { id: "k.id", fromCardId: "k.from_card_id", toCardId: "k.to_card_id" };

/** Between cards of two plans, whichever of them is the older by now. */
export async function listDismissedContinuations(
  db: Database,
  planIds: readonly [number, number],
): Promise<DismissedContinuation[]> {
  return db("dismissed_continuations as k")
    .join("cards as f", "f.id", "k.from_card_id")
    .join("cards as t", "t.id", "k.to_card_id")
    .whereIn("f.plan_id", [...planIds])
    .whereIn("t.plan_id", [...planIds])
    .orderBy(["t.sort_key", "t.id"])
    .select(DISMISSED);
}

export async function findDismissedContinuation(
  db: Database,
  id: number,
): Promise<DismissedContinuation | undefined> {
  return db("dismissed_continuations as k").where("k.id", id).first(DISMISSED);
}

/** Undefined where it was said already. */
export async function insertDismissedContinuation(
  trx: Transaction,
  row: Omit<DismissedContinuation, "id"> & { createdAt: string; createdBy: number | null },
): Promise<number | undefined> {
  const [inserted] = await trx("dismissed_continuations")
    .insert({
      from_card_id: row.fromCardId,
      to_card_id: row.toCardId,
      created_at: row.createdAt,
      created_by: row.createdBy,
    })
    .onConflict(["from_card_id", "to_card_id"])
    .ignore()
    .returning("id");
  return inserted?.id;
}

/** Whichever of the two cards was the older one when it was said; gives how many were let go of. */
export async function deleteDismissedContinuation(
  trx: Transaction,
  { fromCardId, toCardId }: Omit<DismissedContinuation, "id">,
): Promise<number> {
  return trx("dismissed_continuations")
    .whereIn("from_card_id", [fromCardId, toCardId])
    .whereIn("to_card_id", [fromCardId, toCardId])
    .delete();
}
