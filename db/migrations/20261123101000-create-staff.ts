import type { Knex } from "knex";
import { appended, day, editable, holds, instant, oneOf, reference } from "./columns.ts";

const POSITION_STATES = ["vacant", "advertised", "filled", "vacated", "cancelled"];

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("positions", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("name").notNullable();
    table.text("contract").notNullable();
    // Thousandths of a full workload.
    table.integer("workload_milli");
    table.text("funding").notNullable();
    reference(table, "budget_line_id", "budget_lines", { optional: true });
    reference(table, "activity_id", "activities", { optional: true });
    table.boolean("is_to_be_created").notNullable().defaultTo(false);
    // The output that a created position fulfils once it is filled.
    reference(table, "milestone_id", "milestones", { optional: true });
    table.text("state").notNullable().defaultTo("vacant");
    day(table, "state_on");
    table.text("note");
    editable(table);
    oneOf(table, "contract", ["employment", "dpc", "dpp"]);
    oneOf(table, "funding", ["direct", "flat-rate"]);
    oneOf(table, "state", POSITION_STATES);
    holds(table, "workload_within_sense", "workload_milli between 1 and 2000");
  });
  await db.schema.createTable("position_states", (table) => {
    table.increments("id");
    reference(table, "position_id", "positions");
    table.text("state").notNullable();
    table.text("proof");
    table.text("proof_url");
    table.text("note");
    appended(table, "position_states");
    oneOf(table, "state", POSITION_STATES);
  });
  // Who works in a position, from when to when; pay is seen only by those who may read it.
  await db.schema.createTable("staff_assignments", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "position_id", "positions");
    reference(table, "user_id", "users", { optional: true });
    reference(table, "contact_id", "contacts", { optional: true });
    day(table, "starts_on").notNullable();
    day(table, "ends_on");
    table.integer("workload_milli");
    // The whole workload at the employer, for the paper.
    table.integer("employer_workload_milli");
    table.text("pay_unit");
    table.bigInteger("pay_halere");
    table.text("note");
    editable(table);
    oneOf(table, "pay_unit", ["month", "hour"]);
    holds(table, "one_person", "(user_id is null) <> (contact_id is null)");
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
    holds(table, "workload_within_sense", "workload_milli between 1 and 2000");
    holds(table, "employer_workload_within_sense", "employer_workload_milli between 1 and 2000");
    holds(table, "pay_not_negative", "pay_halere >= 0");
  });
  await db.schema.createTable("timesheets", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "assignment_id", "staff_assignments");
    table.text("month").notNullable();
    table.text("state").notNullable().defaultTo("draft");
    // Hundredths of an hour, as the paper has them: its printed numbers have to add up.
    for (const hours of ["fund", "worked", "vacation", "sick", "obstacles"])
      table.integer(`${hours}_hours_e2`).notNullable().defaultTo(0);
    // Paid holidays: all of them, and the project's share.
    table.integer("holiday_hours_e2").notNullable().defaultTo(0);
    table.integer("holiday_project_hours_e2").notNullable().defaultTo(0);
    table.text("note");
    day(table, "submitted_on");
    day(table, "approved_on");
    reference(table, "approved_by", "users", { optional: true });
    table.text("returned_reason");
    editable(table);
    oneOf(table, "state", ["draft", "submitted", "approved"]);
    table.unique(["assignment_id", "month"], { indexName: "timesheets_assignment_month_uq" });
    table.index(["project_id", "month"], "timesheets_project_month_ix");
  });
  await db.schema.createTable("timesheet_lines", (table) => {
    table.increments("id");
    reference(table, "timesheet_id", "timesheets");
    table.integer("position").notNullable();
    table.text("title").notNullable();
    reference(table, "activity_id", "activities", { optional: true });
    table.integer("hours_e2").notNullable();
    holds(table, "hours_not_negative", "hours_e2 >= 0");
    holds(table, "ten_at_most", "position between 1 and 10");
    table.unique(["timesheet_id", "position"], { indexName: "timesheet_lines_position_uq" });
  });
  await db.schema.createTable("staff_data_accesses", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "user_id", "users");
    table.text("page").notNullable();
    instant(table, "happened_at").notNullable();
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "staff_data_accesses",
    "timesheet_lines",
    "timesheets",
    "staff_assignments",
    "position_states",
    "positions",
  ]) {
    await db.schema.dropTable(table);
  }
}
