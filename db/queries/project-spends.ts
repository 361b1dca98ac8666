import type { Database, Transaction } from "../connection.ts";
import { inForce, listRecorded, type Moment, type Recorded } from "./facts.ts";

/** What the project had spent since its start by a day, as somebody declared it; null withdraws a figure. */
export interface ProjectSpend {
  id: number;
  spentHalere: number | null;
  note: string | null;
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
}

const COLUMNS = {
  id: "f.id",
  spentHalere: "f.spent_halere",
  note: "f.note",
  validOn: "f.valid_on",
  recordedAt: "f.recorded_at",
  recordedBy: "f.recorded_by",
};

/** The sum declared by a day as it was known at an instant: the newest statement about the newest day. */
export async function findSpend(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<ProjectSpend | undefined> {
  return inForce(db, "project_spends", moment)
    .where("f.project_id", projectId)
    .whereNotNull("f.spent_halere")
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .first(COLUMNS);
}

export type RecordedSpend = ProjectSpend & Recorded;

/** Every declared sum there ever was, corrected and withdrawn ones too, newest day first. */
export async function listSpends(db: Database, projectId: number): Promise<RecordedSpend[]> {
  return listRecorded<ProjectSpend>(db, "project_spends", COLUMNS, projectId);
}

/** A declared sum that nobody has corrected or withdrawn yet. */
export async function findSpendInForce(
  db: Database,
  key: { projectId: number; id: number },
): Promise<ProjectSpend | undefined> {
  return db("project_spends as f")
    .leftJoin("project_spends as c", "c.corrects_id", "f.id")
    .where({ "f.project_id": key.projectId, "f.id": key.id })
    .whereNotNull("f.spent_halere")
    .whereNull("c.id")
    .first(COLUMNS);
}

export async function insertSpend(
  trx: Transaction,
  spend: Omit<ProjectSpend, "id"> & { projectId: number; correctsId: number | null },
): Promise<number> {
  const [row] = await trx("project_spends")
    .insert({
      project_id: spend.projectId,
      spent_halere: spend.spentHalere,
      note: spend.note,
      valid_on: spend.validOn,
      recorded_at: spend.recordedAt,
      recorded_by: spend.recordedBy,
      corrects_id: spend.correctsId,
    })
    .returning("id");
  return row.id;
}

/** Keeps the current sum beside the project's other totals. */
export async function updateSpendTotals(
  trx: Transaction,
  projectId: number,
  spend: { spentHalere: number | null; spentOn: string | null },
): Promise<void> {
  await trx("project_totals")
    .where({ project_id: projectId })
    .update({ spent_halere: spend.spentHalere, spent_on: spend.spentOn });
}
