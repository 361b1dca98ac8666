import type { Knex } from "knex";
import { day, oneOf, reference } from "./columns.ts";

const WAYS = ["immediate", "daily", "weekly", "off"];
// What the legal act sets cannot be switched off by whoever answers for it.
const CATEGORIES = [
  { key: "deadlines", default_way: "immediate", is_mandatory: true },
  { key: "milestones", default_way: "daily", is_mandatory: false },
  { key: "events", default_way: "immediate", is_mandatory: false },
  { key: "approvals", default_way: "immediate", is_mandatory: false },
  { key: "comments", default_way: "immediate", is_mandatory: false },
  { key: "summary", default_way: "immediate", is_mandatory: false },
];

/** How people want to be told of what: by category, in a project otherwise, on which days, when not at all. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("notification_categories", (table) => {
    table.text("key").primary("notification_categories_pk");
    table.text("default_way").notNullable();
    table.boolean("is_mandatory").notNullable();
    table.integer("position").notNullable();
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "default_way", WAYS);
  });
  await db("notification_categories").insert(
    CATEGORIES.map((category, position) => ({ ...category, position })),
  );
  await db.schema.createTable("notification_preferences", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    // Everywhere unless a project is named.
    reference(table, "project_id", "projects", { optional: true });
    table.text("category").notNullable();
    table.text("way").notNullable();
    table
      .foreign("category", "notification_preferences_category_fk")
      .references("notification_categories.key")
      .onDelete("RESTRICT");
    oneOf(table, "way", WAYS);
  });
  await db.raw(
    `create unique index notification_preferences_uq on notification_preferences
      (user_id, category, coalesce(project_id, 0))`,
  );
  await db.schema.alterTable("users", (table) => {
    // Days of the week, Monday first; a digest leaves on working days among them.
    table.text("digest_days").notNullable().defaultTo("1,2,3,4,5");
    day(table, "paused_from_on");
    day(table, "paused_until_on");
  });
  await keepSilence(db);
  // Not by the builder, which would make the table anew on SQLite.
  await db.raw("alter table users drop column digests_enabled");
}

/** Whoever has switched digests off is told of what is mandatory once a week, and of nothing else. */
async function keepSilence(db: Knex): Promise<void> {
  const silent = await db("users").where({ digests_enabled: false }).orderBy("id").pluck("id");
  for (const user_id of silent)
    await db("notification_preferences").insert(
      CATEGORIES.filter(({ key }) => key !== "summary").map(({ key, is_mandatory }) => ({
        user_id,
        category: key,
        way: is_mandatory ? "weekly" : "off",
      })),
    );
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable("users", (table) => {
    table.boolean("digests_enabled").notNullable().defaultTo(true);
    table.dropColumns("digest_days", "paused_from_on", "paused_until_on");
  });
  await db.schema.dropTable("notification_preferences");
  await db.schema.dropTable("notification_categories");
}
