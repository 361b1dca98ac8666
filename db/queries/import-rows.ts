import { groupedBy } from "../../server/values/grouped.ts";
import type { Database, Transaction } from "../connection.ts";

export type RowOutcome = "created" | "changed" | "unchanged" | "failed" | "undone";

export interface ImportRow {
  id: number;
  rowNumber: number;
  /** JSON of the cells. */
  cells: string;
  outcome: RowOutcome | null;
  /** JSON: field → key of `texts.errors`. */
  errors: string;
}

const COLUMNS = {
  id: "id",
  rowNumber: "row_number",
  cells: "cells",
  outcome: "outcome",
  errors: "errors",
};

const AT_ONCE = 100;

export async function insertImportRows(
  db: Database,
  importId: number,
  rows: readonly { number: number; cells: string }[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await db("import_rows").insert(
      rows
        .slice(at, at + AT_ONCE)
        .map(({ number, cells }) => ({ import_id: importId, row_number: number, cells })),
    );
  }
}

export async function deleteImportRows(db: Database, importId: number): Promise<void> {
  await db("import_rows").where({ import_id: importId }).delete();
}

/** In the order of the file, from below the given row on. */
export async function listImportRows(
  db: Database,
  of: { importId: number; after?: number; limit: number; outcome?: RowOutcome | null },
): Promise<ImportRow[]> {
  const query = db("import_rows")
    .where({ import_id: of.importId })
    .orderBy("row_number")
    .limit(of.limit)
    .select(COLUMNS);
  if (of.after !== undefined) query.where("row_number", ">", of.after);
  if (of.outcome) query.where({ outcome: of.outcome });
  return query;
}

export async function countImportRows(
  db: Database,
  importId: number,
): Promise<Partial<Record<RowOutcome, number>>> {
  const rows = await db("import_rows")
    .where({ import_id: importId })
    .groupBy("outcome")
    .select<{ outcome: string; n: number }[]>("outcome", db.raw("count(*) as n"));
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, Number(n)]));
}

export interface RowResult {
  id: number;
  outcome: RowOutcome;
  errors: string;
  naturalKey: string | null;
  recordType: string | null;
  recordId: number | null;
  before: string | null;
}

/** Rows of which the same is told are written together. */
export async function updateImportRows(db: Database, results: readonly RowResult[]): Promise<void> {
  const alike = groupedBy(results, ({ outcome, errors, recordType, before }) =>
    JSON.stringify([outcome, errors, recordType, before]),
  );
  for (const same of alike.values()) {
    for (let at = 0; at < same.length; at += AT_ONCE) {
      const some = same.slice(at, at + AT_ONCE);
      await updateRows(db, some);
    }
  }
}

/** Each row has its own key and record, the rest they share. */
async function updateRows(db: Database, alike: readonly RowResult[]): Promise<void> {
  const [told] = alike;
  if (!told) return;
  const rows = alike.map(({ id, naturalKey, recordId }) => [id, naturalKey, recordId]);
  const row = "(cast(? as integer), cast(? as text), cast(? as integer))";
  await db.raw(
    `with v (id, natural_key, record_id) as (values ${rows.map(() => row).join(", ")})
     update import_rows set outcome = ?, errors = ?, record_type = ?, before = ?,
       natural_key = v.natural_key, record_id = v.record_id
     from v where import_rows.id = v.id`,
    [...rows.flat(), told.outcome, told.errors, told.recordType, told.before] as never,
  );
}

/** Cells may hold names: they go as soon as they have done their work. */
export async function clearImportCells(db: Database, importId: number): Promise<void> {
  await db("import_rows").where({ import_id: importId }).update({ cells: "[]" });
}

/** Which of these rows have been read into the project before, by an import that stands. */
export async function listAppliedKeys(
  db: Database,
  of: { projectId: number; kind: string; keys: readonly string[] },
): Promise<Set<string>> {
  const rows = await db("import_rows as r")
    .join("imports as i", "i.id", "r.import_id")
    .where({ "i.project_id": of.projectId, "i.kind": of.kind, "i.state": "applied" })
    .whereIn("r.natural_key", of.keys)
    .whereIn("r.outcome", ["created", "changed"])
    .distinct("r.natural_key");
  return new Set(rows.map((row) => row.natural_key));
}

export interface MadeRecord {
  id: number;
  rowNumber: number;
  recordType: string;
  recordId: number;
  before: string | null;
}

/** What an import made or changed, the last first. */
export async function listMadeRecords(trx: Transaction, importId: number): Promise<MadeRecord[]> {
  return trx("import_rows")
    .where({ import_id: importId })
    .whereIn("outcome", ["created", "changed"])
    .whereNotNull("record_id")
    .orderBy("row_number", "desc")
    .select({
      id: "id",
      rowNumber: "row_number",
      recordType: "record_type",
      recordId: "record_id",
      before: "before",
    });
}

export async function updateRowsUndone(trx: Transaction, importId: number): Promise<void> {
  await trx("import_rows")
    .where({ import_id: importId })
    .whereIn("outcome", ["created", "changed"])
    .update({ outcome: "undone" });
}
