import type { Knex } from "knex";
import { engineOf } from "../connection.ts";

const BEFORE = [
  "participants",
  "registrations",
  "attendance",
  "milestones",
  "indicator-values",
  "log-entries",
];

export async function up(db: Knex): Promise<void> {
  await allowKinds(db, BEFORE, [...BEFORE, "expenditures"]);
}

export async function down(db: Knex): Promise<void> {
  await allowKinds(db, [...BEFORE, "expenditures"], BEFORE);
}

async function allowKinds(db: Knex, from: string[], to: string[]): Promise<void> {
  if (engineOf(db) === "sqlite") return rebuild(db, listOf(from), listOf(to));
  await db.raw("alter table imports drop constraint imports_kind_is_known");
  await db.raw(
    `alter table imports add constraint imports_kind_is_known check (kind in (${listOf(to)}))`,
  );
}

function listOf(kinds: string[]): string {
  return kinds.map((kind) => `'${kind}'`).join(", ");
}

/** SQLite changes no check of a table that is there: it is made anew, its rows put aside meanwhile. */
async function rebuild(db: Knex, from: string, to: string): Promise<void> {
  const parts: { type: string; sql: string }[] = await db("sqlite_master")
    .where({ tbl_name: "imports" })
    .whereNotNull("sql")
    .select("type", "sql");
  const table = parts.find(({ type }) => type === "table")?.sql ?? "";
  const widened = table.replace(from, to).replace(/imports/, "imports_anew");
  await db.raw("create table import_rows_aside as select * from import_rows");
  await db("import_rows").delete();
  await db.raw(widened);
  await db.raw("insert into imports_anew select * from imports");
  await db.schema.dropTable("imports");
  await db.raw("alter table imports_anew rename to imports");
  for (const { type, sql } of parts) if (type === "index") await db.raw(sql);
  await db.raw("insert into import_rows select * from import_rows_aside");
  await db.schema.dropTable("import_rows_aside");
}
