import { existsSync, statSync } from "node:fs";
import { type Connection, engineOf, engineOfUrl, sqliteFile } from "./connection.ts";

/** Whether there is a file to open; a server of PostgreSQL answers for itself. */
export function isDatabaseThere(url: string): boolean {
  return engineOfUrl(url) === "postgres" || existsSync(sqliteFile(url));
}

/**
 * The last one to close a SQLite file leaves no log beside it. One that is still there before the file is
 * opened comes from a process that was killed, or from one at work.
 */
export function wasStoppedUncleanly(url: string): boolean {
  if (engineOfUrl(url) === "postgres") return false;
  const log = `${sqliteFile(url)}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

/** The first fault that SQLite finds in its file; undefined when it is sound. PostgreSQL checks its own pages. */
export async function findDamage(db: Connection): Promise<string | undefined> {
  if (engineOf(db) === "postgres") return undefined;
  const rows: { quick_check: string }[] = await db.raw("pragma quick_check(1)");
  const found = rows[0]?.quick_check;
  return found === "ok" ? undefined : found?.split("\n").at(-1);
}

/** Whether the error says that the file is no sound database. */
export function isDamage(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code);
  return code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB";
}
