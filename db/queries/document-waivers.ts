import type { Database, Transaction } from "../connection.ts";

/** A record that need not have a paper, and why. */
export interface DocumentWaiver {
  id: number;
  projectId: number;
  requirementId: number;
  objectType: string;
  objectId: number;
  reason: string;
}

const COLUMNS = {
  id: "id",
  projectId: "project_id",
  requirementId: "requirement_id",
  objectType: "object_type",
  objectId: "object_id",
  reason: "reason",
};

export async function findDocumentWaiver(
  db: Database,
  key: { projectId: number; id: number },
): Promise<DocumentWaiver | undefined> {
  return db("document_waivers")
    .where({ project_id: key.projectId, id: key.id })
    .whereNull("archived_at")
    .first(COLUMNS);
}

/** A waiver taken back stands again with the new reason; one that stands keeps the later one. */
export async function upsertDocumentWaiver(
  trx: Transaction,
  waiver: Omit<DocumentWaiver, "id"> & { at: string; by: number | null },
): Promise<number> {
  const [row] = await trx("document_waivers")
    .insert({
      project_id: waiver.projectId,
      requirement_id: waiver.requirementId,
      object_type: waiver.objectType,
      object_id: waiver.objectId,
      reason: waiver.reason,
      created_by: waiver.by,
      created_at: waiver.at,
    })
    .onConflict(["object_type", "object_id", "requirement_id"])
    .merge({
      reason: waiver.reason,
      created_by: waiver.by,
      archived_at: null,
      version: trx.raw("document_waivers.version + 1"),
    })
    .returning("id");
  return row.id;
}

export async function updateWaiverArchived(
  trx: Transaction,
  of: { id: number; at: string },
): Promise<void> {
  await trx("document_waivers").where({ id: of.id }).update({ archived_at: of.at });
}
