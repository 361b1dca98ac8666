import type { Knex } from "knex";
import { createSearchIndex, dropSearchIndex } from "../search-index.ts";
import { day, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("search_entries", (table) => {
    table.increments("id");
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    reference(table, "project_id", "projects");
    day(table, "dated_on");
    table.text("title").notNullable();
    table.text("body").notNullable();
    table.text("folded").notNullable();
    table.unique(["object_type", "object_id"], { indexName: "search_entries_object_uq" });
    oneOf(table, "object_type", ["project", "activity", "milestone", "log-entry"]);
  });
  await createSearchIndex(db);
}

export async function down(db: Knex): Promise<void> {
  await dropSearchIndex(db);
  await db.schema.dropTable("search_entries");
}
