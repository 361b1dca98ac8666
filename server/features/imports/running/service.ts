import type { Transaction } from "../../../../db/connection.ts";
import {
  type ImportRow,
  listAppliedKeys,
  type RowResult,
} from "../../../../db/queries/import-rows.ts";
import { asConnection, withinSavepoint } from "../../../../db/savepoints.ts";
import type { RowKind, RowWriter, Writing } from "../kinds/kind.ts";
import { type Mapping, valuesOf } from "../rules.ts";
import { errorsOf, keyOf, NOTHING } from "./row-results.ts";

interface Run {
  kind: RowKind;
  mapping: Mapping;
  rows: readonly ImportRow[];
}

const TRIED_AT_ONCE = 200;

class TakenBack extends Error {
  readonly results: RowResult[];
  constructor(results: RowResult[]) {
    super("taken back");
    this.results = results;
  }
}

/**
 * What would come of the rows: they are written as they will be and taken back again. In turns, so that others
 * get to the database in between.
 */
export async function tryRows(writing: Writing, run: Run): Promise<RowResult[]> {
  const results: RowResult[] = [];
  const said = new Set<string>();
  for (let at = 0; at < run.rows.length; at += TRIED_AT_ONCE) {
    const rows = run.rows.slice(at, at + TRIED_AT_ONCE);
    try {
      await writing.deps.db.transaction(async (trx) => {
        throw new TakenBack(await runRows(trx, writing, { ...run, rows }, said));
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
      results.push(...error.results);
    }
  }
  return results;
}

/** Writes the rows for good, inside a transaction of the caller; each that cannot be written says why. */
export function writeRows(trx: Transaction, writing: Writing, run: Run): Promise<RowResult[]> {
  return runRows(trx, writing, run, new Set());
}

async function runRows(
  trx: Transaction,
  writing: Writing,
  run: Run,
  said: Set<string>,
): Promise<RowResult[]> {
  // A row may take several services: it is written whole or not at all, by one savepoint around them all.
  const within = { ...writing, deps: { ...writing.deps, db: asConnection(trx) } };
  const write = await run.kind.prepare(within);
  const keyed = run.rows.map((row) => {
    const values = valuesOf(JSON.parse(row.cells) as string[], run.mapping);
    return { row, values, key: keyOf(writing, run.kind, values) };
  });
  const { projectId } = writing;
  const keys = keyed.map(({ key }) => key);
  const known = await listAppliedKeys(trx, { projectId, kind: run.kind.name, keys });
  const results: RowResult[] = [];
  for (const { row, values, key } of keyed) {
    const isRepeated = known.has(key) || said.has(key);
    said.add(key);
    const result = isRepeated ? REPEATED : await writeOne(trx, write, values);
    results.push({ ...NOTHING, ...result, id: row.id, naturalKey: key });
  }
  return results;
}

const REPEATED: Partial<RowResult> & Pick<RowResult, "outcome"> = { outcome: "unchanged" };

async function writeOne(
  trx: Transaction,
  write: RowWriter,
  values: Record<string, string>,
): Promise<Partial<RowResult> & Pick<RowResult, "outcome">> {
  try {
    return await withinSavepoint(trx, () => write(values));
  } catch (error) {
    return { outcome: "failed", errors: JSON.stringify(errorsOf(error)) };
  }
}
