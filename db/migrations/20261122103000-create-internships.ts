import type { Knex } from "knex";
import { day, editable, holds, instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("internships", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "activity_id", "activities", { optional: true });
    table.text("title").notNullable();
    table.text("purpose");
    table.text("state").notNullable().defaultTo("planned");
    day(table, "starts_on").notNullable();
    day(table, "ends_on").notNullable();
    table.integer("planned_minutes");
    table.text("travel");
    table.text("accommodation");
    table.bigInteger("planned_costs_halere");
    table.bigInteger("real_costs_halere");
    table.boolean("counts_as_support").notNullable().defaultTo(true);
    table.text("support_code");
    table.text("cancelled_reason");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    editable(table);
    oneOf(table, "state", [
      "planned",
      "agreed",
      "running",
      "finished",
      "report-accepted",
      "cancelled",
    ]);
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
    holds(table, "one_owner", "owner_user_id is null or owner_contact_id is null");
    table.index(["project_id", "starts_on"], "internships_project_starts_ix");
  });
  await db.schema.createTable("internship_trainees", (table) => {
    table.increments("id");
    reference(table, "internship_id", "internships");
    reference(table, "participant_id", "participants");
    table.unique(["internship_id", "participant_id"], { indexName: "internship_trainees_uq" });
  });
  await db.schema.createTable("internship_hosts", (table) => {
    table.increments("id");
    reference(table, "internship_id", "internships");
    reference(table, "organisation_id", "organisations");
    reference(table, "mentor_contact_id", "contacts", { optional: true });
    table.unique(["internship_id", "organisation_id"], { indexName: "internship_hosts_uq" });
  });
  // Kept as evidence. The mentor confirms by a signed link without an account, of which the hash is stored;
  // where they cannot, somebody of the project does and says why.
  await db.schema.createTable("internship_confirmations", (table) => {
    table.increments("id");
    reference(table, "internship_id", "internships");
    reference(table, "host_id", "internship_hosts");
    table.text("token_hash").unique({ indexName: "internship_confirmations_token_uq" });
    instant(table, "created_at").notNullable();
    reference(table, "created_by", "users", { optional: true });
    day(table, "answer_by");
    instant(table, "mailed_at");
    instant(table, "answered_at");
    table.text("answer");
    table.text("answered_name");
    table.text("note");
    table.integer("confirmed_minutes");
    instant(table, "revoked_at");
    oneOf(table, "answer", ["confirmed", "objected"]);
    holds(table, "link_has_an_end", "(token_hash is null) = (answer_by is null)");
  });
  await db.schema.createTable("internship_days", (table) => {
    table.increments("id");
    reference(table, "internship_id", "internships");
    reference(table, "trainee_id", "internship_trainees");
    reference(table, "host_id", "internship_hosts");
    reference(table, "confirmation_id", "internship_confirmations", { optional: true });
    day(table, "worked_on").notNullable();
    table.integer("minutes").notNullable();
    table.text("diary");
    editable(table);
    holds(table, "minutes_within_a_day", "minutes between 1 and 1440");
    table.index(["trainee_id", "worked_on"], "internship_days_trainee_day_ix");
  });
  // The days and hours as they stood when they were confirmed; later edits of a day do not touch them.
  await db.schema.createTable("internship_confirmed_days", (table) => {
    table.increments("id");
    reference(table, "confirmation_id", "internship_confirmations");
    reference(table, "day_id", "internship_days");
    day(table, "worked_on").notNullable();
    table.integer("minutes").notNullable();
    table.unique(["confirmation_id", "day_id"], { indexName: "internship_confirmed_days_uq" });
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "internship_confirmed_days",
    "internship_days",
    "internship_confirmations",
    "internship_hosts",
    "internship_trainees",
    "internships",
  ]) {
    await db.schema.dropTable(table);
  }
}
