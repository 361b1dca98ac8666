import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import knexPackage, { type Knex } from "knex";
import type * as PostgresClient from "pg";
import { SqliteClient } from "./sqlite-client.ts";

export type Connection = Knex;
export type Transaction = Knex.Transaction;
/** What query functions take: the connection for reads, the transaction for whatever writes. */
export type Database = Knex | Knex.Transaction;
export type Engine = "sqlite" | "postgres";

/**
 * Opens the database named by the url: `sqlite:/path/to/file.db` or `postgres://…`.
 * The only module that knows which of the two it is.
 */
export function openDatabase(options: { url: string; poolSize?: number }): Connection {
  return engineOfUrl(options.url) === "sqlite"
    ? openSqlite(sqliteFile(options.url))
    : openPostgres(options.url, options.poolSize ?? 10);
}

export function engineOfUrl(url: string): Engine {
  return url.startsWith("sqlite:") ? "sqlite" : "postgres";
}

export function engineOf(db: Database): Engine {
  return db.client instanceof SqliteClient ? "sqlite" : "postgres";
}

export function sqliteFile(url: string): string {
  return url.slice("sqlite:".length);
}

/** Whatever knex would print it throws as well, and who catches it knows the words for people. */
const ignore = () => {};
const SILENT = { warn: ignore, error: ignore, deprecate: ignore, debug: ignore };

function openSqlite(filename: string): Connection {
  const folder = dirname(filename);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return knexPackage({
    client: SqliteClient as unknown as typeof Knex.Client,
    connection: { filename },
    useNullAsDefault: true,
    log: SILENT,
    acquireConnectionTimeout: 20_000,
    pool: { min: 1, max: 1, afterCreate: applyPragmas },
  });
}

// better-sqlite3 is compiled to fall back to NORMAL in WAL mode: FULL has to follow journal_mode.
const SQLITE_PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 100",
  "secure_delete = ON",
  "trusted_schema = OFF",
  "wal_autocheckpoint = 1000",
  "journal_size_limit = 67108864",
  "cache_size = -16000",
  "temp_store = MEMORY",
];

function applyPragmas(
  raw: { pragma: (statement: string) => void },
  done: (error: unknown, raw: unknown) => void,
): void {
  for (const pragma of SQLITE_PRAGMAS) raw.pragma(pragma);
  done(null, raw);
}

function openPostgres(url: string, poolSize: number): Connection {
  // Loaded where it is used: a start on SQLite does without.
  const pg: typeof PostgresClient = createRequire(import.meta.url)("pg");
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, isoInstant);
  return knexPackage({
    client: "pg",
    connection: { connectionString: url, types } as Knex.PgConnectionConfig,
    log: SILENT,
    acquireConnectionTimeout: 20_000,
    pool: { min: 0, max: poolSize },
  });
}

/** `2026-03-01 10:00:00.5+00`, as the server prints it, becomes `2026-03-01T10:00:00.500Z`. */
function isoInstant(text: string): string {
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
}

/** Rows of a statement written as text: the one place that knows how each driver hands them over. */
export async function selectRows<Row>(
  db: Database,
  statement: string,
  bindings: readonly (string | number | null)[],
): Promise<Row[]> {
  const { client } = db;
  const rows =
    client instanceof SqliteClient ? client.selectAtOnce(statement, bindings) : undefined;
  if (rows) return rows as Row[];
  const result: unknown = await db.raw(statement, [...bindings]);
  return Array.isArray(result) ? result : (result as { rows: Row[] }).rows;
}

/**
 * One serving process per SQLite file: an exclusive lock on a file beside the database, which the
 * system itself releases when the process ends, however it ends. Undefined when another holds it.
 */
export function lockForServing(url: string): { release: () => void } | undefined {
  if (engineOfUrl(url) === "postgres") return { release: () => {} };
  const lock = new BetterSqlite3(`${sqliteFile(url)}-serving`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    return undefined;
  }
  return { release: () => lock.close() };
}

/** Copies a consistent snapshot of a SQLite database in use into `target`, page by page. */
export async function snapshotSqlite(url: string, target: string): Promise<void> {
  const source = new BetterSqlite3(sqliteFile(url), { readonly: true, fileMustExist: true });
  try {
    await source.backup(target);
  } finally {
    source.close();
  }
}

/** Brings what is still in the write-ahead log into the SQLite file itself. */
export async function checkpointSqlite(db: Connection): Promise<void> {
  await db.raw("pragma wal_checkpoint(truncate)");
}
