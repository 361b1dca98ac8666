import type { Knex } from "knex";
import { appended, day, editable, holds, oneOf, reference } from "./columns.ts";

const VALUE_TYPES = ["number", "percentage", "text"];
/** From which facts the value of a computed indicator is made. */
const COMPUTATIONS = [
  "persons-over-threshold",
  "persons-under-threshold",
  "persons-supported",
  "persons-from-ukraine",
  "exits-in-education",
  "exits-with-qualification",
  "exits-with-purpose-met",
  "documents-published",
  "positions-filled",
  "events-held",
  "attendances",
];
const KINDS = ["output", "result", "data-item", "own"];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("indicator_definitions", (table) => {
    table.increments("id");
    table.text("code").unique({ indexName: "indicator_definitions_code_uq" });
    table.text("name_cs").notNullable();
    table.text("name_en").notNullable();
    table.text("unit_cs").notNullable();
    table.text("unit_en").notNullable();
    table.text("kind").notNullable();
    table.text("value_type").notNullable().defaultTo("number");
    table.text("behaviour").notNullable().defaultTo("increment");
    table.integer("decimals").notNullable().defaultTo(0);
    table.text("rule");
    table.text("computation");
    table.text("source");
    table.boolean("is_confirmed").notNullable().defaultTo(false);
    editable(table);
    oneOf(table, "kind", KINDS);
    oneOf(table, "value_type", VALUE_TYPES);
    oneOf(table, "behaviour", ["increment", "state"]);
    oneOf(table, "computation", COMPUTATIONS);
    holds(table, "decimals_few", "decimals between 0 and 4");
  });
  await db.schema.createTable("indicators", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "activity_id", "activities", { optional: true });
    reference(table, "definition_id", "indicator_definitions", { optional: true });
    table.text("code");
    table.text("name").notNullable();
    table.text("definition");
    table.text("unit").notNullable();
    table.text("kind").notNullable();
    table.text("value_type").notNullable().defaultTo("number");
    table.text("behaviour").notNullable();
    table.text("direction").notNullable().defaultTo("up");
    table.integer("decimals").notNullable().defaultTo(0);
    table.bigInteger("baseline");
    table.boolean("is_committed").notNullable().defaultTo(true);
    table.text("origin").notNullable().defaultTo("declared");
    table.text("computation");
    table.text("evidence_source");
    reference(table, "owner_user_id", "users", { optional: true });
    table.integer("position").notNullable();
    table.bigInteger("target");
    table.text("target_text");
    day(table, "target_on");
    table.bigInteger("achieved");
    table.text("achieved_text");
    day(table, "achieved_on");
    editable(table);
    oneOf(table, "kind", KINDS);
    oneOf(table, "value_type", VALUE_TYPES);
    oneOf(table, "behaviour", ["increment", "state"]);
    oneOf(table, "direction", ["up", "down"]);
    oneOf(table, "origin", ["declared", "computed"]);
    oneOf(table, "computation", COMPUTATIONS);
    holds(table, "computed_by_a_rule", "(origin = 'computed') = (computation is not null)");
    holds(table, "decimals_few", "decimals between 0 and 4");
    table.index(["target_on"], "indicators_target_on_ix");
  });
  await db.schema.createTable("indicator_targets", (table) => {
    table.increments("id");
    reference(table, "indicator_id", "indicators");
    reference(table, "period_id", "monitoring_periods");
    table.bigInteger("target");
    table.text("target_text");
    table.unique(["indicator_id", "period_id"], { indexName: "indicator_targets_period_uq" });
  });
  await db.schema.createTable("indicator_values", (table) => {
    table.increments("id");
    reference(table, "indicator_id", "indicators");
    table.bigInteger("value");
    table.bigInteger("numerator");
    table.bigInteger("denominator");
    table.text("value_text");
    table.text("note");
    table.text("origin").notNullable().defaultTo("declared");
    table.boolean("is_opening").notNullable().defaultTo(false);
    table.text("breakdown");
    appended(table, "indicator_values");
    oneOf(table, "origin", ["declared", "computed"]);
    table.index(["indicator_id", "valid_on"], "indicator_values_indicator_day_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "indicator_values",
    "indicator_targets",
    "indicators",
    "indicator_definitions",
  ]) {
    await db.schema.dropTable(table);
  }
}
