import type { Knex } from "knex";
import { day, editable, holds, instant, oneOf, reference, sortKey } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("users", (table) => {
    table.increments("id");
    table.text("name").notNullable();
    sortKey(table);
    table.text("email").notNullable();
    table.text("email_folded").notNullable().unique({ indexName: "users_email_folded_uq" });
    table.text("password_hash");
    table.text("language").notNullable().defaultTo("cs");
    table.text("theme").notNullable().defaultTo("auto");
    table.boolean("has_shortcuts").notNullable().defaultTo(true);
    table.boolean("is_administrator").notNullable().defaultTo(false);
    table.boolean("is_management").notNullable().defaultTo(false);
    table.boolean("is_auditor").notNullable().defaultTo(false);
    table.boolean("is_founder").notNullable().defaultTo(false);
    day(table, "audits_from_on");
    day(table, "audits_until_on");
    table.text("digest_at").notNullable().defaultTo("07:30");
    table.boolean("digests_enabled").notNullable().defaultTo(true);
    instant(table, "deactivated_at");
    editable(table);
    oneOf(table, "language", ["cs", "en"]);
    oneOf(table, "theme", ["auto", "light", "dark"]);
  });
  await db.schema.createTable("sessions", (table) => {
    table.text("id_hash").primary("sessions_pk");
    reference(table, "user_id", "users");
    instant(table, "created_at").notNullable();
    instant(table, "last_seen_at").notNullable();
    instant(table, "idle_expires_at").notNullable();
    instant(table, "absolute_expires_at").notNullable();
    table.text("address");
    table.text("agent");
    instant(table, "revoked_at");
  });
  await db.schema.createTable("account_links", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    table.text("kind").notNullable();
    instant(table, "created_at").notNullable();
    instant(table, "expires_at").notNullable();
    instant(table, "used_at");
    reference(table, "created_by", "users", { optional: true });
    oneOf(table, "kind", ["invitation", "reset"]);
  });
  await db.schema.createTable("attempt_windows", (table) => {
    table.text("key").primary("attempt_windows_pk");
    table.integer("attempts").notNullable();
    instant(table, "ends_at").notNullable();
    instant(table, "blocked_until");
  });
  await db.schema.createTable("submissions", (table) => {
    table.text("nonce").primary("submissions_pk");
    reference(table, "user_id", "users", { optional: true });
    table.text("result").notNullable();
    instant(table, "created_at").notNullable();
  });
  await db.schema.createTable("kept_forms", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    table.text("path").notNullable();
    table.text("fields").notNullable();
    instant(table, "created_at").notNullable();
  });
  await db.schema.createTable("audit_events", (table) => {
    table.increments("id");
    instant(table, "at").notNullable();
    table.text("request_id");
    reference(table, "actor_id", "users", { optional: true });
    table.text("address");
    table.text("action").notNullable();
    table.text("object_type").notNullable();
    table.integer("object_id");
    table.integer("project_id").index("audit_events_project_id_ix");
    table.text("outcome").notNullable().defaultTo("done");
    table.text("changes").notNullable().defaultTo("{}");
    table.index(["object_type", "object_id"], "audit_events_object_ix");
    table.index(["at"], "audit_events_at_ix");
    table.index(["action"], "audit_events_action_ix");
    oneOf(table, "outcome", ["done", "denied", "failed"]);
  });
  await db.schema.createTable("audit_seals", (table) => {
    table.date("day").primary("audit_seals_pk");
    table.integer("last_event_id").notNullable();
    table.integer("events").notNullable();
    table.text("previous_hash").notNullable();
    table.text("hash").notNullable();
    instant(table, "sealed_at").notNullable();
    holds(table, "events_not_negative", "events >= 0");
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "audit_seals",
    "audit_events",
    "kept_forms",
    "submissions",
    "attempt_windows",
    "account_links",
    "sessions",
    "users",
  ]) {
    await db.schema.dropTable(table);
  }
}
