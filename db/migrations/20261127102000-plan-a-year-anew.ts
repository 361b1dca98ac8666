import type { Knex } from "knex";

const NAME = "action_plans_plan_year_uq";

/** An action plan made for a wrong year goes to the archive; the year may get another one. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("action_plans", (table) => {
    table.dropUnique(["plan_id", "year"], NAME);
  });
  await db.raw(
    `create unique index ${NAME} on action_plans (plan_id, year) where archived_at is null`,
  );
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop index ${NAME}`);
  await db.schema.alterTable("action_plans", (table) => {
    table.unique(["plan_id", "year"], { indexName: NAME });
  });
}
