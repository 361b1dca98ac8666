import type { Database, Transaction } from "../connection.ts";
import { inForce, listRecorded, type Moment, type Recorded } from "./facts.ts";
import type { Health } from "./project-list.ts";

/** A project's status as somebody recorded it: what is true of a day, and who said so when. */
export interface ProjectStatus {
  id: number;
  health: Health;
  sentence: string;
  decisionNeeded: string | null;
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
}

const COLUMNS = {
  id: "f.id",
  health: "f.health",
  sentence: "f.sentence",
  decisionNeeded: "f.decision_needed",
  validOn: "f.valid_on",
  recordedAt: "f.recorded_at",
  recordedBy: "f.recorded_by",
};

/** The status of a day as it was known at an instant: the newest statement about the newest day. */
export async function findStatus(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<ProjectStatus | undefined> {
  return inForce(db, "project_statuses", moment)
    .where("f.project_id", projectId)
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .first(COLUMNS);
}

export type RecordedStatus = ProjectStatus & Recorded;

/** Every statement there ever was, corrected ones too, newest day first. */
export async function listStatuses(db: Database, projectId: number): Promise<RecordedStatus[]> {
  return listRecorded<ProjectStatus>(db, "project_statuses", COLUMNS, projectId);
}

/** A statement that nobody has corrected yet. */
export async function findStatusInForce(
  db: Database,
  key: { projectId: number; id: number },
): Promise<ProjectStatus | undefined> {
  return db("project_statuses as f")
    .leftJoin("project_statuses as c", "c.corrects_id", "f.id")
    .where({ "f.project_id": key.projectId, "f.id": key.id })
    .whereNull("c.id")
    .first(COLUMNS);
}

export async function insertStatus(
  trx: Transaction,
  status: Omit<ProjectStatus, "id"> & { projectId: number; correctsId: number | null },
): Promise<number> {
  const [row] = await trx("project_statuses")
    .insert({
      project_id: status.projectId,
      health: status.health,
      sentence: status.sentence,
      decision_needed: status.decisionNeeded,
      valid_on: status.validOn,
      recorded_at: status.recordedAt,
      recorded_by: status.recordedBy,
      corrects_id: status.correctsId,
    })
    .returning("id");
  return row.id;
}

/** Keeps the current status beside the project's other totals. */
export async function updateStatusTotals(
  trx: Transaction,
  projectId: number,
  status: ProjectStatus | undefined,
): Promise<void> {
  await trx("project_totals")
    .where({ project_id: projectId })
    .update({
      health: status?.health ?? null,
      health_sentence: status?.sentence ?? null,
      decision_needed: status?.decisionNeeded ?? null,
      health_on: status?.validOn ?? null,
      health_by: status?.recordedBy ?? null,
    });
}
