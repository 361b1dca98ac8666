import type { Knex } from "knex";
import { appended, day, editable, holds, instant, oneOf, reference } from "./columns.ts";

const AT = "2026-11-24T10:00:00.000Z";
const rule = (key: string, object_type: string, days_before: string) => ({
  ...{ key, object_type, days_before, overdue_after: 1, overdue_every: 7, created_at: AT },
});
// All three stay owed after their day.
const REMINDER_RULES = [
  rule("risk-reviews", "risk-review", "7,0"),
  rule("remedies", "remedy", "14,7,1,0"),
  rule("submissions", "submission", "14,7,1,0"),
];

export async function up(db: Knex): Promise<void> {
  await db("reminder_rules").insert(REMINDER_RULES);
  await createRisks(db);
  await createControls(db);
  await db.schema.createTable("resolutions", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    table.text("title").notNullable();
    // Council, assembly, committee: whoever decides, in its own words.
    table.text("decided_by").notNullable();
    day(table, "submit_by").notNullable();
    day(table, "submitted_on");
    day(table, "meets_on");
    table.text("state").notNullable().defaultTo("planned");
    table.text("resolution_number");
    day(table, "decided_on");
    table.text("file_number");
    table.text("note");
    reference(table, "change_id", "project_changes", { optional: true });
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    editable(table);
    oneOf(table, "state", ["planned", "submitted", "adopted", "rejected", "withdrawn"]);
    holds(
      table,
      "decision_has_its_day",
      "state not in ('adopted', 'rejected') or decided_on is not null",
    );
    table.unique(["project_id", "number"], { indexName: "resolutions_number_uq" });
    table.index(["state", "submit_by"], "resolutions_state_day_ix");
  });
  await db.raw("alter table project_changes add column file_number text");
}

async function createRisks(db: Knex): Promise<void> {
  await db.schema.createTable("risks", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "activity_id", "activities", { optional: true });
    table.integer("number").notNullable();
    table.text("title").notNullable();
    table.text("description");
    table.text("measure");
    table.text("state").notNullable().defaultTo("open");
    // Kept: the assessment that stands.
    table.integer("probability").notNullable();
    table.integer("impact").notNullable();
    day(table, "assessed_on").notNullable();
    day(table, "next_review_on");
    day(table, "closed_on");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    editable(table);
    oneOf(table, "state", ["open", "occurred", "closed"]);
    holds(table, "probability_of_five", "probability between 1 and 5");
    holds(table, "impact_of_five", "impact between 1 and 5");
    table.unique(["project_id", "number"], { indexName: "risks_number_uq" });
    table.index(["state", "next_review_on"], "risks_state_review_ix");
  });
  await db.schema.createTable("risk_assessments", (table) => {
    table.increments("id");
    reference(table, "risk_id", "risks");
    table.integer("probability").notNullable();
    table.integer("impact").notNullable();
    table.text("state").notNullable();
    table.text("note");
    appended(table, "risk_assessments");
    oneOf(table, "state", ["open", "occurred", "closed"]);
    holds(table, "probability_of_five", "probability between 1 and 5");
    holds(table, "impact_of_five", "impact between 1 and 5");
  });
}

async function createControls(db: Knex): Promise<void> {
  await db.schema.createTable("controls", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    table.text("kind").notNullable();
    table.text("controlling_body").notNullable();
    table.text("subject").notNullable();
    day(table, "starts_on").notNullable();
    day(table, "ends_on");
    table.text("file_number");
    table.text("state").notNullable().defaultTo("announced");
    table.text("conclusion");
    editable(table);
    oneOf(table, "kind", ["on-the-spot", "desk", "audit", "internal"]);
    oneOf(table, "state", ["announced", "running", "closed"]);
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
    table.unique(["project_id", "number"], { indexName: "controls_number_uq" });
  });
  await db.schema.createTable("control_findings", (table) => {
    table.increments("id");
    reference(table, "control_id", "controls");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    table.text("finding").notNullable();
    table.text("severity").notNullable();
    table.bigInteger("amount_halere");
    table.text("remedy");
    day(table, "remedy_by");
    day(table, "remedied_on");
    table.text("proof");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    editable(table);
    instant(table, "remedied_at");
    oneOf(table, "severity", ["low", "medium", "high"]);
    holds(table, "amount_not_negative", "amount_halere >= 0");
    table.unique(["control_id", "number"], { indexName: "control_findings_number_uq" });
    table.index(["remedied_on", "remedy_by"], "control_findings_remedy_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.raw("alter table project_changes drop column file_number");
  for (const table of ["resolutions", "control_findings", "controls", "risk_assessments", "risks"])
    await db.schema.dropTable(table);
  const keys = REMINDER_RULES.map(({ key }) => key);
  await db("reminder_rules").whereIn("key", keys).delete();
}
