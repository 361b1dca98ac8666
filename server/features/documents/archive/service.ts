import {
  listFilesArchivedBefore,
  updateFilesRemoved,
} from "../../../../db/queries/document-versions.ts";
import { findDocument, updateDocumentArchived } from "../../../../db/queries/documents.ts";
import { listNamedFiles } from "../../../../db/queries/stored-files.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { filesOlderThan, removeDraft, removeFile } from "../../../files.ts";
import { addDays, pragueDay } from "../../../values/calendar-date.ts";
import { addHours } from "../../../values/instant.ts";
import { refreshAwaitedDocuments } from "../../document-requirements/service.ts";
import { REMOVED_AFTER_DAYS } from "../rules.ts";
import type { DocumentKey } from "../service.ts";

type FileDeps = Pick<Deps, "db" | "clock" | "config">;

export async function archiveDocument(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: DocumentKey,
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    const document = await findDocument(trx, key);
    if (!document) throw new NotFound("document");
    if (document.archivedAt !== null) return;
    await updateDocumentArchived(trx, { id: key.id, at });
    const { projectId, id: objectId } = key;
    await refreshAwaitedDocuments(trx, { projectIds: [projectId], today: pragueDay(at) });
    record({ action: "document.archived", objectType: "document", objectId, projectId });
  });
}

/** @throws Conflict when its files may be gone already */
export async function restoreDocument(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: DocumentKey,
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    const document = await findDocument(trx, key);
    if (!document) throw new NotFound("document");
    if (document.archivedAt === null) return;
    if (pragueDay(at) > lastDayInArchive(document.archivedAt))
      throw new Conflict("archivedTooLong");
    await updateDocumentArchived(trx, { id: key.id, at: null });
    const { projectId, id: objectId } = key;
    await refreshAwaitedDocuments(trx, { projectIds: [projectId], today: pragueDay(at) });
    record({ action: "document.restored", objectType: "document", objectId, projectId });
  });
}

export function lastDayInArchive(archivedAt: string): string {
  return addDays(pragueDay(archivedAt), REMOVED_AFTER_DAYS);
}

const AT_ONCE = 200;
const ABANDONED_AFTER_HOURS = 24;

/**
 * Removes files of papers that have lain in the archive for longer than they may come back from it, and files
 * that no row names: those of a process killed between the file and its row. Gives how many went.
 */
export async function removeForgottenFiles(deps: FileDeps): Promise<number> {
  return (await removeArchivedFiles(deps)) + (await sweepOrphans(deps));
}

/** The row says first that the file is gone: a file left behind is swept, a name that leads nowhere is not. */
async function removeArchivedFiles({ db, clock, config }: FileDeps): Promise<number> {
  // A day more than the promise, so that its last day is a whole one.
  const instant = addHours(clock.now(), -(REMOVED_AFTER_DAYS + 1) * 24);
  let count = 0;
  for (;;) {
    const files = await listFilesArchivedBefore(db, { instant, limit: AT_ONCE });
    await updateFilesRemoved(db, { ids: files.map(({ id }) => id), at: clock.now() });
    for (const { file } of files) await removeFile(config.dataDir, file);
    count += files.length;
    if (files.length < AT_ONCE) return count;
  }
}

async function sweepOrphans({ db, clock, config }: FileDeps): Promise<number> {
  const old: string[] = [];
  const abandoned = addHours(clock.now(), -ABANDONED_AFTER_HOURS);
  // What was put there by hand is nobody's to remove.
  for await (const file of filesOlderThan(config.dataDir, abandoned))
    if (isOurs(file)) old.push(file);
  let count = 0;
  for (let at = 0; at < old.length; at += AT_ONCE) {
    const files = old.slice(at, at + AT_ONCE);
    const named = await listNamedFiles(db, files);
    const orphans = files.filter((file) => !named.has(file));
    for (const file of orphans) await removeOrphan(config.dataDir, file);
    count += orphans.length;
  }
  return count;
}

function isOurs(file: string): boolean {
  return /^[0-9a-f]{2}\/[0-9a-f]{32}(\.draft)?$/.test(file);
}

function removeOrphan(dataDir: string, file: string): Promise<void> {
  return file.endsWith(".draft") ? removeDraft(dataDir, file) : removeFile(dataDir, file);
}
