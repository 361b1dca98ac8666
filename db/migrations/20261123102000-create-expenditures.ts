import type { Knex } from "knex";
import { appended, day, editable, holds, instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await createExpenditures(db);
  await createPaymentRequests(db);
  await createClaims(db);
}

async function createExpenditures(db: Knex): Promise<void> {
  await db.schema.createTable("expenditures", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("kind").notNullable();
    table.text("document_number");
    table.text("document_key");
    // Number, supplier, IČO and description folded, for the list's search.
    table.text("search_key").notNullable().defaultTo("");
    // As the document has them: a supplier renamed later does not change old documents.
    table.text("supplier_name");
    table.text("supplier_ico");
    table.text("description").notNullable();
    day(table, "issued_on");
    day(table, "paid_on");
    // The whole document with VAT and without; what the project bears of it is `amount_halere`.
    table.bigInteger("total_halere");
    table.bigInteger("net_halere");
    table.text("contract_number");
    table.text("order_number");
    table.text("procurement_note");
    // Kept from the fact in force and from the claims.
    table.text("state").notNullable();
    table.bigInteger("amount_halere").notNullable();
    day(table, "valid_on").notNullable();
    reference(table, "budget_line_id", "budget_lines", { optional: true });
    reference(table, "activity_id", "activities", { optional: true });
    reference(table, "event_id", "events", { optional: true });
    reference(table, "internship_id", "internships", { optional: true });
    reference(table, "period_id", "monitoring_periods", { optional: true });
    for (const sum of ["claimed", "approved", "cut"])
      table.bigInteger(`${sum}_halere`).notNullable().defaultTo(0);
    reference(table, "created_by", "users", { optional: true });
    editable(table);
    oneOf(table, "kind", ["invoice", "payroll", "travel", "direct-support", "other"]);
    oneOf(table, "state", [
      ...["planned", "ordered", "recorded"],
      ...["claimed", "approved", "cut", "moved"],
    ]);
    holds(table, "amount_not_negative", "amount_halere >= 0");
    holds(table, "claimed_within_amount", "claimed_halere <= amount_halere");
    holds(table, "one_place", "event_id is null or internship_id is null");
    table.index(["project_id", "valid_on", "id"], "expenditures_project_day_ix");
    table.index(["project_id", "document_key"], "expenditures_document_ix");
    table.index(["project_id", "budget_line_id", "state"], "expenditures_line_state_ix");
  });
  // What was recorded, appended: the sum, where it belongs and the day it is of. No sum withdraws it.
  await db.schema.createTable("expenditure_facts", (table) => {
    table.increments("id");
    reference(table, "expenditure_id", "expenditures");
    table.integer("project_id").notNullable();
    table.text("state").notNullable();
    table.bigInteger("amount_halere");
    reference(table, "budget_line_id", "budget_lines", { optional: true });
    reference(table, "activity_id", "activities", { optional: true });
    reference(table, "event_id", "events", { optional: true });
    reference(table, "internship_id", "internships", { optional: true });
    reference(table, "period_id", "monitoring_periods", { optional: true });
    table.text("reason");
    appended(table, "expenditure_facts");
    oneOf(table, "state", ["planned", "ordered", "recorded"]);
    holds(table, "amount_not_negative", "amount_halere >= 0");
    table.index(["project_id", "state", "valid_on"], "expenditure_facts_project_day_ix");
  });
  // What an item of pay is made of, for the list SD-2; seen only by those who may read pay.
  await db.schema.createTable("payroll_items", (table) => {
    table.increments("id");
    reference(table, "expenditure_id", "expenditures", { unique: true });
    reference(table, "assignment_id", "staff_assignments");
    table.text("month").notNullable();
    table.text("contract_code").notNullable();
    table.bigInteger("pay_halere").notNullable();
    table.bigInteger("other_with_levies_halere").notNullable().defaultTo(0);
    table.bigInteger("levies_halere").notNullable().defaultTo(0);
    table.bigInteger("other_without_levies_halere").notNullable().defaultTo(0);
    // Hundredths of an hour, as the timesheet has them.
    table.integer("fund_hours_e2").notNullable();
    table.integer("project_hours_e2").notNullable();
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "contract_code", ["Smlouva", "DPC", "DPP", "DPPDo", "DPPNad"]);
    holds(table, "pay_not_negative", "pay_halere >= 0 and levies_halere >= 0");
    holds(table, "hours_not_negative", "fund_hours_e2 >= 0 and project_hours_e2 >= 0");
  });
}

