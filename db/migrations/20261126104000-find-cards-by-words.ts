import type { Knex } from "knex";

/** Cards belong to no project, so the index of the search, which asks for reach, has no place for them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("cards", (table) => {
    // Folded words of the card and its measures, one after another, with a blank at both ends.
    table.text("words").notNullable().defaultTo("");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable("cards", (table) => {
    table.dropColumn("words");
  });
}
