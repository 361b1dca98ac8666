import type { Knex } from "knex";
import { instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("plan_imports", (table) => {
    table.increments("id");
    reference(table, "plan_id", "plans");
    table.text("state").notNullable();
    table.text("file_name").notNullable();
    table.text("sha256").notNullable();
    // JSON of the lines with what became of each: the account stays after the cards are written.
    table.text("lines").notNullable();
    // JSON of what the whole says: title, layout, areas, warnings.
    table.text("findings").notNullable().defaultTo("{}");
    // JSON of the ids of repairs that were declined.
    table.text("declined").notNullable().defaultTo("[]");
    // JSON of the areas that the application made, to be taken back.
    table.text("before");
    instant(table, "read_at").notNullable();
    reference(table, "read_by", "users", { optional: true });
    instant(table, "applied_at");
    instant(table, "undone_at");
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "state", ["read", "applied", "undone", "dropped"]);
  });
  await db.schema.createTable("plan_import_cards", (table) => {
    table.increments("id");
    reference(table, "import_id", "plan_imports");
    table.integer("ordinal").notNullable();
    table.text("number").notNullable();
    // JSON of the recognised card; of what a person made of it.
    table.text("recognised").notNullable();
    table.text("edited");
    table.text("decision");
    // Card of the plan with the same number, or the one that was written.
    reference(table, "card_id", "cards", { optional: true });
    table.text("outcome").notNullable();
    // JSON of the card before it was rewritten, and of what was written.
    table.text("before");
    table.text("after");
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "decision", ["accepted", "edited", "skipped"]);
    oneOf(table, "outcome", ["new", "changed", "same", "duplicate"]);
    table.unique(["import_id", "ordinal"], { indexName: "plan_import_cards_ordinal_uq" });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("plan_import_cards");
  await db.schema.dropTable("plan_imports");
}
