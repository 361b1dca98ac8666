import type { Knex } from "knex";
import { makeAppendOnly, makeWritable } from "../append-only.ts";
import { appended, day, editable, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  // What was said of a card for a year; a later word corrects the earlier one, which stays.
  await db.schema.createTable("card_statements", (table) => {
    table.increments("id");
    reference(table, "card_id", "cards");
    table.integer("year").notNullable();
    table.text("state").notNullable();
    table.text("text").notNullable();
    table.text("next_steps");
    appended(table, "card_statements");
    oneOf(table, "state", ["as-planned", "behind", "done", "not-started", "dropped"]);
    table.index(["card_id", "year"], "card_statements_card_year_ix");
  });
  await makeAppendOnly(db, "card_statements");
  await db.schema.createTable("action_plans", (table) => {
    table.increments("id");
    reference(table, "plan_id", "plans");
    table.integer("year").notNullable();
    table.text("state").notNullable().defaultTo("draft");
    day(table, "approved_on");
    table.text("note");
    editable(table);
    oneOf(table, "state", ["draft", "approved"]);
    table.unique(["plan_id", "year"], { indexName: "action_plans_plan_year_uq" });
  });
  await db.schema.createTable("action_plan_items", (table) => {
    table.increments("id");
    reference(table, "action_plan_id", "action_plans");
    reference(table, "card_id", "cards");
    reference(table, "measure_id", "measures", { optional: true });
    table.text("task");
    day(table, "due_on");
    table.text("result");
    editable(table);
  });
}

export async function down(db: Knex): Promise<void> {
  await makeWritable(db, "card_statements");
  for (const table of ["action_plan_items", "action_plans", "card_statements"])
    await db.schema.dropTable(table);
}
