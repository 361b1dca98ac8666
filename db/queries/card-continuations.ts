import type { Database, Transaction } from "../connection.ts";

/** A card of an older plan that goes on as a card of a newer one, as a person has linked them. */
export interface Continuation {
  id: number;
  fromCardId: number;
  toCardId: number;
  note: string | null;
}

/** Between living cards of two plans, whichever of them is the older by now. */
export async function listContinuations(
  db: Database,
  planIds: readonly [number, number],
): Promise<Continuation[]> {
  return db("card_continuations as k")
    .join("cards as f", "f.id", "k.from_card_id")
    .join("cards as t", "t.id", "k.to_card_id")
    .whereIn("f.plan_id", [...planIds])
    .whereIn("t.plan_id", [...planIds])
    .whereRaw("f.plan_id <> t.plan_id")
    .whereNull("f.archived_at")
    .whereNull("t.archived_at")
    .orderBy(["t.sort_key", "t.id"])
    .select(CONTINUATION);
}

const CONTINUATION = {
  id: "k.id",
  fromCardId: "k.from_card_id",
  toCardId: "k.to_card_id",
  note: "k.note",
};

/** The other card of a continuation, with its plan. */
export interface LinkedCard {
  continuationId: number;
  /** The card asked for goes on as this one, or continues it. */
  direction: "later" | "earlier";
  note: string | null;
  cardId: number;
  number: string;
  name: string;
  planId: number;
  planTitle: string;
}

export async function listLinkedCards(db: Database, cardId: number): Promise<LinkedCard[]> {
  const one = (own: string, other: string, direction: LinkedCard["direction"]) =>
    db("card_continuations as k")
      .join("cards as x", "x.id", `k.${other}`)
      .join("plans as p", "p.id", "x.plan_id")
      .where(`k.${own}`, cardId)
      .whereNull("x.archived_at")
      .orderBy(["x.sort_key", "x.id"])
      .select({ continuationId: "k.id", note: "k.note", cardId: "x.id", number: "x.number" })
      .select({ name: "x.name", planId: "x.plan_id", planTitle: "p.title" })
      .select(db.raw("? as direction", [direction]));
  const earlier = await one("to_card_id", "from_card_id", "earlier");
  return [...earlier, ...(await one("from_card_id", "to_card_id", "later"))];
}

export interface CardInPlan {
  id: number;
  number: string;
  name: string;
  archivedAt: string | null;
  planId: number;
  planTitle: string;
  fromYear: number | null;
  toYear: number | null;
  planArchivedAt: string | null;
}

/** Cards with the plans they belong to, archived ones too. */
export async function findCardsInPlans(
  db: Database,
  cardIds: readonly number[],
): Promise<CardInPlan[]> {
  return db("cards as x")
    .join("plans as p", "p.id", "x.plan_id")
    .whereIn("x.id", [...cardIds])
    .select({ id: "x.id", number: "x.number", name: "x.name", archivedAt: "x.archived_at" })
    .select({ planId: "p.id", planTitle: "p.title", fromYear: "p.from_year" })
    .select({ toYear: "p.to_year", planArchivedAt: "p.archived_at" });
}

export async function findContinuation(
  db: Database,
  id: number,
): Promise<Continuation | undefined> {
  return db("card_continuations as k").where("k.id", id).first(CONTINUATION);
}

/** Undefined where the two were linked already. */
export async function insertContinuation(
  trx: Transaction,
  row: Omit<Continuation, "id"> & { createdAt: string; createdBy: number | null },
): Promise<number | undefined> {
  const [inserted] = await trx("card_continuations")
    .insert({
      from_card_id: row.fromCardId,
      to_card_id: row.toCardId,
      note: row.note,
      created_at: row.createdAt,
      created_by: row.createdBy,
    })
    .onConflict(["from_card_id", "to_card_id"])
    .ignore()
    .returning("id");
  return inserted?.id;
}

/** 0 where somebody has taken it away meanwhile. */
export async function deleteContinuation(trx: Transaction, id: number): Promise<number> {
  return trx("card_continuations").where({ id }).delete();
}

export interface ComparedPlan {
  id: number;
  title: string;
  fromYear: number | null;
  toYear: number | null;
}

/** Plans out of the archive, by their years. */
export async function listPlansToCompare(db: Database): Promise<ComparedPlan[]> {
  return db("plans")
    .whereNull("archived_at")
    .orderBy(["from_year", "to_year", "id"])
    .select({ id: "id", title: "title", fromYear: "from_year", toYear: "to_year" });
}
