import type { Knex } from "knex";
import { appended, day, editable, holds, instant, oneOf, reference, sortKey } from "./columns.ts";

const PHASES = [
  "idea",
  "application",
  "submitted",
  "running",
  "finished",
  "sustainability",
  "archived",
];
const HEALTHS = ["on-track", "at-risk", "off-track", "on-hold"];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("projects", (table) => {
    table.increments("id");
    table.text("title").notNullable();
    table.text("short_name").notNullable();
    sortKey(table);
    table.text("search_text").notNullable();
    table.text("registration_number").unique({ indexName: "projects_registration_number_uq" });
    table.text("programme").notNullable();
    table.text("priority_axis");
    table.text("call_number");
    table.text("call_name");
    reference(table, "beneficiary_id", "organisations", { optional: true });
    table.text("department");
    table.text("vision");
    day(table, "starts_on").notNullable();
    day(table, "ends_on").notNullable();
    day(table, "decided_on");
    table.bigInteger("total_halere");
    table.text("phase").notNullable().defaultTo("idea");
    table.boolean("is_example").notNullable().defaultTo(false);
    editable(table);
    oneOf(table, "phase", PHASES);
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
    holds(table, "total_not_negative", "total_halere >= 0");
    table.index(["archived_at", "sort_key"], "projects_archived_sort_ix");
  });
  await db.schema.createTable("project_goals", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("position").notNullable();
    table.text("goal").notNullable();
  });
  await db.schema.createTable("project_partners", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "organisation_id", "organisations");
    table.boolean("has_funds").notNullable();
    table.unique(["project_id", "organisation_id"], { indexName: "project_partners_uq" });
  });
  await db.schema.createTable("project_code_items", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "code_list_item_id", "code_list_items");
    table.unique(["project_id", "code_list_item_id"], { indexName: "project_code_items_uq" });
  });
  await db.schema.createTable("project_sources", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("position").notNullable();
    table.text("kind").notNullable();
    table.text("name").notNullable();
    table.integer("share_ppm");
    oneOf(table, "kind", ["eu", "state", "region", "own", "other"]);
    holds(table, "share_within_whole", "share_ppm between 0 and 1000000");
  });
  await db.schema.createTable("memberships", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "user_id", "users");
    table.text("role").notNullable();
    table.text("position");
    instant(table, "created_at").notNullable();
    table.integer("version").notNullable().defaultTo(1);
    table.unique(["user_id", "project_id"], { indexName: "memberships_user_project_uq" });
    table.index(["project_id", "role", "user_id"], "memberships_project_role_ix");
    oneOf(table, "role", ["manager", "coordinator", "finance", "reader"]);
  });
  await db.schema.createTable("auditor_projects", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    reference(table, "project_id", "projects");
    table.unique(["user_id", "project_id"], { indexName: "auditor_projects_uq" });
  });
  await db.schema.createTable("project_favourites", (table) => {
    table.increments("id");
    reference(table, "user_id", "users");
    reference(table, "project_id", "projects");
    table.unique(["user_id", "project_id"], { indexName: "project_favourites_uq" });
  });
  await db.schema.createTable("project_statuses", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("health").notNullable();
    table.text("sentence").notNullable();
    table.text("decision_needed");
    appended(table, "project_statuses");
    oneOf(table, "health", HEALTHS);
  });
  await db.schema.createTable("project_spends", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.bigInteger("spent_halere");
    table.text("note");
    appended(table, "project_spends");
    holds(table, "spent_not_negative", "spent_halere >= 0");
  });
  await db.schema.createTable("project_totals", (table) => {
    table.integer("project_id").primary("project_totals_pk");
    table
      .foreign("project_id", "project_totals_project_id_fk")
      .references("projects.id")
      .onDelete("RESTRICT");
    table.integer("physical_bp");
    table.integer("indicators_bp");
    table.integer("indicators_with_target").notNullable().defaultTo(0);
    table.integer("indicators_met").notNullable().defaultTo(0);
    table.bigInteger("spent_halere");
    day(table, "spent_on");
    table.text("health");
    table.text("health_sentence");
    table.text("decision_needed");
    day(table, "health_on");
    table.integer("health_by");
    day(table, "last_log_on");
  });
  await addOwnRules(db);
}

export async function down(db: Knex): Promise<void> {
  await removeOwnRules(db);
  for (const table of [
    "project_totals",
    "project_spends",
    "project_statuses",
    "project_favourites",
    "auditor_projects",
    "memberships",
    "project_sources",
    "project_code_items",
    "project_partners",
    "project_goals",
    "projects",
  ]) {
    await db.schema.dropTable(table);
  }
}

/** A rule may be a project's own, with a reason: one of a kind. Knex would build the table anew for it on SQLite. */
async function addOwnRules(db: Knex): Promise<void> {
  for (const statement of [
    `alter table programme_rules add column project_id integer
      constraint programme_rules_project_id_fk references projects (id) on delete restrict`,
    `alter table programme_rules add column reason text
      constraint programme_rules_reason_where_own check ((reason is null) = (project_id is null))`,
    "create unique index programme_rules_project_kind_uq on programme_rules (project_id, kind)",
  ])
    await db.raw(statement);
}

async function removeOwnRules(db: Knex): Promise<void> {
  for (const statement of [
    "drop index programme_rules_project_kind_uq",
    "alter table programme_rules drop column reason",
    "alter table programme_rules drop column project_id",
  ])
    await db.raw(statement);
}
