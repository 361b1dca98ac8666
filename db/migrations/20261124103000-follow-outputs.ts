import type { Knex } from "knex";
import { appended, day, editable, instant, oneOf, reference } from "./columns.ts";

const STATES = ["draft", "commented", "approved", "published", "counted"];

// Remarks stay to be settled after the day until which they were taken.
const REMINDER_RULE = {
  ...{ key: "output-comments", object_type: "output-comments", days_before: "7,1,0" },
  ...{ overdue_after: 1, overdue_every: 7, created_at: "2026-11-24T10:00:00.000Z" },
};

export async function up(db: Knex): Promise<void> {
  await db("reminder_rules").insert(REMINDER_RULE);
  // How far a planned output, a milestone of that kind, has come as a document.
  await db.schema.createTable("outputs", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "milestone_id", "milestones", { unique: true });
    table.text("state").notNullable().defaultTo("draft");
    reference(table, "document_id", "documents", { optional: true });
    // The wording that was approved: the document may have got newer versions since.
    reference(table, "approved_version_id", "document_versions", { optional: true });
    // Who approved it, and at which meeting.
    reference(table, "body_id", "bodies", { optional: true });
    reference(table, "event_id", "events", { optional: true });
    day(table, "comments_by");
    day(table, "approved_on");
    day(table, "published_on");
    table.text("publication_url");
    // The value by which it counts towards a declared indicator; a computed one counts it by itself.
    reference(table, "indicator_value_id", "indicator_values", { optional: true });
    editable(table);
    oneOf(table, "state", STATES);
  });
  await db.schema.createTable("output_states", (table) => {
    table.increments("id");
    reference(table, "output_id", "outputs");
    table.text("state").notNullable();
    table.text("note");
    appended(table, "output_states");
    oneOf(table, "state", STATES);
  });
  // A remark on a draft: of an output or of a place in a report.
  await db.schema.createTable("comments", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    table.text("place");
    table.text("body").notNullable();
    reference(table, "author_id", "users", { optional: true });
    // Whose remark it was where it came by mail or at a meeting.
    table.text("said_by");
    instant(table, "created_at").notNullable();
    table.text("settlement");
    table.text("answer");
    instant(table, "settled_at");
    reference(table, "settled_by", "users", { optional: true });
    table.integer("version").notNullable().defaultTo(1);
    instant(table, "archived_at");
    oneOf(table, "object_type", ["output", "report"]);
    oneOf(table, "settlement", ["accepted", "partly", "rejected"]);
    table.index(["object_type", "object_id"], "comments_object_ix");
  });
  await createRequirements(db);
}

async function createRequirements(db: Knex): Promise<void> {
  await db.schema.createTable("document_requirements", (table) => {
    table.increments("id");
    table.text("code").notNullable().unique({ indexName: "document_requirements_code_uq" });
    table.text("subject").notNullable();
    // A kind of event or of its closing, of an output or an expenditure, a phase; null for all of the subject.
    table.text("subject_kind");
    table.text("name_cs").notNullable();
    table.text("name_en").notNullable();
    table.text("category").notNullable();
    table.boolean("is_signed_original").notNullable().defaultTo(false);
    // Met by any paper of the category on the record, not only by one uploaded as this very paper.
    table.boolean("is_met_by_category").notNullable().defaultTo(false);
    day(table, "valid_from").notNullable();
    day(table, "valid_to");
    table.text("source");
    table.integer("position").notNullable();
    editable(table);
    oneOf(table, "subject", ["project", "event", "internship", "output", "expenditure"]);
  });
  await db.raw(
    `alter table documents add column requirement_id integer
      constraint documents_requirement_id_fk references document_requirements (id) on delete restrict`,
  );
  await db.raw("create index documents_requirement_id_ix on documents (requirement_id)");
  // Where the paper is not owed after all, and why.
  await db.schema.createTable("document_waivers", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "requirement_id", "document_requirements");
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    table.text("reason").notNullable();
    reference(table, "created_by", "users", { optional: true });
    editable(table);
    table.unique(["object_type", "object_id", "requirement_id"], {
      indexName: "document_waivers_object_uq",
    });
  });
}

export async function down(db: Knex): Promise<void> {
  await db("reminder_rules").where({ key: REMINDER_RULE.key }).delete();
  await db.schema.dropTable("document_waivers");
  await db.raw("drop index documents_requirement_id_ix");
  await db.raw("alter table documents drop column requirement_id");
  for (const table of ["document_requirements", "comments", "output_states", "outputs"])
    await db.schema.dropTable(table);
}
