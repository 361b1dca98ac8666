import type { Knex } from "knex";
import { editable, holds, instant, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  // A document hangs on a record of any kind; what it hangs on is looked up by the part that owns it.
  await db.schema.createTable("documents", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects", { optional: true });
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    table.text("category").notNullable();
    table.text("title").notNullable();
    table.text("title_folded").notNullable();
    // Number of the version that stands; the ones before it stay readable.
    table.integer("version_count").notNullable().defaultTo(1);
    table.boolean("is_signed_original").notNullable().defaultTo(false);
    table.boolean("is_personal").notNullable().defaultTo(false);
    editable(table);
    table.index(["object_type", "object_id"], "documents_object_ix");
  });
  await db.schema.createTable("document_versions", (table) => {
    table.increments("id");
    reference(table, "document_id", "documents");
    table.integer("number").notNullable();
    table.text("file").notNullable();
    table.text("original_name").notNullable();
    table.text("media_type").notNullable();
    table.integer("byte_count").notNullable();
    table.text("sha256").notNullable();
    table.text("note");
    instant(table, "uploaded_at").notNullable();
    reference(table, "uploaded_by", "users", { optional: true });
    // Thirty days after the document went to the archive: the row stays, the file does not.
    instant(table, "file_removed_at");
    table.unique(["document_id", "number"], { indexName: "document_versions_number_uq" });
    table.unique(["file"], { indexName: "document_versions_file_uq" });
    holds(table, "not_empty", "byte_count > 0");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable("document_versions");
  await db.schema.dropTable("documents");
}
