import type { Database } from "../../../db/connection.ts";
import { findListedRecord } from "../../../db/queries/document-objects.ts";
import { findRequirement } from "../../../db/queries/document-requirements.ts";
import {
  type DocumentVersion,
  findDocumentVersion,
  insertDocumentVersion,
  sumDocumentBytes,
} from "../../../db/queries/document-versions.ts";
import {
  type DocumentLine,
  findDocument,
  insertDocument,
  listDocumentsOf,
  updateDocument,
  updateVersionCount,
} from "../../../db/queries/documents.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { titleOfFile } from "../../values/file-name.ts";
import { foldText } from "../../values/fold.ts";
import { objectOf } from "../document-requirements/rules.ts";
import { refreshAwaitedDocuments } from "../document-requirements/service.ts";
import { type DocumentObject, isAlwaysPersonal, quotaFaults } from "./rules.ts";
import type { DocumentEntry, NewDocumentEntry } from "./schema.ts";
import { type StoredFile, type Upload, withStoredFile } from "./storing/service.ts";

type DocumentDeps = Pick<Deps, "db" | "clock" | "config">;

/** A document as somebody of the project asks for it. */
export interface DocumentKey {
  projectId: number;
  id: number;
  viewerId: number;
}

/** Papers of one record that this reader may know of; one query. */
export function documentsOf(
  db: Database,
  of: { objectType: DocumentObject; objectId: number; viewerId: number },
): Promise<DocumentLine[]> {
  return listDocumentsOf(db, of);
}

/** @throws InvalidInput when the file is not to be kept or the record is not there */
export async function addDocument(
  deps: DocumentDeps,
  author: Author,
  add: { projectId: number; viewerId: number; entry: NewDocumentEntry; upload: Upload },
): Promise<number> {
  const { projectId, entry } = add;
  await checkRecord(deps.db, add);
  const added = await withStoredFile(deps, add.upload, (stored) =>
    change(deps, author, async (one) => {
      await lockProject(one.trx, projectId);
      await checkQuota(deps, one, { projectId, stored });
      const title = entry.title ?? titleOfFile(stored.originalName);
      const isPersonal = entry.isPersonal || isAlwaysPersonal(entry.objectType);
      const fields = { ...entry, title, titleFolded: foldText(title), isPersonal };
      const id = await insertDocument(one.trx, { ...fields, projectId, at: one.at });
      await insertDocumentVersion(one.trx, {
        ...{ documentId: id, number: 1, note: entry.note, at: one.at, userId: one.by },
        ...stored,
      });
      await refreshAwaitedDocuments(one.trx, { projectIds: [projectId], today: pragueDay(one.at) });
      one.record({ action: "document.added", objectType: "document", objectId: id, projectId });
      return { id, file: stored.file };
    }),
  );
  return added.id;
}

/** The next version; the ones before it stay readable. */
export async function replaceDocument(
  deps: DocumentDeps,
  author: Author,
  replacement: { key: DocumentKey; note: string | null; upload: Upload },
): Promise<void> {
  const { key, note } = replacement;
  const { projectId, id: objectId } = key;
  await withStoredFile(deps, replacement.upload, (stored) =>
    change(deps, author, async (one) => {
      await lockProject(one.trx, projectId);
      const document = await liveDocument(one.trx, key);
      await checkQuota(deps, one, { projectId, stored });
      const from = document.versionCount;
      if (!(await updateVersionCount(one.trx, { documentId: objectId, from })))
        throw new Conflict("changedMeanwhile");
      await insertDocumentVersion(one.trx, {
        ...{ documentId: objectId, number: from + 1, note, at: one.at, userId: one.by },
        ...stored,
      });
      one.record({ action: "document.replaced", objectType: "document", objectId, projectId });
      return { file: stored.file };
    }),
  );
}

/** @throws EditedMeanwhile when the form was opened on another version of the record */
export async function editDocument(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: { key: DocumentKey; entry: DocumentEntry; formOf: FormOf<DocumentLine> },
): Promise<void> {
  const { key, entry } = edit;
  const { projectId, id: objectId } = key;
  await change(deps, author, async ({ trx, at, record }) => {
    const before = await liveDocument(trx, key);
    const isPersonal = entry.isPersonal || isAlwaysPersonal(before.objectType);
    const after = { ...entry, isPersonal };
    const stored = { ...after, id: objectId, titleFolded: foldText(entry.title) };
    if (!(await updateDocument(trx, stored))) {
      const current = { objectType: "document", objectId, version: before.version };
      throw await editedMeanwhile(trx, { ...current, values: edit.formOf(before) });
    }
    await refreshAwaitedDocuments(trx, { projectIds: [projectId], today: pragueDay(at) });
    const changes = historyOf(before, after);
    record({ action: "document.edited", objectType: "document", objectId, projectId, changes });
  });
}

/** One version with its file still on the disk. */
export async function findReadableVersion(
  db: Database,
  of: { documentId: number; id: number },
): Promise<DocumentVersion> {
  const version = await findDocumentVersion(db, of);
  if (!version || version.fileRemovedAt !== null) throw new NotFound("document version");
  return version;
}

async function checkRecord(
  db: Database,
  { projectId, viewerId, entry }: { projectId: number; viewerId: number; entry: NewDocumentEntry },
): Promise<void> {
  const { objectType, objectId } = entry;
  if (!(await findListedRecord(db, { projectId, objectType, objectId }, viewerId)))
    throw new InvalidInput({ form: "unknownRecord" });
  if (entry.requirementId === null) return;
  const requirement = await findRequirement(db, entry.requirementId);
  if (!requirement || objectOf(requirement.subject) !== objectType)
    throw new InvalidInput({ form: "unknownRecord" });
}

async function checkQuota(
  { config }: Pick<Deps, "config">,
  { trx }: Change,
  { projectId, stored }: { projectId: number; stored: StoredFile },
): Promise<void> {
  const faults = quotaFaults({
    stored: await sumDocumentBytes(trx, projectId),
    added: stored.byteCount,
    most: config.projectDocumentsBytes,
  });
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}

async function liveDocument(db: Database, key: DocumentKey): Promise<DocumentLine> {
  const document = await findDocument(db, key);
  if (!document) throw new NotFound("document");
  if (document.archivedAt !== null) throw new Conflict("archived");
  return document;
}

type Named = Pick<DocumentLine, "title" | "category" | "isSignedOriginal" | "isPersonal">;

/** The title of a personal paper may name the person: the history says only that it changed. */
function historyOf(before: Named, after: Named) {
  const comparable = ({ title, category, isSignedOriginal, isPersonal }: Named) => ({
    title,
    category,
    isSignedOriginal,
    isPersonal,
  });
  const changes = changedFields(comparable(before), comparable(after));
  const isPersonal = before.isPersonal || after.isPersonal;
  return isPersonal && changes.title
    ? { ...changes, title: [null, null] as [unknown, unknown] }
    : changes;
}
