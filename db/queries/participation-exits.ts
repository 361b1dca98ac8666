import type { Database, Transaction } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

/** That somebody left the project, and into what; a withdrawn one says that they did not, or came back. */
export interface ParticipationExit {
  id: number;
  participationId: number;
  isWithdrawn: boolean;
  /** Codes of IS ESF joined by `|`. */
  codes: string;
  note: string | null;
  validOn: string;
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
}

/** Exits in force, the one that holds first; those of a participation and of all that it stands for. */
export async function listExits(
  db: Database,
  participationId: number,
  moment: Moment,
): Promise<ParticipationExit[]> {
  const rows: ParticipationExit[] = await inForce(db, "participation_exits", moment)
    .join("participations as n", "n.id", "f.participation_id")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .where((own) => {
      own.where("n.id", participationId).orWhere("n.merged_into_id", participationId);
    })
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .select({
      id: "f.id",
      participationId: "f.participation_id",
      isWithdrawn: "f.is_withdrawn",
      codes: "f.codes",
      note: "f.note",
      validOn: "f.valid_on",
      recordedAt: "f.recorded_at",
      recordedByName: "u.name",
      correctsId: "f.corrects_id",
    });
  return rows.map((row) => ({ ...row, isWithdrawn: Boolean(row.isWithdrawn) }));
}

export async function insertExit(
  trx: Transaction,
  exit: Omit<ParticipationExit, "id" | "recordedByName"> & { recordedBy: number | null },
): Promise<number> {
  const [row] = await trx("participation_exits")
    .insert({
      participation_id: exit.participationId,
      is_withdrawn: exit.isWithdrawn,
      codes: exit.codes,
      note: exit.note,
      valid_on: exit.validOn,
      recorded_at: exit.recordedAt,
      recorded_by: exit.recordedBy,
      corrects_id: exit.correctsId,
    })
    .returning("id");
  return row.id;
}
