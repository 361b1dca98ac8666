import type { Knex } from "knex";
import { makeAppendOnly, makeWritable } from "../append-only.ts";
import { editable, holds, instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("public_pages", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects", { unique: true });
    table.text("slug").notNullable().unique({ indexName: "public_pages_slug_uq" });
    table.text("introduction");
    table.text("funding_sentence").notNullable();
    // A function and an office, never a person.
    table.text("contact_function");
    table.text("contact_office");
    table.text("contact_address");
    table.text("contact_email");
    table.text("contact_phone");
    // The edition that anybody reads; null while it is not out.
    table.integer("published_edition");
    editable(table);
  });
  // What was made public, as it was: facts in canonical JSON.
  await db.schema.createTable("public_page_editions", (table) => {
    table.increments("id");
    reference(table, "public_page_id", "public_pages");
    table.integer("number").notNullable();
    table.text("facts").notNullable();
    table.text("hash").notNullable();
    instant(table, "published_at").notNullable();
    reference(table, "published_by", "users", { optional: true });
    table.unique(["public_page_id", "number"], { indexName: "public_page_editions_number_uq" });
  });
  await makeAppendOnly(db, "public_page_editions");
  await db.schema.createTable("audit_packs", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("subject").notNullable();
    reference(table, "indicator_id", "indicators", { optional: true });
    reference(table, "period_id", "monitoring_periods", { optional: true });
    // Which expenditures, or how they were drawn.
    table.text("params").notNullable();
    table.boolean("has_names").notNullable();
    table.text("reason").notNullable();
    reference(table, "prepared_file_id", "prepared_files", { optional: true });
    reference(table, "created_by", "users");
    editable(table);
    oneOf(table, "subject", ["indicator", "period", "expenditures"]);
    holds(table, "indicator_named", "(subject = 'indicator') = (indicator_id is not null)");
  });
}

export async function down(db: Knex): Promise<void> {
  await makeWritable(db, "public_page_editions");
  for (const table of ["audit_packs", "public_page_editions", "public_pages"])
    await db.schema.dropTable(table);
}
