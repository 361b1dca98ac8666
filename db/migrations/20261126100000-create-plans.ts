import type { Knex } from "knex";
import { day, editable, holds, instant, oneOf, reference, sortKey } from "./columns.ts";

/** Strategic plans, their areas and cards; what a card says is kept as it was written, beside what is understood of it. */
export async function up(db: Knex): Promise<void> {
  await createCatalogues(db);
  await db.schema.createTable("plans", (table) => {
    table.increments("id");
    table.text("title").notNullable();
    sortKey(table);
    table.text("region");
    table.integer("from_year");
    table.integer("to_year");
    table.text("state").notNullable().defaultTo("draft");
    table.text("note");
    // Month and day on which responsible people are asked for the past year, as 01-15.
    table.text("asks_on").notNullable().defaultTo("01-15");
    editable(table);
    oneOf(table, "state", ["draft", "in-force", "closed"]);
    holds(table, "ends_after_it_starts", "to_year >= from_year");
  });
  await db.schema.createTable("plan_areas", (table) => {
    table.increments("id");
    reference(table, "plan_id", "plans");
    reference(table, "parent_id", "plan_areas", { optional: true });
    table.text("kind").notNullable();
    table.text("code").notNullable();
    table.text("title").notNullable();
    sortKey(table);
    editable(table);
    oneOf(table, "kind", ["area", "sub-area", "goal"]);
    table.unique(["plan_id", "code"], { indexName: "plan_areas_code_uq" });
  });
  await createCards(db);
}

async function createCatalogues(db: Knex): Promise<void> {
  await db.schema.createTable("social_services", (table) => {
    table.increments("id");
    // Of Act 108/2006 without the sign: 37, 60a.
    table.text("section").notNullable();
    table.text("name_cs").notNullable();
    table.text("name_en").notNullable();
    table.text("kind").notNullable();
    // Other names in use, one a line.
    table.text("synonyms").notNullable().defaultTo("");
    table.integer("position").notNullable();
    day(table, "valid_from");
    day(table, "valid_to");
    table.text("source").notNullable();
    editable(table);
    oneOf(table, "kind", ["advice", "care", "prevention", "group"]);
    table.unique(["section"], { indexName: "social_services_section_uq" });
  });
  await db.schema.createTable("plan_terms", (table) => {
    table.increments("id");
    table.text("kind").notNullable();
    table.text("code").notNullable();
    table.text("label_cs").notNullable();
    table.text("label_en").notNullable();
    // What plans write for it, one a line: S, senioři, senioři 65+.
    table.text("synonyms").notNullable().defaultTo("");
    table.integer("position").notNullable();
    editable(table);
    oneOf(table, "kind", ["target-group", "body", "source"]);
    table.unique(["kind", "code"], { indexName: "plan_terms_kind_code_uq" });
  });
}

async function createCards(db: Knex): Promise<void> {
  await db.schema.createTable("cards", (table) => {
    table.increments("id");
    reference(table, "plan_id", "plans");
    reference(table, "area_id", "plan_areas", { optional: true });
    table.text("number").notNullable();
    table.text("name").notNullable();
    sortKey(table);
    for (const text of ["goals", "target_groups", "services", "period", "responsible"])
      table.text(text).notNullable().defaultTo("");
    for (const text of ["costs", "funding", "description"])
      table.text(text).notNullable().defaultTo("");
    table.integer("from_year");
    table.integer("to_year");
    table.text("cost_kind").notNullable().defaultTo("missing");
    table.bigInteger("cost_min_halere");
    table.bigInteger("cost_max_halere");
    table.text("cost_currency");
    table.boolean("is_cost_per_year").notNullable().defaultTo(false);
    table.boolean("is_placeholder").notNullable().defaultTo(false);
    // Who says each year how it goes.
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    editable(table);
    oneOf(table, "cost_kind", ["amount", "range", "text", "missing"]);
    table.index(["plan_id", "sort_key"], "cards_plan_sort_ix");
  });
  // Archived cards keep their numbers without standing in the way.
  await db.raw(
    "create unique index cards_number_uq on cards (plan_id, number) where archived_at is null",
  );
  await db.schema.createTable("card_terms", (table) => {
    table.increments("id");
    reference(table, "card_id", "cards");
    table.text("kind").notNullable();
    table.integer("position").notNullable();
    table.text("text").notNullable();
    table.text("folded").notNullable();
    reference(table, "term_id", "plan_terms", { optional: true });
    oneOf(table, "kind", ["target-group", "body", "source"]);
    table.index(["kind", "folded"], "card_terms_kind_folded_ix");
  });
  await db.schema.createTable("card_services", (table) => {
    table.increments("id");
    reference(table, "card_id", "cards");
    table.integer("position").notNullable();
    table.text("text").notNullable();
    // As the source says it, right or wrong.
    table.text("section");
    reference(table, "service_id", "social_services", { optional: true });
  });
  await db.schema.createTable("card_goals", (table) => {
    table.increments("id");
    reference(table, "card_id", "cards");
    table.integer("position").notNullable();
    table.text("code").notNullable();
    reference(table, "area_id", "plan_areas", { optional: true });
  });
  await db.schema.createTable("measures", (table) => {
    table.increments("id");
    reference(table, "card_id", "cards");
    table.integer("position").notNullable();
    table.text("text").notNullable();
    table.text("state").notNullable().defaultTo("planned");
    day(table, "due_on");
    table.text("proof");
    table.text("note");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    instant(table, "state_changed_at");
    editable(table);
    oneOf(table, "state", ["planned", "running", "done", "dropped"]);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "measures",
    "card_goals",
    "card_services",
    "card_terms",
    "cards",
    "plan_terms",
    "social_services",
    "plan_areas",
    "plans",
  ])
    await db.schema.dropTable(table);
}
