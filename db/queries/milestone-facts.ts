import type { Database, Transaction } from "../connection.ts";

export interface MilestoneMove {
  id: number;
  dueOn: string;
  reason: string | null;
  recordedAt: string;
  recordedByName: string | null;
}

/** Where the day of a milestone was moved to, oldest move first. */
export async function listMilestoneMoves(
  db: Database,
  milestoneId: number,
): Promise<MilestoneMove[]> {
  return db("milestone_dates as d")
    .leftJoin("users as u", "u.id", "d.recorded_by")
    .where("d.milestone_id", milestoneId)
    .orderBy(["d.recorded_at", "d.id"])
    .select({
      id: "d.id",
      dueOn: "d.due_on",
      reason: "d.reason",
      recordedAt: "d.recorded_at",
      recordedByName: "u.name",
    });
}

export async function insertMilestoneMoves(
  trx: Transaction,
  moves: {
    milestoneId: number;
    dueOn: string;
    reason: string | null;
    recordedAt: string;
    recordedBy: number | null;
  }[],
): Promise<void> {
  await trx("milestone_dates").insert(
    moves.map((move) => ({
      milestone_id: move.milestoneId,
      due_on: move.dueOn,
      reason: move.reason,
      recorded_at: move.recordedAt,
      recorded_by: move.recordedBy,
    })),
  );
}

export interface MilestoneStateFact {
  id: number;
  state: "open" | "done" | "cancelled";
  validOn: string;
  note: string | null;
  recordedAt: string;
  recordedByName: string | null;
}

/** How the milestone was completed, cancelled and opened again, oldest first. */
export async function listMilestoneStates(
  db: Database,
  milestoneId: number,
): Promise<MilestoneStateFact[]> {
  return db("milestone_states as s")
    .leftJoin("users as u", "u.id", "s.recorded_by")
    .where("s.milestone_id", milestoneId)
    .orderBy(["s.recorded_at", "s.id"])
    .select({
      id: "s.id",
      state: "s.state",
      validOn: "s.valid_on",
      note: "s.note",
      recordedAt: "s.recorded_at",
      recordedByName: "u.name",
    });
}

export async function insertMilestoneState(
  trx: Transaction,
  fact: {
    milestoneId: number;
    state: MilestoneStateFact["state"];
    validOn: string;
    note: string | null;
    recordedAt: string;
    recordedBy: number | null;
  },
): Promise<void> {
  await trx("milestone_states").insert({
    milestone_id: fact.milestoneId,
    state: fact.state,
    valid_on: fact.validOn,
    note: fact.note,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy,
  });
}
