import type { Knex } from "knex";
import { instant, reference } from "./columns.ts";

/** Cards with titles alike of which a person has said that neither goes on as the other: they are offered no more. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("dismissed_continuations", (table) => {
    table.increments("id");
    reference(table, "from_card_id", "cards");
    reference(table, "to_card_id", "cards");
    instant(table, "created_at").notNullable();
    reference(table, "created_by", "users", { optional: true });
    table.unique(["from_card_id", "to_card_id"], { indexName: "dismissed_continuations_uq" });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("dismissed_continuations");
}
