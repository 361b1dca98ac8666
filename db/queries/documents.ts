import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";

/** Who asks: papers of a confidential event exist only for its coordinator. */
export interface DocumentReader {
  viewerId: number;
}

export interface DocumentLine {
  id: number;
  projectId: number | null;
  objectType: string;
  objectId: number;
  category: string;
  title: string;
  isSignedOriginal: boolean;
  isPersonal: boolean;
  archivedAt: string | null;
  version: number;
  /** Of the version that stands. */
  versionId: number;
  versionCount: number;
  originalName: string;
  mediaType: string;
  byteCount: number;
  uploadedAt: string;
  uploadedByName: string | null;
}

/** Papers attached to one record, newest first. */
export async function listDocumentsOf(
  db: Database,
  of: { objectType: string; objectId: number } & DocumentReader,
): Promise<DocumentLine[]> {
  const { objectType, objectId, viewerId } = of;
  const rows = await documentRows(db, {}, { objectType, objectId, viewerId });
  return rows.map(documentLine);
}

const documentRows = keptStatement<
  object,
  { objectType: string; objectId: number } & DocumentReader,
  DocumentLine
>((db, _form, of) =>
  documentsFor(db, of)
    .where({ "d.object_type": of.objectType, "d.object_id": of.objectId })
    .whereNull("d.archived_at")
    .orderBy("d.id", "desc")
    .limit(200)
    .select(LINE),
);

export async function findDocument(
  db: Database,
  of: { projectId: number; id: number } & DocumentReader,
): Promise<DocumentLine | undefined> {
  const row = await documentsFor(db, of)
    .where({ "d.id": of.id, "d.project_id": of.projectId })
    .first(LINE);
  return row && documentLine(row);
}

/** Documents with the version that stands, without the papers of confidential events of other people. */
export function documentsFor(db: Database, { viewerId }: DocumentReader) {
  const hidden = db("events as e")
    .whereRaw("e.id = d.object_id")
    .where("e.is_confidential", true)
    .where((foreign) =>
      foreign.whereNull("e.owner_user_id").orWhereNot("e.owner_user_id", viewerId),
    )
    .select(db.raw("1"));
  return db("documents as d")
    .join("document_versions as v", (on) =>
      on.on("v.document_id", "d.id").andOn("v.number", "d.version_count"),
    )
    .leftJoin("users as u", "u.id", "v.uploaded_by")
    .where((open) => open.whereNot("d.object_type", "event").orWhereNotExists(hidden));
}

export const LINE = {
  id: "d.id",
  projectId: "d.project_id",
  objectType: "d.object_type",
  objectId: "d.object_id",
  category: "d.category",
  title: "d.title",
  isSignedOriginal: "d.is_signed_original",
  isPersonal: "d.is_personal",
  archivedAt: "d.archived_at",
  version: "d.version",
  versionId: "v.id",
  versionCount: "d.version_count",
  originalName: "v.original_name",
  mediaType: "v.media_type",
  byteCount: "v.byte_count",
  uploadedAt: "v.uploaded_at",
  uploadedByName: "u.name",
};

export function documentLine<Row extends DocumentLine>(row: Row): Row {
  return {
    ...row,
    isSignedOriginal: Boolean(row.isSignedOriginal),
    isPersonal: Boolean(row.isPersonal),
  };
}

interface DocumentFields {
  category: string;
  title: string;
  titleFolded: string;
  isSignedOriginal: boolean;
  isPersonal: boolean;
}

export async function insertDocument(
  trx: Transaction,
  document: DocumentFields & {
    projectId: number;
    objectType: string;
    objectId: number;
    /** Which required paper it is; null of any other. */
    requirementId: number | null;
    at: string;
  },
): Promise<number> {
  const [row] = await trx("documents")
    .insert({
      project_id: document.projectId,
      object_type: document.objectType,
      object_id: document.objectId,
      requirement_id: document.requirementId,
      ...fieldColumns(document),
      created_at: document.at,
    })
    .returning("id");
  return row.id;
}

/** False when another edition is stored by now. */
export async function updateDocument(
  trx: Transaction,
  document: DocumentFields & { id: number; version: number },
): Promise<boolean> {
  const updated = await trx("documents")
    .where({ id: document.id, version: document.version })
    .update({ ...fieldColumns(document), version: document.version + 1 });
  return updated === 1;
}

/** Makes room for a further version; false when it has come from somebody else. */
export async function updateVersionCount(
  trx: Transaction,
  of: { documentId: number; from: number },
): Promise<boolean> {
  const updated = await trx("documents")
    .where({ id: of.documentId, version_count: of.from })
    .update({ version_count: of.from + 1 });
  return updated === 1;
}

export async function updateDocumentArchived(
  trx: Transaction,
  of: { id: number; at: string | null },
): Promise<void> {
  await trx("documents").where({ id: of.id }).update({ archived_at: of.at }).increment("version");
}

function fieldColumns(fields: DocumentFields): Knex.ValueDict | Record<string, Knex.Value> {
  return {
    category: fields.category,
    title: fields.title,
    title_folded: fields.titleFolded,
    is_signed_original: fields.isSignedOriginal,
    is_personal: fields.isPersonal,
  };
}

/** Which of these papers are protected and how, for links to them. */
export async function listProtections(
  db: Database,
  ids: readonly number[],
): Promise<Pick<DocumentLine, "id" | "isPersonal" | "isSignedOriginal">[]> {
  const rows = await db("documents")
    .whereIn("id", [...ids])
    .select({ id: "id", isPersonal: "is_personal", isSignedOriginal: "is_signed_original" });
  return rows.map((row) => ({
    id: row.id,
    isPersonal: Boolean(row.isPersonal),
    isSignedOriginal: Boolean(row.isSignedOriginal),
  }));
}
