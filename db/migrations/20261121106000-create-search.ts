import type { Knex } from "knex";
import { engineOf } from "../connection.ts";
import { createSearchIndex, dropSearchIndex } from "../search-index.ts";
import { day, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("search_entries", (table) => {
    // A row id on SQLite; it holds more than an integer of PostgreSQL (db/queries/searches.ts).
    const idType = engineOf(db) === "postgres" ? "bigint" : "integer";
    table.specificType("id", idType).primary("search_entries_pk");
    reference(table, "project_id", "projects");
    day(table, "dated_on");
    table.text("title").notNullable();
    table.text("body").notNullable();
    table.text("title_words").notNullable();
    table.text("words").notNullable();
  });
  await createSearchIndex(db);
}

export async function down(db: Knex): Promise<void> {
  await dropSearchIndex(db);
  await db.schema.dropTable("search_entries");
}
