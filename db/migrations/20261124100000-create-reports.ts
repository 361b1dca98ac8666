import type { Knex } from "knex";
import { makeAppendOnly, makeWritable } from "../append-only.ts";
import { appended, day, editable, instant, oneOf, reference } from "./columns.ts";

const STATES = ["draft", "checking", "ready", "submitted", "returned", "accepted"];
const SECTIONS = [
  "identification",
  "progress",
  "problems",
  "activities",
  "target-group",
  "indicators",
  "horizontal-principles",
  "publicity",
  "procurement",
  "income",
  "inspections",
  "declarations",
  "documents",
];

// A returned report is owed until it is handed in again.
const REMINDER_RULE = {
  ...{ key: "report-answers", object_type: "report-answer", days_before: "7,3,1,0" },
  ...{ overdue_after: 1, overdue_every: 7, created_at: "2026-11-24T10:00:00.000Z" },
};

export async function up(db: Knex): Promise<void> {
  await db("reminder_rules").insert(REMINDER_RULE);
  await db.schema.createTable("reports", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    // One report a period at most.
    reference(table, "period_id", "monitoring_periods", { unique: true });
    table.integer("number").notNullable();
    table.text("state").notNullable().defaultTo("draft");
    // The language its texts are written and drafted in, whoever reads it.
    table.text("language").notNullable().defaultTo("cs");
    table.text("file_number");
    // The last answer that the authority waits for; null unless returned.
    day(table, "answer_by");
    day(table, "submitted_on");
    day(table, "accepted_on");
    reference(table, "created_by", "users", { optional: true });
    editable(table);
    oneOf(table, "state", STATES);
    oneOf(table, "language", ["cs", "en"]);
    table.unique(["project_id", "number"], { indexName: "reports_number_uq" });
  });
  await db.schema.createTable("report_states", (table) => {
    table.increments("id");
    reference(table, "report_id", "reports");
    table.text("state").notNullable();
    table.text("note");
    day(table, "answer_by");
    appended(table, "report_states");
    oneOf(table, "state", STATES);
  });
  await makeAppendOnly(db, "report_states");
  // One field of the official form. `place` names it: "problems/problem", "activities/12/done", "indicators/7/comment".
  await db.schema.createTable("report_texts", (table) => {
    table.increments("id");
    reference(table, "report_id", "reports");
    table.text("place").notNullable();
    table.text("section").notNullable();
    reference(table, "activity_id", "activities", { optional: true });
    reference(table, "indicator_id", "indicators", { optional: true });
    table.text("part").notNullable();
    table.text("body").notNullable();
    // The draft that the text was begun from: a newer draft that differs is offered, never written over it.
    table.text("drafted_body").notNullable();
    table.boolean("is_edited").notNullable().defaultTo(false);
    instant(table, "edited_at");
    reference(table, "edited_by", "users", { optional: true });
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "section", SECTIONS);
    table.unique(["report_id", "place"], { indexName: "report_texts_place_uq" });
  });
  // What was handed in: texts and figures as canonical JSON with their SHA-256.
  await db.schema.createTable("report_submissions", (table) => {
    table.increments("id");
    reference(table, "report_id", "reports");
    table.integer("number").notNullable();
    day(table, "submitted_on").notNullable();
    table.text("facts").notNullable();
    table.text("hash").notNullable();
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
    table.unique(["report_id", "number"], { indexName: "report_submissions_number_uq" });
  });
  await makeAppendOnly(db, "report_submissions");
}

export async function down(db: Knex): Promise<void> {
  await db("reminder_rules").where({ key: REMINDER_RULE.key }).delete();
  for (const table of ["report_submissions", "report_states"]) await makeWritable(db, table);
  for (const table of ["report_submissions", "report_texts", "report_states", "reports"])
    await db.schema.dropTable(table);
}
