import type { Knex } from "knex";
import { appended, day, editable, holds, instant, oneOf, reference } from "./columns.ts";

const KINDS = ["milestone", "report", "payment-request", "publicity", "output", "task", "other"];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("monitoring_periods", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    day(table, "starts_on").notNullable();
    day(table, "ends_on").notNullable();
    table.integer("version").notNullable().defaultTo(1);
    table.unique(["project_id", "number"], { indexName: "monitoring_periods_number_uq" });
    table.index(["ends_on"], "monitoring_periods_ends_ix");
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
  });
  await db.schema.createTable("activities", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "parent_id", "activities", { optional: true });
    table.text("number").notNullable();
    table.integer("position").notNullable();
    table.text("title").notNullable();
    table.text("goal");
    table.text("description");
    table.text("outputs");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    day(table, "starts_on");
    day(table, "ends_on");
    day(table, "baseline_starts_on");
    day(table, "baseline_ends_on");
    table.integer("share_bp");
    table.text("state").notNullable().defaultTo("planned");
    table.integer("percent");
    day(table, "percent_on");
    table.text("percent_reason");
    editable(table);
    oneOf(table, "state", ["planned", "running", "done", "cancelled"]);
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
    holds(table, "share_within_whole", "share_bp between 0 and 10000");
    holds(table, "percent_within_whole", "percent between 0 and 100");
    holds(table, "one_owner", "owner_user_id is null or owner_contact_id is null");
  });
  await db.schema.createTable("activity_code_items", (table) => {
    table.increments("id");
    reference(table, "activity_id", "activities");
    reference(table, "code_list_item_id", "code_list_items");
    table.unique(["activity_id", "code_list_item_id"], { indexName: "activity_code_items_uq" });
  });
  await db.schema.createTable("log_entries", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    day(table, "happened_on").notNullable();
    table.text("body").notNullable();
    table.text("next_step");
    day(table, "next_step_on");
    table.integer("worked_minutes");
    reference(table, "author_id", "users", { optional: true });
    editable(table);
    table.index(["project_id", "happened_on", "id"], "log_entries_project_day_ix");
    table.index(["project_id", "author_id"], "log_entries_project_author_ix");
    holds(table, "worked_minutes_within_a_day", "worked_minutes between 1 and 1440");
  });
  await db.schema.createTable("log_entry_activities", (table) => {
    table.increments("id");
    reference(table, "log_entry_id", "log_entries");
    reference(table, "activity_id", "activities");
    table.unique(["log_entry_id", "activity_id"], { indexName: "log_entry_activities_uq" });
  });
  await db.schema.createTable("activity_progress", (table) => {
    table.increments("id");
    reference(table, "activity_id", "activities");
    table.integer("percent");
    table.text("reason");
    reference(table, "log_entry_id", "log_entries", { optional: true });
    appended(table, "activity_progress");
    holds(table, "percent_within_whole", "percent between 0 and 100");
  });
  await db.schema.createTable("activity_dates", (table) => {
    table.increments("id");
    reference(table, "activity_id", "activities");
    day(table, "starts_on");
    day(table, "ends_on");
    table.text("reason");
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
  });
  await db.schema.createTable("milestones", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "activity_id", "activities", { optional: true });
    table.text("kind").notNullable();
    table.text("title").notNullable();
    table.text("note");
    table.text("origin").notNullable().defaultTo("hand");
    reference(table, "log_entry_id", "log_entries", { optional: true });
    reference(table, "programme_rule_id", "programme_rules", { optional: true });
    reference(table, "period_id", "monitoring_periods", { optional: true });
    day(table, "computed_due_on");
    day(table, "overridden_due_on");
    table.text("override_reason");
    day(table, "due_on").notNullable();
    day(table, "shifted_on").notNullable();
    day(table, "remind_on").notNullable();
    day(table, "baseline_due_on").notNullable();
    day(table, "expected_on");
    day(table, "done_on");
    day(table, "cancelled_on");
    table.text("proof");
    table.text("proof_url");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    table.text("recurrence").notNullable().defaultTo("none");
    day(table, "recurs_until");
    reference(table, "recurs_from_id", "milestones", { optional: true });
    editable(table);
    oneOf(table, "kind", KINDS);
    oneOf(table, "origin", ["hand", "rule", "minutes", "log"]);
    oneOf(table, "recurrence", ["none", "monthly", "yearly"]);
    holds(table, "one_owner", "owner_user_id is null or owner_contact_id is null");
    table.index(["project_id", "due_on"], "milestones_project_due_ix");
    table.index(["done_on", "due_on"], "milestones_done_due_ix");
    table.index(["owner_user_id", "done_on", "due_on"], "milestones_owner_done_due_ix");
  });
  // What is still owed is asked for on every page: only open items, however many are done. The columns of
  // the condition are in it as well, or SQLite would look each of them up in the table again.
  await db.raw(
    `create index milestones_open_due_ix
     on milestones (project_id, due_on, title, done_on, cancelled_on, archived_at)
     where done_on is null and cancelled_on is null and archived_at is null`,
  );
  await db.schema.createTable("log_entry_milestones", (table) => {
    table.increments("id");
    reference(table, "log_entry_id", "log_entries");
    reference(table, "milestone_id", "milestones");
    table.unique(["log_entry_id", "milestone_id"], { indexName: "log_entry_milestones_uq" });
  });
  await db.schema.createTable("milestone_dates", (table) => {
    table.increments("id");
    reference(table, "milestone_id", "milestones");
    day(table, "due_on").notNullable();
    table.text("reason");
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
  });
  await db.schema.createTable("milestone_states", (table) => {
    table.increments("id");
    reference(table, "milestone_id", "milestones");
    table.text("state").notNullable();
    day(table, "valid_on").notNullable();
    table.text("note");
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
    oneOf(table, "state", ["open", "done", "cancelled"]);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "milestone_states",
    "milestone_dates",
    "log_entry_milestones",
    "milestones",
    "activity_dates",
    "activity_progress",
    "log_entry_activities",
    "log_entries",
    "activity_code_items",
    "activities",
    "monitoring_periods",
  ]) {
    await db.schema.dropTable(table);
  }
}
