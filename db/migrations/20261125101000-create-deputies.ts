import type { Knex } from "knex";
import { day, editable, holds, reference } from "./columns.ts";

/** Who stands in for whom on which days: they get the mail and hold the rights in the projects. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("deputies", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    reference(table, "deputy_user_id", "users");
    day(table, "from_on").notNullable();
    day(table, "until_on").notNullable();
    table.text("note");
    reference(table, "named_by", "users", { optional: true });
    editable(table);
    holds(table, "not_oneself", "user_id <> deputy_user_id");
    holds(table, "ends_after_it_starts", "until_on >= from_on");
  });
  // Who did something by the rights of somebody else did it for them.
  await db.raw(
    "alter table audit_events add column on_behalf_of_id integer references users (id) on delete restrict",
  );
}

export async function down(db: Knex): Promise<void> {
  await db.raw("alter table audit_events drop column on_behalf_of_id");
  await db.schema.dropTable("deputies");
}
