import type { Knex } from "knex";
import { instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  // What was given to IS ESF and when: a later change of an earlier period is known by it.
  await db.schema.createTable("is_esf_exports", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "period_id", "monitoring_periods", { optional: true });
    table.text("kind").notNullable();
    instant(table, "exported_at").notNullable();
    reference(table, "exported_by", "users", { optional: true });
    table.integer("person_count").notNullable();
    oneOf(table, "kind", ["persons", "supports"]);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("is_esf_exports");
}
