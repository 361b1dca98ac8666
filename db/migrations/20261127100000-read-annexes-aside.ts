import type { Knex } from "knex";
import { instant, oneOf, reference } from "./columns.ts";

/** Annexes that are to be read, are being read or could not be; the row goes once their cards are there. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("annex_readings", (table) => {
    table.increments("id");
    reference(table, "import_id", "plan_imports", { unique: true });
    table.text("file").notNullable();
    // Ending of the name by which it is read; null of a text that was pasted.
    table.text("format");
    table.text("state").notNullable().defaultTo("ordered");
    // Why it could not be read, a key of the texts of errors.
    table.text("fault");
    table.integer("attempts").notNullable().defaultTo(0);
    instant(table, "ordered_at").notNullable();
    table.text("lease_owner");
    instant(table, "lease_until");
    oneOf(table, "state", ["ordered", "running", "failed"]);
    table.unique(["file"], { indexName: "annex_readings_file_uq" });
    table.index(["state", "ordered_at"], "annex_readings_state_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("annex_readings");
}
