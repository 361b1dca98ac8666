import type { Knex } from "knex";
import { editable, oneOf } from "./columns.ts";

/** Words of mails that administrators have put in place of the product's own. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("mail_texts", (table) => {
    table.increments("id");
    table.text("template").notNullable();
    table.text("language").notNullable();
    table.text("field").notNullable();
    table.text("text").notNullable();
    editable(table);
    oneOf(table, "language", ["cs", "en"]);
    table.unique(["template", "language", "field"], { indexName: "mail_texts_field_uq" });
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("mail_texts");
}
