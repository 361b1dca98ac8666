import type { Knex } from "knex";
import { day, editable, instant, oneOf, reference, sortKey } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("code_list_items", (table) => {
    table.increments("id");
    table.text("list").notNullable();
    table.text("code").notNullable();
    table.text("label_cs").notNullable();
    table.text("label_en").notNullable();
    table.integer("position").notNullable();
    day(table, "valid_from");
    day(table, "valid_to");
    table.integer("version").notNullable().defaultTo(1);
    table.unique(["list", "code"], { indexName: "code_list_items_list_code_uq" });
  });
  await db.schema.createTable("programme_rules", (table) => {
    table.increments("id");
    table.text("programme").notNullable();
    table.text("kind").notNullable();
    day(table, "valid_from").notNullable();
    day(table, "valid_to");
    table.text("value").notNullable();
    table.text("source").notNullable();
    table.boolean("is_confirmed").notNullable().defaultTo(false);
    editable(table);
    table.index(["programme", "kind"], "programme_rules_programme_kind_ix");
  });
  await db.schema.createTable("settings", (table) => {
    table.text("key").primary("settings_pk");
    table.text("value").notNullable();
    instant(table, "changed_at").notNullable();
  });
  await db.schema.createTable("organisations", (table) => {
    table.increments("id");
    table.text("name").notNullable();
    table.text("name_folded").notNullable();
    sortKey(table);
    table.text("ico").unique({ indexName: "organisations_ico_uq" });
    editable(table);
  });
  await db.schema.createTable("contacts", (table) => {
    table.increments("id");
    table.text("name").notNullable();
    sortKey(table);
    reference(table, "organisation_id", "organisations", { optional: true });
    table.text("function");
    table.text("email");
    table.text("phone");
    instant(table, "agreed_to_mail_at");
    editable(table);
  });
  await db.schema.createTable("brand_images", (table) => {
    table.text("kind").primary("brand_images_pk");
    table.text("file").notNullable();
    table.text("media_type").notNullable();
    table.text("sha256").notNullable();
    instant(table, "uploaded_at").notNullable();
    oneOf(table, "kind", ["logo", "strip"]);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "brand_images",
    "contacts",
    "organisations",
    "settings",
    "programme_rules",
    "code_list_items",
  ]) {
    await db.schema.dropTable(table);
  }
}
