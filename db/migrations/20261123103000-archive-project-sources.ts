import type { Knex } from "knex";
import { instant } from "./columns.ts";

/** A source that a plan of drawdown refers to leaves the project without leaving what was planned of it. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("project_sources", (table) => {
    instant(table, "archived_at");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.raw("alter table project_sources drop column archived_at");
}
