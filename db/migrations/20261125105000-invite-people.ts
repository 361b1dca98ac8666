import type { Knex } from "knex";
import { instant } from "./columns.ts";

/** Invitations as calendars know them, and who wants no mails about events but the necessary ones. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("events", (table) => {
    table.boolean("sends_mails").notNullable().defaultTo(true);
  });
  // Their people were written to by hand: an upgrade is not to remind and thank them all of a sudden.
  await db("events")
    .whereIn("id", db("registrations").select("event_id"))
    .update({ sends_mails: false });
  await db.schema.alterTable("event_sessions", (table) => {
    // SEQUENCE of RFC 5545: rises whenever day, hours, place or title change.
    table.integer("calendar_sequence").notNullable().defaultTo(0);
  });
  await db.schema.alterTable("participants", (table) => {
    instant(table, "refused_mail_at");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable("participants", (table) => table.dropColumn("refused_mail_at"));
  await db.schema.alterTable("event_sessions", (table) => table.dropColumn("calendar_sequence"));
  await db.schema.alterTable("events", (table) => table.dropColumn("sends_mails"));
}
