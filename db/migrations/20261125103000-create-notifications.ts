import type { Knex } from "knex";
import { holds, instant, oneOf, reference } from "./columns.ts";

const KINDS = [
  "assigned",
  "returned",
  "moved",
  "event-cancelled",
  "event-moved",
  "mention",
  "handed-over",
  "taken-over",
];
const CATEGORIES = ["deadlines", "milestones", "events", "approvals", "comments"];

/** Sudden news for one person: told at once or in their next digest, by what they prefer. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("notifications", (table) => {
    table.increments("id");
    table.text("kind").notNullable();
    table.text("category").notNullable();
    reference(table, "recipient_user_id", "users");
    reference(table, "on_behalf_of_id", "users", { optional: true });
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    // The record on whose page it is found.
    table.integer("page_id").notNullable();
    reference(table, "project_id", "projects", { optional: true });
    reference(table, "actor_id", "users", { optional: true });
    // Ids and days only: names and titles are read when it is told.
    table.text("params").notNullable().defaultTo("{}");
    table.text("state").notNullable().defaultTo("waiting");
    table.text("reason");
    reference(table, "mail_id", "outgoing_mails", { optional: true });
    instant(table, "created_at").notNullable();
    oneOf(table, "kind", KINDS);
    oneOf(table, "category", CATEGORIES);
    oneOf(table, "state", ["waiting", "gathered", "mailed", "superseded"]);
    holds(table, "mailed_by_a_mail", "state in ('waiting', 'superseded') or mail_id is not null");
    table.index(["state", "recipient_user_id"], "notifications_state_recipient_ix");
    table.index(["object_type", "object_id"], "notifications_object_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("notifications");
}
