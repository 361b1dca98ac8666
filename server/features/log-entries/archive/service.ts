import {
  findLogEntry,
  type LogEntry,
  updateLastLogDay,
  updateLogEntryArchived,
} from "../../../../db/queries/log-entries.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { canBeRestored } from "../../activities/rules.ts";
import { dropFromSearch } from "../../searches/service.ts";
import { keepEntryFound } from "../service.ts";

interface Key {
  projectId: number;
  id: number;
}

/** Takes the entry out of the log; its task and the facts it recorded stay. */
export async function archiveLogEntry(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
): Promise<void> {
  await change(deps, author, async (one) => {
    const entry = await findOrThrow(one, key);
    if (entry.archivedAt !== null) return;
    await updateLogEntryArchived(one.trx, entry.id, one.at);
    await dropFromSearch(one.trx, { objectType: "log-entry", objectId: entry.id });
    await told(one, entry, "log-entry.archived");
  });
}

export async function restoreLogEntry(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
): Promise<void> {
  await change(deps, author, async (one) => {
    const entry = await findOrThrow(one, key);
    if (entry.archivedAt === null) return;
    if (!canBeRestored(entry.archivedAt, pragueDay(one.at))) throw new Conflict("archivedTooLong");
    await updateLogEntryArchived(one.trx, entry.id, null);
    await keepEntryFound(one, entry);
    await told(one, entry, "log-entry.restored");
  });
}

async function findOrThrow({ trx }: Change, key: Key): Promise<LogEntry> {
  const entry = await findLogEntry(trx, key);
  if (!entry) throw new NotFound("log entry");
  return entry;
}

async function told(one: Change, { id, projectId }: LogEntry, action: string): Promise<void> {
  await updateLastLogDay(one.trx, projectId);
  one.record({ action, objectType: "log-entry", objectId: id, projectId });
}
