import type { Knex } from "knex";
import { day, editable, holds, instant, oneOf, reference } from "./columns.ts";

const MAIL_STATES = ["pending", "sending", "sent", "failed", "cancelled", "held", "uncertain"];
const PHASES = ["connect", "auth", "mail", "rcpt", "data", "after-data"];

const LADDER = { days_before: "30,14,7,3,1,0", created_at: "2026-11-21T10:00:00.000Z" };
// Ends of periods and days of targets pass by themselves: only milestones are ever overdue.
const FIRST_RULES = [
  { key: "milestones", object_type: "milestone", overdue_after: 1, overdue_every: 7, ...LADDER },
  { key: "periods", object_type: "period", overdue_after: null, overdue_every: null, ...LADDER },
  { key: "targets", object_type: "indicator", overdue_after: null, overdue_every: null, ...LADDER },
  {
    key: "period-targets",
    object_type: "indicator-target",
    overdue_after: null,
    overdue_every: null,
    ...LADDER,
  },
];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("reminder_rules", (table) => {
    table.increments("id");
    table.text("key").notNullable().unique({ indexName: "reminder_rules_key_uq" });
    table.text("object_type").notNullable();
    table.text("days_before").notNullable();
    table.integer("overdue_after");
    table.integer("overdue_every");
    table.boolean("is_active").notNullable().defaultTo(true);
    editable(table);
  });
  await db("reminder_rules").insert(FIRST_RULES);
  await db.schema.createTable("outgoing_mails", (table) => {
    table.increments("id");
    table.text("kind").notNullable();
    table.text("dedupe_key").notNullable().unique({ indexName: "outgoing_mails_dedupe_key_uq" });
    table.text("message_id").unique({ indexName: "outgoing_mails_message_id_uq" });
    reference(table, "recipient_user_id", "users", { optional: true });
    reference(table, "recipient_contact_id", "contacts", { optional: true });
    table.text("subject_type");
    table.integer("subject_id");
    table.text("template").notNullable();
    table.text("params").notNullable().defaultTo("{}");
    table.text("rendering");
    table.text("rendering_hash");
    table.text("state").notNullable().defaultTo("pending");
    table.text("reason");
    instant(table, "due_at").notNullable();
    instant(table, "next_attempt_at").notNullable();
    instant(table, "expires_at");
    table.integer("attempts").notNullable().defaultTo(0);
    table.text("lease_owner");
    instant(table, "lease_until");
    table.integer("fence").notNullable().defaultTo(0);
    table.text("last_code");
    table.text("last_error");
    instant(table, "created_at").notNullable();
    instant(table, "sent_at");
    oneOf(table, "kind", ["digest", "immediate", "summary", "account", "participant"]);
    oneOf(table, "state", MAIL_STATES);
    holds(table, "one_recipient", "recipient_user_id is null or recipient_contact_id is null");
    table.index(["state", "next_attempt_at"], "outgoing_mails_state_next_ix");
  });
  await db.schema.createTable("delivery_attempts", (table) => {
    table.increments("id");
    reference(table, "mail_id", "outgoing_mails");
    table.integer("fence").notNullable();
    table.text("owner").notNullable();
    instant(table, "started_at").notNullable();
    instant(table, "ended_at");
    table.text("phase");
    table.text("code");
    table.text("outcome");
    table.text("answer");
    oneOf(table, "outcome", ["ok", "temporary", "permanent", "ambiguous", "unavailable"]);
    oneOf(table, "phase", PHASES);
  });
  await db.schema.createTable("reminder_occurrences", (table) => {
    table.increments("id");
    reference(table, "rule_id", "reminder_rules");
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    day(table, "anchor_on").notNullable();
    table.integer("offset_days").notNullable();
    reference(table, "recipient_user_id", "users");
    day(table, "send_on").notNullable();
    table.text("state").notNullable().defaultTo("planned");
    table.text("reason");
    reference(table, "mail_id", "outgoing_mails", { optional: true });
    instant(table, "created_at").notNullable();
    table.unique(
      ["rule_id", "object_type", "object_id", "anchor_on", "offset_days", "recipient_user_id"],
      { indexName: "reminder_occurrences_uq" },
    );
    oneOf(table, "state", ["planned", "gathered", "superseded"]);
    table.index(["state", "send_on"], "reminder_occurrences_state_send_ix");
  });
  await db.schema.createTable("mail_breakers", (table) => {
    table.text("name").primary("mail_breakers_pk");
    instant(table, "open_until");
    table.integer("failures").notNullable().defaultTo(0);
    table.text("last_error");
    table.boolean("is_paused").notNullable().defaultTo(false);
  });
  await db.schema.createTable("job_leases", (table) => {
    table.text("name").primary("job_leases_pk");
    table.text("owner").notNullable();
    instant(table, "lease_until").notNullable();
    table.integer("fence").notNullable();
  });
  await db.schema.createTable("job_runs", (table) => {
    table.increments("id");
    table.text("name").notNullable();
    table.text("period_key").notNullable();
    instant(table, "started_at").notNullable();
    instant(table, "finished_at");
    table.text("result");
    table.unique(["name", "period_key"], { indexName: "job_runs_name_period_uq" });
  });
  await db.schema.createTable("month_figures", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("month").notNullable();
    table.integer("revision").notNullable();
    table.text("health");
    table.text("headline").notNullable();
    table.text("facts").notNullable();
    table.text("hash").notNullable();
    table.text("state").notNullable();
    instant(table, "as_of").notNullable();
    instant(table, "created_at").notNullable();
    table.unique(["project_id", "month", "revision"], { indexName: "month_figures_revision_uq" });
    table.index(["month", "health"], "month_figures_month_health_ix");
    oneOf(table, "state", ["running", "reported", "frozen"]);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "month_figures",
    "job_runs",
    "job_leases",
    "mail_breakers",
    "reminder_occurrences",
    "delivery_attempts",
    "outgoing_mails",
    "reminder_rules",
  ]) {
    await db.schema.dropTable(table);
  }
}
