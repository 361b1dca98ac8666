import { setImmediate } from "node:timers/promises";
import type { Transaction } from "../../../../../db/connection.ts";
import {
  type ImportRow,
  listAppliedKeys,
  type RowResult,
} from "../../../../../db/queries/import-rows.ts";
import type { Change } from "../../../../change.ts";
import type { SetKind, Writing } from "../../kinds/kind.ts";
import { type Mapping, valuesOf } from "../../rules.ts";
import { errorsOf, keyOf, NOTHING } from "../row-results.ts";

interface Run<Entry> {
  kind: SetKind<Entry>;
  mapping: Mapping;
  rows: readonly ImportRow[];
}

/** What came of a row, and what would be written of it. */
interface CheckedRow<Entry> {
  result: RowResult;
  entry: Entry | undefined;
}

const CHECKED_AT_ONCE = 100;
const KEYS_AT_ONCE = 1000;

/** Checks all rows outside of any transaction; in turns, so that others get a word in between. */
export async function checkSet<Entry>(
  writing: Writing,
  run: Run<Entry>,
): Promise<CheckedRow<Entry>[]> {
  const check = await run.kind.openSet(writing);
  const checked: CheckedRow<Entry>[] = [];
  const keyed: { row: ImportRow; values: Record<string, string>; key: string }[] = [];
  for (const [place, row] of run.rows.entries()) {
    if (place % CHECKED_AT_ONCE === 0) await setImmediate();
    const values = valuesOf(JSON.parse(row.cells) as string[], run.mapping);
    keyed.push({ row, values, key: keyOf(writing, run.kind, values) });
  }
  const said = await appliedKeys(
    writing,
    run.kind,
    keyed.map(({ key }) => key),
  );
  for (const [place, { row, values, key }] of keyed.entries()) {
    if (place % CHECKED_AT_ONCE === 0) await setImmediate();
    const base = { ...NOTHING, id: row.id, naturalKey: key };
    const isRepeated = said.has(key);
    said.add(key);
    checked.push(
      isRepeated
        ? { result: { ...base, outcome: "unchanged" }, entry: undefined }
        : checkedRow(base, run.kind, () => check(values)),
    );
  }
  return checked;
}

function checkedRow<Entry>(
  base: Omit<RowResult, "outcome">,
  kind: SetKind<Entry>,
  check: () => { twin: number } | { entry: Entry },
): CheckedRow<Entry> {
  try {
    const found = check();
    const told = { ...base, recordType: kind.recordType };
    if ("entry" in found) return { result: { ...told, outcome: "created" }, entry: found.entry };
    return {
      result: { ...told, outcome: "unchanged", recordId: found.twin || null },
      entry: undefined,
    };
  } catch (error) {
    const errors = JSON.stringify(errorsOf(error));
    return { result: { ...base, outcome: "failed", errors }, entry: undefined };
  }
}

/** Writes what was checked in one go, but for rows that another import has written meanwhile. */
export async function writeSet<Entry>(
  one: Change,
  writing: Writing,
  { kind, checked }: { kind: SetKind<Entry>; checked: readonly CheckedRow<Entry>[] },
): Promise<RowResult[]> {
  const keys = checked.map(({ result }) => result.naturalKey ?? "");
  const written = await appliedKeys(within(writing, one.trx), kind, keys);
  const isNew = (row: CheckedRow<Entry>): row is CheckedRow<Entry> & { entry: Entry } =>
    row.entry !== undefined && !written.has(row.result.naturalKey ?? "");
  const created = checked.filter(isNew);
  const ids = await kind.writeSet(
    one,
    writing,
    created.map(({ entry }) => entry),
  );
  const idOf = new Map(created.map(({ result }, place) => [result.id, ids[place] ?? null]));
  return checked.map(({ result, entry }) => {
    if (entry === undefined) return result;
    const recordId = idOf.get(result.id);
    return recordId === undefined ? { ...result, outcome: "unchanged" } : { ...result, recordId };
  });
}

function within(writing: Writing, trx: Transaction): Writing {
  return { ...writing, deps: { ...writing.deps, db: trx as unknown as Writing["deps"]["db"] } };
}

async function appliedKeys(
  { deps, projectId }: Writing,
  kind: { name: string },
  keys: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const some = keys.slice(from, from + KEYS_AT_ONCE);
    const known = await listAppliedKeys(deps.db, { projectId, kind: kind.name, keys: some });
    for (const key of known) found.add(key);
  }
  return found;
}
