import type { Knex } from "knex";
import { editable, instant, reference } from "./columns.ts";

/** Calendars that people subscribe to by a secret address, their own or of one project. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("calendar_feeds", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    // Everything of the person unless a project is named.
    reference(table, "project_id", "projects", { optional: true });
    // Part of what the address is signed over: a new one makes the old address worthless.
    table.integer("edition").notNullable().defaultTo(1);
    table.boolean("has_deadlines").notNullable().defaultTo(true);
    table.boolean("has_events").notNullable().defaultTo(true);
    // Minutes before, separated by commas; none by default.
    table.text("alarms").notNullable().defaultTo("");
    instant(table, "revoked_at");
    instant(table, "last_read_at");
    editable(table);
  });
  // One address a person and project; what was revoked stays as a row of history.
  await db.raw(
    `create unique index calendar_feeds_live_uq on calendar_feeds
      (user_id, coalesce(project_id, 0)) where revoked_at is null`,
  );
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("calendar_feeds");
}
