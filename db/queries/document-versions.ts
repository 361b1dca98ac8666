import type { Database, Transaction } from "../connection.ts";

export interface DocumentVersion {
  id: number;
  number: number;
  file: string;
  originalName: string;
  mediaType: string;
  byteCount: number;
  sha256: string;
  note: string | null;
  uploadedAt: string;
  uploadedByName: string | null;
  fileRemovedAt: string | null;
}

const COLUMNS = {
  id: "v.id",
  number: "v.number",
  file: "v.file",
  originalName: "v.original_name",
  mediaType: "v.media_type",
  byteCount: "v.byte_count",
  sha256: "v.sha256",
  note: "v.note",
  uploadedAt: "v.uploaded_at",
  uploadedByName: "u.name",
  fileRemovedAt: "v.file_removed_at",
};

/** Newest first. */
export async function listDocumentVersions(
  db: Database,
  documentId: number,
): Promise<DocumentVersion[]> {
  return db("document_versions as v")
    .leftJoin("users as u", "u.id", "v.uploaded_by")
    .where("v.document_id", documentId)
    .orderBy("v.number", "desc")
    .select(COLUMNS);
}

export async function findDocumentVersion(
  db: Database,
  of: { documentId: number; id: number },
): Promise<DocumentVersion | undefined> {
  return db("document_versions as v")
    .leftJoin("users as u", "u.id", "v.uploaded_by")
    .where({ "v.document_id": of.documentId, "v.id": of.id })
    .first(COLUMNS);
}

export async function insertDocumentVersion(
  trx: Transaction,
  version: {
    documentId: number;
    number: number;
    file: string;
    originalName: string;
    mediaType: string;
    byteCount: number;
    sha256: string;
    note: string | null;
    at: string;
    userId: number | null;
  },
): Promise<void> {
  await trx("document_versions").insert({
    document_id: version.documentId,
    number: version.number,
    file: version.file,
    original_name: version.originalName,
    media_type: version.mediaType,
    byte_count: version.byteCount,
    sha256: version.sha256,
    note: version.note,
    uploaded_at: version.at,
    uploaded_by: version.userId,
  });
}

/** What the papers of a project take on the disk, all versions together. */
export async function sumDocumentBytes(db: Database, projectId: number): Promise<number> {
  const row = await db("documents as d")
    .join("document_versions as v", "v.document_id", "d.id")
    .where("d.project_id", projectId)
    .whereNull("v.file_removed_at")
    .sum({ bytes: "v.byte_count" })
    .first();
  return Number(row?.bytes ?? 0);
}

/** Files of papers that have lain in the archive since before the given instant. */
export async function listFilesArchivedBefore(
  db: Database,
  of: { instant: string; limit: number },
): Promise<{ id: number; file: string }[]> {
  return db("document_versions as v")
    .join("documents as d", "d.id", "v.document_id")
    .where("d.archived_at", "<", of.instant)
    .whereNull("v.file_removed_at")
    .orderBy("v.id")
    .limit(of.limit)
    .select({ id: "v.id", file: "v.file" });
}

export async function updateFilesRemoved(
  db: Database,
  of: { ids: readonly number[]; at: string },
): Promise<void> {
  await db("document_versions").whereIn("id", of.ids).update({ file_removed_at: of.at });
}
