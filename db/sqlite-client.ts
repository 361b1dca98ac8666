import { setTimeout as pause } from "node:timers/promises";
import type { Knex } from "knex";
import BetterSqlite3Client from "knex/lib/dialects/better-sqlite3/index.js";

const KEPT_STATEMENTS = 400;
const BUSY_RETRIES_UNTIL_MS = 2_500;
const READS = new Set(["select", "first", "pluck"]);

/**
 * knex's client for better-sqlite3 with four differences, each for a measured reason:
 * statements stay prepared (preparing costs twice the running), transactions begin IMMEDIATE (a deferred
 * one that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT), a busy file is waited for
 * between tries, not inside SQLite, where the wait would stop every other request of the process, and a
 * read does not queue for the only connection while nobody holds it: it is over before anything can begin.
 */
export class SqliteClient extends (BetterSqlite3Client as unknown as BaseClient) {
  opened: RawConnection | undefined;
  /** Set while a read is run on the connection that nobody holds. */
  isLent = false;

  override async acquireRawConnection(): Promise<RawConnection> {
    const raw = (await super.acquireRawConnection()) as RawConnection;
    raw.kept = new Map();
    this.opened = raw;
    return raw;
  }

  /** Rows of a statement written as text, if they can be had at once; undefined: ask the usual way. */
  selectAtOnce(sql: string, bindings: readonly unknown[]): unknown[] | undefined {
    const raw = this.freeConnection();
    if (!raw) return undefined;
    try {
      const rows = keptStatement(raw, sql).all([...bindings]);
      this.emit("query", { sql, bindings: [...bindings] });
      return rows;
    } catch {
      return undefined;
    }
  }

  override runner(builder: { _method?: string }): Runner {
    const runner = super.runner(builder);
    if (!READS.has(builder._method ?? "")) return runner;
    const queue = runner.ensureConnection.bind(runner);
    runner.ensureConnection = async (run, streaming) => {
      const raw = this.freeConnection();
      if (!raw || streaming) return queue(run, streaming);
      runner.connection = raw;
      return this.lend(() => run(runner)).catch((error) => {
        if (!isBusy(error)) throw error;
        runner.connection = undefined;
        return queue(run);
      });
    };
    return runner;
  }

  /** Undefined while a transaction or a write holds the connection. */
  private freeConnection(): RawConnection | undefined {
    return this.pool?.numFree() === 1 ? this.opened : undefined;
  }

  /** knex runs a single statement without giving way to anybody until it is done. */
  private lend(read: () => Promise<unknown>): Promise<unknown> {
    this.isLent = true;
    try {
      return read();
    } finally {
      this.isLent = false;
    }
  }

  override transaction(...parts: unknown[]): StartedTransaction {
    const trx = super.transaction(...parts);
    trx.begin = (raw) => trx.query(raw, "BEGIN IMMEDIATE;");
    return trx;
  }

  override async _query(raw: RawConnection, query: RunningQuery): Promise<RunningQuery> {
    const { isLent } = this;
    const waitsSince = performance.now();
    for (;;) {
      try {
        return run(raw, query, this._formatBindings(query.bindings));
      } catch (error) {
        const waited = performance.now() - waitsSince;
        if (isLent || !isBusy(error) || waited > BUSY_RETRIES_UNTIL_MS) throw error;
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
type Run = (runner: Runner, streaming?: unknown) => Promise<unknown>;
interface Runner {
  connection: RawConnection | undefined;
  ensureConnection: (run: Run, streaming?: unknown) => Promise<unknown>;
}
type BaseClient = new (
  config: Knex.Config,
) => {
  pool: { numFree(): number } | undefined;
  emit(event: "query", query: { sql: string; bindings: unknown[] }): void;
  runner(builder: { _method?: string }): Runner;
  acquireRawConnection(): Promise<unknown>;
  transaction(...parts: unknown[]): StartedTransaction;
  _query(raw: RawConnection, query: RunningQuery): Promise<RunningQuery>;
  _formatBindings(bindings: unknown[] | undefined): unknown[];
};
