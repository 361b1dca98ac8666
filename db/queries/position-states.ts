import type { Database, Transaction } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";
import type { PositionState } from "./positions.ts";

/** What became of a position that the project creates, and what proves it. */
export interface PositionStateFact {
  id: number;
  state: PositionState;
  validOn: string;
  proof: string | null;
  proofUrl: string | null;
  note: string | null;
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
}

/** All that was recorded, also what was corrected since; the latest day first. */
export async function listPositionStates(
  db: Database,
  positionId: number,
): Promise<(PositionStateFact & { isCorrected: boolean })[]> {
  const rows = await facts(db)
    .leftJoin("position_states as later", "later.corrects_id", "f.id")
    .where("f.position_id", positionId)
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .select({ laterId: "later.id" });
  return rows.map(({ laterId, ...fact }) => ({ ...fact, isCorrected: laterId !== null }));
}

/** Those not corrected, oldest day first: the last one is how the position stands. */
export async function listPositionStatesInForce(
  db: Database,
  positionId: number,
): Promise<PositionStateFact[]> {
  return inForce(db, "position_states", EVER)
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .where("f.position_id", positionId)
    .orderBy(["f.valid_on", "f.id"])
    .select(COLUMNS);
}

export async function insertPositionState(
  trx: Transaction,
  fact: Pick<PositionStateFact, "state" | "validOn" | "proof" | "proofUrl" | "note"> & {
    positionId: number;
    correctsId: number | null;
    recordedAt: string;
    recordedBy: number | null;
  },
): Promise<number> {
  const [row] = await trx("position_states")
    .insert({
      position_id: fact.positionId,
      state: fact.state,
      valid_on: fact.validOn,
      proof: fact.proof,
      proof_url: fact.proofUrl,
      note: fact.note,
      corrects_id: fact.correctsId,
      recorded_at: fact.recordedAt,
      recorded_by: fact.recordedBy,
    })
    .returning("id");
  return row.id;
}

const COLUMNS = {
  id: "f.id",
  state: "f.state",
  validOn: "f.valid_on",
  proof: "f.proof",
  proofUrl: "f.proof_url",
  note: "f.note",
  recordedAt: "f.recorded_at",
  recordedByName: "u.name",
  correctsId: "f.corrects_id",
};

function facts(db: Database) {
  return db("position_states as f").leftJoin("users as u", "u.id", "f.recorded_by").select(COLUMNS);
}
