import { setTimeout as pause } from "node:timers/promises";
import type { Knex } from "knex";
import BetterSqlite3Client from "knex/lib/dialects/better-sqlite3/index.js";

const KEPT_STATEMENTS = 400;
const BUSY_RETRIES_UNTIL_MS = 2_500;

/**
 * knex's client for better-sqlite3 with three differences, each for a measured reason:
 * statements stay prepared (preparing costs twice the running), transactions begin IMMEDIATE (a deferred
 * one that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT), and a busy file is waited for
 * between tries, not inside SQLite, where the wait would stop every other request of the process.
 */
export class SqliteClient extends (BetterSqlite3Client as unknown as BaseClient) {
  override async acquireRawConnection(): Promise<RawConnection> {
    const raw = (await super.acquireRawConnection()) as RawConnection;
    raw.kept = new Map();
    return raw;
  }

  override transaction(...parts: unknown[]): StartedTransaction {
    const trx = super.transaction(...parts);
    trx.begin = (raw) => trx.query(raw, "BEGIN IMMEDIATE;");
    return trx;
  }

  override async _query(raw: RawConnection, query: RunningQuery): Promise<RunningQuery> {
    const waitsSince = performance.now();
    for (;;) {
      try {
        return run(raw, query, this._formatBindings(query.bindings));
      } catch (error) {
        const waited = performance.now() - waitsSince;
        if (!isBusy(error) || waited > BUSY_RETRIES_UNTIL_MS) throw error;
        await pause(20 + Math.random() * 60);
      }
    }
  }
}

function run(raw: RawConnection, query: RunningQuery, bindings: unknown[]): RunningQuery {
  // A full disk rolls the transaction back by itself; knex's own rollback must not hide that error.
  if (query.sql === "ROLLBACK" && !raw.inTransaction) return query;
  const statement = keptStatement(raw, query.sql);
  if (statement.reader) {
    query.response = statement.all(bindings);
  } else {
    const result = statement.run(bindings);
    query.response = result;
    query.context = { lastID: result.lastInsertRowid, changes: result.changes };
  }
  return query;
}

function keptStatement(raw: RawConnection, sql: string): Statement {
  const kept = raw.kept.get(sql);
  if (kept) return kept;
  const statement = raw.prepare(sql);
  if (raw.kept.size >= KEPT_STATEMENTS) raw.kept.delete(raw.kept.keys().next().value as string);
  raw.kept.set(sql, statement);
  return statement;
}

export function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && code.startsWith("SQLITE_BUSY");
}

interface Statement {
  reader: boolean;
  all: (bindings: unknown[]) => unknown[];
  run: (bindings: unknown[]) => { lastInsertRowid: number | bigint; changes: number };
}
interface RawConnection {
  inTransaction: boolean;
  prepare: (sql: string) => Statement;
  pragma: (statement: string) => unknown;
  kept: Map<string, Statement>;
}
interface RunningQuery {
  sql: string;
  bindings?: unknown[];
  response?: unknown;
  context?: unknown;
}
interface StartedTransaction {
  begin: (raw: unknown) => unknown;
  query: (raw: unknown, sql: string) => unknown;
}
type BaseClient = new (
  config: Knex.Config,
) => {
  acquireRawConnection(): Promise<unknown>;
  transaction(...parts: unknown[]): StartedTransaction;
  _query(raw: RawConnection, query: RunningQuery): Promise<RunningQuery>;
  _formatBindings(bindings: unknown[] | undefined): unknown[];
};
