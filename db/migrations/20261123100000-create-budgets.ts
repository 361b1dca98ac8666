import type { Knex } from "knex";
import { engineOf } from "../connection.ts";
import { appended, day, editable, holds, instant, oneOf, reference } from "./columns.ts";

const CHANGE_STATES = ["draft", "announced", "approved", "rejected"];

export async function up(db: Knex): Promise<void> {
  await createChanges(db);
  await db.schema.createTable("budget_versions", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    // The grant decision or the change that brings it: its state and dates are those of the version.
    reference(table, "change_id", "project_changes", { unique: true });
    reference(table, "based_on_id", "budget_versions", { optional: true });
    // Kept sums of the tree.
    for (const sum of ["eligible", "direct", "staff", "flat", "ineligible"])
      table.bigInteger(`${sum}_halere`).notNullable().defaultTo(0);
    instant(table, "locked_at");
    editable(table);
    table.unique(["project_id", "number"], { indexName: "budget_versions_number_uq" });
  });
  // What a line is through all versions, whatever its code and name are in them.
  await db.schema.createTable("budget_lines", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    instant(table, "created_at").notNullable();
  });
  await db.schema.createTable("budget_line_activities", (table) => {
    table.increments("id");
    reference(table, "budget_line_id", "budget_lines");
    reference(table, "activity_id", "activities");
    table.unique(["budget_line_id", "activity_id"], { indexName: "budget_line_activities_uq" });
  });
  await createLineVersions(db);
  await db.schema.createTable("drawdown_plans", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "period_id", "monitoring_periods");
    reference(table, "source_id", "project_sources");
    table.bigInteger("amount_halere");
    appended(table, "drawdown_plans");
    holds(table, "amount_not_negative", "amount_halere >= 0");
  });
  // Kept in the transaction of every fact, so that a portfolio is read at once; the caps hold whoever writes.
  await db.schema.createTable("drawdown_totals", (table) => {
    table.integer("project_id").primary("drawdown_totals_pk");
    table
      .foreign("project_id", "drawdown_totals_project_id_fk")
      .references("projects.id")
      .onDelete("RESTRICT");
    table.bigInteger("cap_halere");
    for (const sum of ["recorded", "flat", "claimed", "approved", "cut", "received"])
      table.bigInteger(`${sum}_halere`).notNullable().defaultTo(0);
    day(table, "first_recorded_on");
    holds(table, "spent_within_cap", "recorded_halere + flat_halere <= cap_halere");
    holds(table, "claimed_within_cap", "claimed_halere <= cap_halere");
  });
  await guardLockedVersions(db);
}

async function createChanges(db: Knex): Promise<void> {
  await db.schema.createTable("project_changes", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    table.text("kind").notNullable();
    table.text("title").notNullable();
    table.text("reason");
    table.text("state").notNullable().defaultTo("draft");
    day(table, "effective_on");
    day(table, "announced_on");
    day(table, "decided_on");
    reference(table, "created_by", "users", { optional: true });
    editable(table);
    oneOf(table, "kind", ["decision", "insubstantial", "substantial"]);
    oneOf(table, "state", CHANGE_STATES);
    table.unique(["project_id", "number"], { indexName: "project_changes_number_uq" });
  });
  await db.schema.createTable("project_change_states", (table) => {
    table.increments("id");
    reference(table, "change_id", "project_changes");
    table.text("state").notNullable();
    table.text("note");
    appended(table, "project_change_states");
    oneOf(table, "state", CHANGE_STATES);
  });
  // One field of one record, as it was approved before and as it is to be.
  await db.schema.createTable("project_change_items", (table) => {
    table.increments("id");
    reference(table, "change_id", "project_changes");
    table.text("subject").notNullable();
    table.integer("object_id");
    table.text("field").notNullable();
    table.text("from_value");
    table.text("to_value");
    oneOf(table, "subject", ["project", "activity", "indicator", "milestone"]);
    table.unique(["change_id", "subject", "object_id", "field"], {
      indexName: "project_change_items_uq",
    });
  });
}

async function createLineVersions(db: Knex): Promise<void> {
  await db.schema.createTable("budget_line_versions", (table) => {
    table.increments("id");
    reference(table, "budget_version_id", "budget_versions");
    reference(table, "budget_line_id", "budget_lines");
    reference(table, "parent_line_id", "budget_lines", { optional: true });
    table.text("code").notNullable();
    // "1.1.10" after "1.1.9": each part padded to four figures.
    table.text("code_key").notNullable();
    table.text("name").notNullable();
    table.text("category").notNullable();
    table.boolean("is_staff").notNullable().defaultTo(false);
    table.boolean("is_leaf").notNullable().defaultTo(true);
    table.text("unit");
    table.bigInteger("unit_price_halere");
    table.bigInteger("units_e4");
    table.text("flat_rate_kind");
    table.integer("flat_rate_bp");
    table.bigInteger("amount_halere").notNullable().defaultTo(0);
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "category", ["eligible", "direct", "flat-rate", "ineligible", "information"]);
    holds(table, "price_not_negative", "unit_price_halere >= 0");
    holds(table, "units_not_negative", "units_e4 >= 0");
    holds(table, "amount_not_negative", "amount_halere >= 0");
    holds(table, "rate_within_whole", "flat_rate_bp between 0 and 10000");
    table.unique(["budget_version_id", "code"], { indexName: "budget_line_versions_code_uq" });
    table.unique(["budget_version_id", "budget_line_id"], {
      indexName: "budget_line_versions_line_uq",
    });
    table.index(["budget_version_id", "code_key"], "budget_line_versions_order_ix");
    table.index(["budget_version_id", "parent_line_id"], "budget_line_versions_children_ix");
  });
}

/** A version that was announced or approved never changes again, whatever the program above does. */
async function guardLockedVersions(db: Knex): Promise<void> {
  if (engineOf(db) === "postgres") return guardOnPostgres(db);
  for (const [change, row] of [
    ["insert", "new"],
    ["update", "old"],
    ["delete", "old"],
  ])
    await db.raw(`create trigger budget_line_versions_no_${change}
      before ${change} on budget_line_versions
      when exists (select 1 from budget_versions
        where id = ${row}.budget_version_id and locked_at is not null)
      begin select raise(abort, 'a locked budget version is immutable'); end`);
}

async function guardOnPostgres(db: Knex): Promise<void> {
  await db.raw(`create function refuse_change_of_locked_budget() returns trigger language plpgsql as $$
    declare
      changed budget_line_versions;
    begin
      if tg_op = 'INSERT' then changed := new; else changed := old; end if;
      if exists (select 1 from budget_versions
        where id = changed.budget_version_id and locked_at is not null) then
        raise exception 'a locked budget version is immutable';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`);
  await db.raw(`create trigger budget_line_versions_guard
    before insert or update or delete on budget_line_versions
    for each row execute function refuse_change_of_locked_budget()`);
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "drawdown_totals",
    "drawdown_plans",
    "budget_line_versions",
    "budget_line_activities",
    "budget_lines",
    "budget_versions",
    "project_change_items",
    "project_change_states",
    "project_changes",
  ]) {
    await db.schema.dropTable(table);
  }
  if (engineOf(db) === "postgres") await db.raw("drop function refuse_change_of_locked_budget()");
}
