import type { Knex } from "knex";
import { editable, holds, instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("card_links", (table) => {
    table.increments("id");
    reference(table, "card_id", "cards");
    reference(table, "measure_id", "measures", { optional: true });
    reference(table, "project_id", "projects", { optional: true });
    reference(table, "activity_id", "activities", { optional: true });
    // A project that is not here yet is named; it joins by its number when it comes.
    table.text("registration_number");
    table.text("project_name");
    table.text("origin").notNullable();
    table.text("note");
    // Somebody has taken it away: the same number in the text does not bring it back.
    table.boolean("is_declined").notNullable().defaultTo(false);
    reference(table, "created_by", "users", { optional: true });
    editable(table);
    oneOf(table, "origin", ["number", "hand"]);
    holds(
      table,
      "leads_somewhere",
      "project_id is not null or registration_number is not null or project_name is not null",
    );
    table.index(["registration_number"], "card_links_number_ix");
  });
  await db.schema.createTable("card_continuations", (table) => {
    table.increments("id");
    reference(table, "from_card_id", "cards");
    reference(table, "to_card_id", "cards");
    table.text("note");
    instant(table, "created_at").notNullable();
    reference(table, "created_by", "users", { optional: true });
    table.unique(["from_card_id", "to_card_id"], { indexName: "card_continuations_uq" });
    holds(table, "is_another_card", "from_card_id <> to_card_id");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("card_continuations");
  await db.schema.dropTable("card_links");
}
