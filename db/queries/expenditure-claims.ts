import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import type { ExpenditureState, RecordedState } from "./expenditures.ts";

// What its claims have led to, kept beside each expenditure. Haléře throughout.

/** What a claim holds of its expenditure: all while undecided, then what was not moved to a later request. */
const HELD =
  "case when cl.approved_halere is null then cl.claimed_halere else cl.approved_halere + cl.cut_halere end";

export interface ClaimsOfExpenditure {
  expenditureId: number;
  recordedState: RecordedState;
  /** What claims hold: asked for and undecided, approved or cut. */
  held: number;
  approved: number;
  cut: number;
  claims: number;
  undecided: number;
}

/** Sums of the claims of each expenditure, beside the state it was recorded in. */
export async function sumClaimsOf(
  db: Database,
  expenditureIds: readonly number[],
): Promise<ClaimsOfExpenditure[]> {
  return db("expenditures as e")
    .leftJoin("expenditure_facts as f", "f.expenditure_id", "e.id")
    .leftJoin("claims as cl", (join) => {
      join
        .on("cl.expenditure_id", "e.id")
        .andOn("cl.claimed_halere", ">", db.raw("0"))
        .andOn(db.raw("cl.payment_request_id not in (?)", [withdrawn(db)]));
    })
    .whereIn("e.id", expenditureIds)
    .whereNotExists(
      db("expenditure_facts as c").whereRaw("c.corrects_id = f.id").select(db.raw("1")),
    )
    .groupBy("e.id", "f.state")
    .select({
      expenditureId: "e.id",
      recordedState: "f.state",
      held: sumOf(db, HELD),
      approved: sumOf(db, "cl.approved_halere"),
      // What is only proposed to be cut is not cut yet.
      cut: sumOf(db, "case when cl.approved_halere is null then 0 else cl.cut_halere end"),
      claims: db.raw("count(cl.id)"),
      undecided: db.raw("count(cl.id) - count(cl.approved_halere)"),
    });
}

export interface KeptClaims {
  id: number;
  state: ExpenditureState;
  claimedHalere: number;
  approvedHalere: number;
  cutHalere: number;
}

const KEPT_PER_STATEMENT = 150;

/** Keeps what claims led to beside each expenditure, many in a statement. */
export async function updateKeptClaims(
  trx: Transaction,
  kept: readonly KeptClaims[],
): Promise<void> {
  for (let from = 0; from < kept.length; from += KEPT_PER_STATEMENT) {
    const some = kept.slice(from, from + KEPT_PER_STATEMENT);
    const of = (value: (one: KeptClaims) => string | number, type: "text" | "bigint") =>
      trx.raw(
        `case id ${"when ? then cast(? as ##) ".repeat(some.length)} end`.replaceAll("##", type),
        [...some.flatMap((one) => [one.id, value(one)])],
      );
    await trx("expenditures")
      .whereIn(
        "id",
        some.map(({ id }) => id),
      )
      .update({
        state: of(({ state }) => state, "text"),
        claimed_halere: of(({ claimedHalere }) => claimedHalere, "bigint"),
        approved_halere: of(({ approvedHalere }) => approvedHalere, "bigint"),
        cut_halere: of(({ cutHalere }) => cutHalere, "bigint"),
      });
  }
}

function withdrawn(db: Database): Knex.QueryBuilder {
  return db("payment_requests").where({ state: "withdrawn" }).select("id");
}

/** A sum of bigints is text on PostgreSQL unless it is told. */
function sumOf(db: Database, expression: string): Knex.Raw {
  return db.raw(`cast(coalesce(sum(${expression}), 0) as bigint)`);
}
