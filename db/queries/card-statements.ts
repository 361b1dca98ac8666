import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";

export type StatementState = "as-planned" | "behind" | "done" | "not-started" | "dropped";

export interface StatementFields {
  state: StatementState;
  text: string;
  nextSteps: string | null;
}

/** What was said of a card for a year. */
export interface Statement extends StatementFields {
  id: number;
  cardId: number;
  year: number;
  validOn: string;
  recordedAt: string;
  recordedByName: string | null;
}

export interface RecordedStatement extends Statement {
  isCorrected: boolean;
}

/** All that was ever said of a card, the last year and the last word first, what was corrected among it. */
export async function listStatementsOfCard(
  db: Database,
  cardId: number,
): Promise<RecordedStatement[]> {
  const rows = await statements(db)
    .leftJoin("card_statements as c", "c.corrects_id", "s.id")
    .where("s.card_id", cardId)
    .orderBy([
      { column: "s.year", order: "desc" },
      { column: "s.id", order: "desc" },
    ])
    .select({ correctedById: "c.id" });
  return rows.map(({ correctedById, ...row }) => ({ ...row, isCorrected: correctedById !== null }));
}

/** What holds for a card and a year. */
export async function findStatement(
  db: Database,
  key: { cardId: number; year: number },
): Promise<Statement | undefined> {
  return inForceOnly(statements(db), db)
    .where({ "s.card_id": key.cardId, "s.year": key.year })
    .orderBy("s.id", "desc")
    .first();
}

/** What holds for a year, by card of the plan; one query. */
export async function statementsOfYear(
  db: Database,
  of: { planId: number; year: number },
): Promise<Map<number, Statement>> {
  const rows: Statement[] = await inForceOnly(statements(db), db)
    .join("cards as x", "x.id", "s.card_id")
    .where({ "x.plan_id": of.planId, "s.year": of.year })
    .orderBy("s.id");
  return new Map(rows.map((row) => [row.cardId, row]));
}

/** How a year went, without the words. */
export type StatementMark = Pick<Statement, "cardId" | "year" | "state">;

/** What was said last of each card of the plan that anything was said of; one query, without the words. */
export async function latestStatements(
  db: Database,
  planId: number,
): Promise<Map<number, StatementMark>> {
  const rows: StatementMark[] = await statementMarks(db)
    .join("cards as x", "x.id", "s.card_id")
    .where("x.plan_id", planId)
    .orderBy(["s.year", "s.id"]);
  return new Map(rows.map((row) => [row.cardId, row]));
}

/** How the years of these cards went, by card and year; one query, without the words. */
export async function listStatementMarks(
  db: Database,
  cardIds: readonly number[],
): Promise<StatementMark[]> {
  return statementMarks(db)
    .whereIn("s.card_id", [...cardIds])
    .orderBy(["s.card_id", "s.year", "s.id"]);
}

export async function insertStatement(
  trx: Transaction,
  fact: StatementFields & {
    cardId: number;
    year: number;
    validOn: string;
    recordedAt: string;
    recordedBy: number | null;
    correctsId: number | null;
  },
): Promise<number> {
  const [row] = await trx("card_statements")
    .insert({
      card_id: fact.cardId,
      year: fact.year,
      state: fact.state,
      text: fact.text,
      next_steps: fact.nextSteps,
      valid_on: fact.validOn,
      recorded_at: fact.recordedAt,
      recorded_by: fact.recordedBy,
      corrects_id: fact.correctsId,
    })
    .returning("id");
  return row.id;
}

/** Two who say something of a card in the same moment take turns. */
export async function lockCard(trx: Transaction, id: number): Promise<void> {
  await trx("cards").where({ id }).forUpdate().first("id");
}

function inForceOnly<Query extends Knex.QueryBuilder>(query: Query, db: Database): Query {
  return query.whereNotExists(
    db("card_statements as k").whereRaw("k.corrects_id = s.id").select("k.id"),
  ) as Query;
}

function statementMarks(db: Database): Knex.QueryBuilder {
  const marks = db("card_statements as s");
  return inForceOnly(marks, db).select({ cardId: "s.card_id", year: "s.year", state: "s.state" });
}

function statements(db: Database) {
  return db("card_statements as s").leftJoin("users as su", "su.id", "s.recorded_by").select({
    id: "s.id",
    cardId: "s.card_id",
    year: "s.year",
    state: "s.state",
    text: "s.text",
    nextSteps: "s.next_steps",
    validOn: "s.valid_on",
    recordedAt: "s.recorded_at",
    recordedByName: "su.name",
  });
}
