import type { Knex } from "knex";
import { instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  // A budget is written whole or not at all, so its rows have no fates of their own.
  await db.schema.createTable("budget_imports", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("state").notNullable();
    table.text("file_name").notNullable();
    table.text("sha256").notNullable();
    // JSON of the rows as they were read, headings first; gone with the import.
    table.text("cells").notNullable();
    table.integer("lost_texts").notNullable().defaultTo(0);
    reference(table, "budget_version_id", "budget_versions", { optional: true });
    // JSON of the lines before and after, to be put back while nobody has worked on them.
    table.text("before");
    table.text("after");
    instant(table, "read_at").notNullable();
    reference(table, "read_by", "users", { optional: true });
    instant(table, "applied_at");
    instant(table, "undone_at");
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "state", ["read", "applied", "undone", "dropped"]);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("budget_imports");
}
