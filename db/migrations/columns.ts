import type { Knex } from "knex";

type Table = Knex.CreateTableBuilder;

/** A named, restricting foreign key; every one has an index, since both directions are looked up. */
export function reference(
  table: Table,
  column: string,
  target: string,
  options: { optional?: boolean; unique?: boolean } = {},
): void {
  const name = tableName(table);
  const definition = table.integer(column);
  if (!options.optional) definition.notNullable();
  table.foreign(column, `${name}_${column}_fk`).references(`${target}.id`).onDelete("RESTRICT");
  if (options.unique) table.unique([column], { indexName: `${name}_${column}_uq` });
  else table.index([column], `${name}_${column}_ix`);
}

export function day(table: Table, column: string) {
  return table.date(column);
}

export function instant(table: Table, column: string) {
  return table.timestamp(column, { useTz: true });
}

/** What every record that people edit carries: when it came, which edition it is, when it was archived. */
export function editable(table: Table): void {
  instant(table, "created_at").notNullable();
  table.integer("version").notNullable().defaultTo(1);
  instant(table, "archived_at");
}

/**
 * An appended fact: the day it is true of, the instant it was entered, by whom, and the row it corrects. A
 * row is corrected once at most: two corrections of the same row would both count.
 */
export function appended(table: Table, ownTable: string): void {
  day(table, "valid_on").notNullable();
  instant(table, "recorded_at").notNullable();
  reference(table, "recorded_by", "users", { optional: true });
  reference(table, "corrects_id", ownTable, { optional: true, unique: true });
}

/**
 * A Czech sort key (`values/fold.ts`) compares byte by byte. PostgreSQL would compare it by the locale of
 * the database unless told; SQLite knows no other way.
 */
export function sortKey(table: Table): void {
  const isPostgres = (table as unknown as Builder).client.config.client === "pg";
  table.specificType("sort_key", isPostgres ? 'text collate "C"' : "text").notNullable();
}

export function oneOf(table: Table, column: string, values: readonly string[]): void {
  const list = values.map((value) => `'${value}'`).join(", ");
  table.check(`${column} in (${list})`, {}, `${tableName(table)}_${column}_is_known`);
}

export function holds(table: Table, name: string, condition: string): void {
  table.check(condition, {}, `${tableName(table)}_${name}`);
}

function tableName(table: Table): string {
  return (table as unknown as { _tableName: string })._tableName;
}

interface Builder {
  client: { config: { client: unknown } };
}
