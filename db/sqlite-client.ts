import { setTimeout as pause } from "node:timers/promises";
import type { Knex } from "knex";
import BetterSqlite3Client from "knex/lib/dialects/better-sqlite3/index.js";

const KEPT_STATEMENTS = 400;
const BUSY_RETRIES_UNTIL_MS = 2_500;
const READS = new Set(["select", "first", "pluck"]);
const CHANGES_SCHEMA = /^\s*(create|alter|drop)\s/i;

/**
 * knex's client for better-sqlite3 with six differences, each for a measured reason:
 * statements stay prepared (preparing costs twice the running), a limit stands in their text (a bound one makes SQLite
 * prepare the kept statement anew at each run), rows are made here, transactions begin IMMEDIATE (a deferred
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
      const rows = rowsOf(keptStatement(raw, sql), [...bindings]);
      this.emit("query", { sql, bindings: [...bindings] });
      return rows;
    } catch {
      return undefined;
    }
  }

  override queryCompiler(builder: unknown, formatter: unknown): Compiler {
    const compiler = super.queryCompiler(builder, formatter);
    // knex has made sure that it is a whole number.
    compiler.single.skipBinding = { ...compiler.single.skipBinding, limit: true };
    return compiler;
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
  const kept = keptStatement(raw, query.sql);
  if (kept.row) {
    query.response = rowsOf(kept, bindings);
  } else {
    const result = kept.statement.run(bindings);
    query.response = result;
    query.context = { lastID: result.lastInsertRowid, changes: result.changes };
    // What was prepared before knows its columns from before.
    if (CHANGES_SCHEMA.test(query.sql)) raw.kept.clear();
  }
  return query;
}

function rowsOf({ statement, row }: KeptStatement, bindings: unknown[]): unknown[] {
  const rows = statement.all(bindings);
  return row ? rows.map(row) : rows;
}

function keptStatement(raw: RawConnection, sql: string): KeptStatement {
  const known = raw.kept.get(sql);
  if (known) return known;
  const statement = raw.prepare(sql);
  const kept = statement.reader
    ? { statement: statement.raw(true), row: rowMaker(statement) }
    : { statement };
  if (raw.kept.size >= KEPT_STATEMENTS) raw.kept.delete(raw.kept.keys().next().value as string);
  raw.kept.set(sql, kept);
  return kept;
}

/**
 * Makes an object of the values of a row. The driver looks each name up in V8 for each row, which takes as long as
 * reading it: fifty wide rows come in two thirds of the time.
 */
function rowMaker(statement: Statement): (values: unknown) => object {
  const fields = statement
    .columns()
    .map(({ name }, place) => `${JSON.stringify(name)}: values[${place}]`);
  return new Function("values", `return { ${fields.join(", ")} };`) as (values: unknown) => object;
}

export function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && code.startsWith("SQLITE_BUSY");
}

interface KeptStatement {
  statement: Statement;
  /** Of a statement that reads: what makes a row of its values. */
  row?: (values: unknown) => object;
}
interface Statement {
  reader: boolean;
  raw: (isRaw: boolean) => Statement;
  columns: () => { name: string }[];
  all: (bindings: unknown[]) => unknown[];
  run: (bindings: unknown[]) => { lastInsertRowid: number | bigint; changes: number };
}
interface RawConnection {
  inTransaction: boolean;
  prepare: (sql: string) => Statement;
  pragma: (statement: string) => unknown;
  kept: Map<string, KeptStatement>;
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
interface Compiler {
  single: { skipBinding?: Record<string, boolean> };
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
  queryCompiler(builder: unknown, formatter: unknown): Compiler;
  runner(builder: { _method?: string }): Runner;
  acquireRawConnection(): Promise<unknown>;
  transaction(...parts: unknown[]): StartedTransaction;
  _query(raw: RawConnection, query: RunningQuery): Promise<RunningQuery>;
  _formatBindings(bindings: unknown[] | undefined): unknown[];
};
