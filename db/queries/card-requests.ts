import type { Knex } from "knex";
import type { Database } from "../connection.ts";

/** A plan in force, as far as owners of its cards are asked for years. */
export interface AskingPlan {
  id: number;
  title: string;
  fromYear: number | null;
  toYear: number | null;
  asksOn: string;
}

export async function listAskingPlans(db: Database): Promise<AskingPlan[]> {
  return db("plans").where({ state: "in-force" }).whereNull("archived_at").orderBy("id").select({
    id: "id",
    title: "title",
    fromYear: "from_year",
    toYear: "to_year",
    asksOn: "asks_on",
  });
}

export interface AskedYear {
  planId: number;
  year: number;
}

/** Owners with an account of whose cards nothing was said for the year, and of how many of them. */
export async function listOwnersToAsk(
  db: Database,
  asked: AskedYear,
): Promise<{ userId: number; hasLeft: boolean; cards: number }[]> {
  const rows: { userId: number; leftAt: string | null; cards: number }[] = await unanswered(db, [
    asked,
  ])
    .join("users as o", "o.id", "x.owner_user_id")
    .groupBy("o.id", "o.deactivated_at")
    .orderBy("o.id")
    .select({ userId: "o.id", leftAt: "o.deactivated_at", cards: db.raw("count(*)") });
  return rows.map(({ userId, leftAt, cards }) => ({
    ...{ userId, hasLeft: leftAt !== null, cards: Number(cards) },
  }));
}

/** Of how many cards of these owners nothing was said for the years that their plans ask for. */
export async function countUnanswered(
  db: Database,
  of: { asked: readonly AskedYear[]; ownerUserIds: readonly number[] },
): Promise<(AskedYear & { cards: number })[]> {
  if (of.asked.length === 0) return [];
  const rows: { planId: number; cards: number }[] = await unanswered(db, of.asked)
    .whereIn("x.owner_user_id", [...of.ownerUserIds])
    .groupBy("x.plan_id")
    .orderBy("x.plan_id")
    .select({ planId: "x.plan_id", cards: db.raw("count(*)") });
  const years = new Map(of.asked.map(({ planId, year }) => [planId, year]));
  return rows.map(({ planId, cards }) => ({
    ...{ planId, year: years.get(planId) ?? 0, cards: Number(cards) },
  }));
}

/** Whether a letter of one of these keys was made, whatever became of it. */
export async function isAnyMailMade(db: Database, dedupeKeys: readonly string[]): Promise<boolean> {
  const row = await db("outgoing_mails")
    .whereIn("dedupe_key", [...dedupeKeys])
    .first("id");
  return row !== undefined;
}

/** Living cards that are carried out in the year, without a statement for it. */
function unanswered(db: Database, asked: readonly AskedYear[]): Knex.QueryBuilder {
  const any = (query: Knex.QueryBuilder) => {
    for (const one of asked) query.orWhere((own) => void openIn(own, db, one));
  };
  return db("cards as x").whereNull("x.archived_at").where(any);
}

function openIn(query: Knex.QueryBuilder, db: Database, { planId, year }: AskedYear) {
  const said = db("card_statements as s")
    .whereRaw("s.card_id = x.id")
    .where("s.year", year)
    .select("s.id");
  return query
    .where("x.plan_id", planId)
    .whereRaw("coalesce(x.from_year, ?) <= ?", [year, year])
    .whereRaw("coalesce(x.to_year, ?) >= ?", [year, year])
    .whereNotExists(said);
}

/** Living cards of a plan and who answers for them, in the order of their numbers. */
export interface AnsweredFor {
  id: number;
  number: string;
  name: string;
  fromYear: number | null;
  toYear: number | null;
  ownerUserId: number | null;
  ownerContactId: number | null;
  ownerName: string | null;
  hasLeft: boolean;
}

export async function listCardsAnsweredFor(db: Database, planId: number): Promise<AnsweredFor[]> {
  const rows = await db("cards as x")
    .leftJoin("users as o", "o.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .orderBy(["x.sort_key", "x.id"])
    .select({
      id: "x.id",
      number: "x.number",
      name: "x.name",
      fromYear: "x.from_year",
      toYear: "x.to_year",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(o.name, c.name)"),
      leftAt: "o.deactivated_at",
    });
  return rows.map(({ leftAt, ...row }) => ({ ...row, hasLeft: leftAt !== null }));
}

/** A card as its owner finds it among theirs. */
export interface OwnCard {
  id: number;
  planId: number;
  planTitle: string;
  number: string;
  name: string;
  fromYear: number | null;
  toYear: number | null;
  ownerUserId: number;
  ownerName: string;
  measures: number;
  measuresDone: number;
}

/** Cards of these people in plans in force, by plan and number. */
export async function listOwnCards(
  db: Database,
  ownerUserIds: readonly number[],
): Promise<OwnCard[]> {
  const measures = (state?: string) => {
    const query = db("measures as m")
      .whereRaw("m.card_id = x.id")
      .whereNull("m.archived_at")
      .count("m.id");
    return state === undefined ? query : query.where("m.state", state);
  };
  const rows = await db("cards as x")
    .join("plans as p", "p.id", "x.plan_id")
    .join("users as o", "o.id", "x.owner_user_id")
    .where("p.state", "in-force")
    .whereNull("p.archived_at")
    .whereNull("x.archived_at")
    .whereIn("x.owner_user_id", [...ownerUserIds])
    .orderBy(["p.sort_key", "p.id", "x.sort_key", "x.id"])
    .select({
      id: "x.id",
      planId: "p.id",
      planTitle: "p.title",
      number: "x.number",
      name: "x.name",
      fromYear: "x.from_year",
      toYear: "x.to_year",
      ownerUserId: "o.id",
      ownerName: "o.name",
      measures: measures(),
      measuresDone: measures("done"),
    });
  return rows.map((row) => ({
    ...row,
    measures: Number(row.measures),
    measuresDone: Number(row.measuresDone),
  }));
}
