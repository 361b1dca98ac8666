import type { Knex } from "knex";
import { type Database, engineOf, type Transaction } from "../connection.ts";

/**
 * Tables as a whole, for backups that carry over from one engine to the other. Values are written as JSON
 * has them: booleans as such, whole numbers, days and instants as text.
 */
export interface TableShape {
  name: string;
  columns: string[];
  booleans: string[];
  /** Name of the one column that is the primary key. */
  key: string;
}

const NOT_OURS = /^(knex_|sqlite_|search_words)/;
const ROWS_AT_ONCE = 500;

export async function listTables(db: Database): Promise<TableShape[]> {
  const shapes = engineOf(db) === "sqlite" ? await sqliteTables(db) : await postgresTables(db);
  return shapes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Rows of a table in the order of its key, page by page, so that none is held in memory for long. */
export async function* rowsOf(db: Database, table: TableShape): AsyncGenerator<object[]> {
  let last: unknown;
  for (;;) {
    const page = db(table.name).select(table.columns).orderBy(table.key).limit(ROWS_AT_ONCE);
    if (last !== undefined) page.where(table.key, ">", last as string | number);
    const rows: Record<string, unknown>[] = await page;
    last = rows.at(-1)?.[table.key];
    if (rows.length > 0) yield rows.map((row) => plainRow(row, table));
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

export async function insertRows(trx: Transaction, table: string, rows: object[]): Promise<void> {
  const perStatement = Math.max(1, Math.floor(900 / Object.keys(rows[0] ?? {}).length));
  for (let at = 0; at < rows.length; at += perStatement) {
    await trx(table).insert(rows.slice(at, at + perStatement));
  }
}

export async function deleteRows(trx: Transaction, table: string): Promise<void> {
  await trx(table).delete();
}

export async function countRows(db: Database, table: string): Promise<number> {
  const row = await db(table).count<{ n: number }[]>({ n: "*" });
  return Number(row[0]?.n ?? 0);
}

/** Lets rows come in any order; what refers to nothing is found at the end, when all are in. */
export async function withReferencesCheckedLast(
  trx: Transaction,
  load: () => Promise<void>,
): Promise<void> {
  if (engineOf(trx) === "sqlite") {
    await trx.raw("pragma defer_foreign_keys = on");
    await load();
    const broken = await trx.raw("pragma foreign_key_check");
    if (broken.length > 0) throw new Error(`${broken.length} references lead nowhere`);
    return;
  }
  const references = await postgresReferences(trx);
  for (const [table, name] of references) {
    await trx.raw("alter table ?? alter constraint ?? deferrable", [table, name]);
  }
  await trx.raw("set constraints all deferred");
  await load();
  await trx.raw("set constraints all immediate");
  for (const [table, name] of references) {
    await trx.raw("alter table ?? alter constraint ?? not deferrable", [table, name]);
  }
}

/** After rows came with their own ids: the next id has to be higher than any of them. */
export async function advanceSequences(trx: Transaction, tables: TableShape[]): Promise<void> {
  if (engineOf(trx) === "sqlite") return;
  for (const { name } of tables.filter((table) => table.key === "id")) {
    await trx.raw(
      "select setval(pg_get_serial_sequence(?, 'id'), coalesce((select max(id) from ??), 0) + 1, false)",
      [name, name],
    );
  }
}

/** Empties a PostgreSQL database to its last table; undone with the transaction. */
export async function dropEverything(trx: Transaction): Promise<void> {
  await trx.raw("drop schema public cascade");
  await trx.raw("create schema public");
}

function plainRow(row: Record<string, unknown>, table: TableShape): object {
  for (const column of table.booleans) if (row[column] !== null) row[column] = Boolean(row[column]);
  return row;
}

async function sqliteTables(db: Database): Promise<TableShape[]> {
  const tables = await db("sqlite_master")
    .where({ type: "table" })
    .select<{ name: string }[]>("name");
  const shapes: TableShape[] = [];
  for (const { name } of tables.filter((table) => !NOT_OURS.test(table.name))) {
    const columns: { name: string; type: string; pk: number }[] = await db.raw(
      "select name, type, pk from pragma_table_info(?)",
      [name],
    );
    shapes.push({
      name,
      columns: columns.map((column) => column.name),
      booleans: columns.filter(({ type }) => type === "boolean").map((column) => column.name),
      key: columns.find(({ pk }) => pk > 0)?.name ?? "rowid",
    });
  }
  return shapes;
}

async function postgresTables(db: Database): Promise<TableShape[]> {
  const { rows } = await db.raw<{ rows: PostgresColumn[] }>(
    `select c.table_name as "table", c.column_name as "column", c.data_type as "type",
            exists (
              select 1 from information_schema.table_constraints t
              join information_schema.key_column_usage k using (constraint_schema, constraint_name)
              where t.constraint_type = 'PRIMARY KEY' and t.table_schema = c.table_schema
                and t.table_name = c.table_name and k.column_name = c.column_name
            ) as "isKey"
     from information_schema.columns c
     join information_schema.tables own using (table_schema, table_name)
     where c.table_schema = 'public' and own.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     order by c.table_name, c.ordinal_position`,
  );
  const shapes = new Map<string, TableShape>();
  for (const { table, column, type, isKey } of rows.filter((row) => !NOT_OURS.test(row.table))) {
    const shape = shapes.get(table) ?? { name: table, columns: [], booleans: [], key: "ctid" };
    shape.columns.push(column);
    if (type === "boolean") shape.booleans.push(column);
    if (isKey) shape.key = column;
    shapes.set(table, shape);
  }
  return [...shapes.values()];
}

interface PostgresColumn {
  table: string;
  column: string;
  type: string;
  isKey: boolean;
}

async function postgresReferences(trx: Knex): Promise<[string, string][]> {
  const { rows } = await trx.raw<{ rows: { table: string; name: string }[] }>(
    `select table_name as "table", constraint_name as "name"
     from information_schema.table_constraints
     where constraint_type = 'FOREIGN KEY' and table_schema = 'public'`,
  );
  return rows.map(({ table, name }) => [table, name]);
}