async function createPaymentRequests(db: Knex): Promise<void> {
  await db.schema.createTable("payment_requests", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.integer("number").notNullable();
    table.text("kind").notNullable();
    table.text("request_number");
    reference(table, "period_id", "monitoring_periods", { optional: true });
    reference(table, "milestone_id", "milestones", { optional: true });
    table.text("state").notNullable().defaultTo("draft");
    // Kept from the facts in force: what was asked for, what of it was recognised, what came. Of a draft the
    // advance and the income are as they are to be asked for.
    for (const sum of ["advance", "direct", "flat", "approved_direct", "approved_flat"])
      table.bigInteger(`${sum}_halere`).notNullable().defaultTo(0);
    for (const sum of ["income", "cut", "moved", "settled", "received"])
      table.bigInteger(`${sum}_halere`).notNullable().defaultTo(0);
    day(table, "submitted_on");
    day(table, "decided_on");
    day(table, "received_on");
    // Why it was returned or withdrawn, as the one who did it wrote.
    table.text("returned_reason");
    table.text("note");
    editable(table);
    oneOf(table, "kind", ["advance", "interim", "final"]);
    oneOf(table, "state", ["draft", "submitted", "returned", "approved", "paid", "withdrawn"]);
    table.unique(["project_id", "number"], { indexName: "payment_requests_number_uq" });
    // Taken beside what is only asked for: an approved sum never passes the asked one.
    holds(table, "approved_within_claimed", "approved_direct_halere <= direct_halere");
    holds(table, "approved_flat_within_claimed", "approved_flat_halere <= flat_halere");
  });
  await db.schema.createTable("payment_request_facts", (table) => {
    table.increments("id");
    reference(table, "payment_request_id", "payment_requests");
    table.integer("project_id").notNullable();
    table.text("kind").notNullable();
    for (const sum of [
      ...["advance", "direct", "flat", "income"],
      ...["cut", "moved", "settled", "received"],
    ])
      table.bigInteger(`${sum}_halere`);
    table.text("note");
    appended(table, "payment_request_facts");
    oneOf(table, "kind", ["submitted", "approved", "received", "withdrawn"]);
    table.index(["project_id", "kind", "valid_on"], "payment_request_facts_project_day_ix");
  });
}

async function createClaims(db: Knex): Promise<void> {
  await db.schema.createTable("claims", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "payment_request_id", "payment_requests");
    reference(table, "expenditure_id", "expenditures");
    table.bigInteger("claimed_halere").notNullable();
    // Unknown until it is decided: what is approved, cut for good and moved to a later request makes the claim.
    table.bigInteger("approved_halere");
    table.bigInteger("cut_halere");
    table.bigInteger("moved_halere");
    table.text("cut_reason");
    table.integer("version").notNullable().defaultTo(1);
    table.unique(["payment_request_id", "expenditure_id"], { indexName: "claims_once_uq" });
    // Nothing: taken out of a request that was returned; what was asked for before stays in the facts.
    holds(table, "claimed_not_negative", "claimed_halere >= 0");
    holds(table, "decided_whole", "approved_halere + cut_halere + moved_halere = claimed_halere");
    holds(
      table,
      "reason_of_what_is_cut",
      "coalesce(cut_halere, 0) + coalesce(moved_halere, 0) = 0 or cut_reason is not null",
    );
  });
  // Both times of a claim: asked for when its request was submitted, recognised when it was decided.
  await db.schema.createTable("claim_facts", (table) => {
    table.increments("id");
    reference(table, "claim_id", "claims");
    table.integer("project_id").notNullable();
    table.text("kind").notNullable();
    for (const sum of ["claimed", "approved", "cut", "moved"]) table.bigInteger(`${sum}_halere`);
    table.text("reason");
    appended(table, "claim_facts");
    oneOf(table, "kind", ["claimed", "decided", "withdrawn"]);
    table.index(["project_id", "kind", "valid_on"], "claim_facts_project_day_ix");
  });
  await db.schema.createTable("voucher_list_exports", (table) => {
    table.increments("id");
    reference(table, "payment_request_id", "payment_requests");
    table.text("list").notNullable();
    table.text("format").notNullable();
    reference(table, "exported_by", "users", { optional: true });
    instant(table, "exported_at").notNullable();
    table.integer("rows").notNullable();
    table.text("sha256").notNullable();
    oneOf(table, "list", ["sd-1", "sd-2"]);
    oneOf(table, "format", ["xlsx", "xml"]);
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "voucher_list_exports",
    "claim_facts",
    "claims",
    "payment_request_facts",
    "payment_requests",
    "payroll_items",
    "expenditure_facts",
    "expenditures",
  ]) {
    await db.schema.dropTable(table);
  }
}
