import type { Knex } from "knex";
import { day, holds } from "./columns.ts";

const AT = "2026-11-25T10:00:00.000Z";
const rule = (key: string, objectType: string, daysBefore: string, given: object = {}) => ({
  ...{ key, object_type: objectType, days_before: daysBefore, created_at: AT },
  ...{ kind: null, overdue_after: null, overdue_every: null },
  ...{ category: "deadlines", recipients: "owner", ...given },
});
const EVENTS = { category: "events" };
const OWED = { overdue_after: 1, overdue_every: 7 };

const DATED = [
  rule("internships", "internship", "7,1,0", EVENTS),
  rule("internship-ends", "internship-end", "7,1,0", EVENTS),
  rule("campaigns", "campaign", "7,1,0", EVENTS),
  rule("controls", "control", "14,7,1,0", { recipients: "manager" }),
  rule("nominations", "nomination", "1,0", { ...OWED, ...EVENTS }),
  rule("internship-confirmations", "internship-confirmation", "1,0", { ...OWED, ...EVENTS }),
  rule("exits", "exit", "14,7,1,0", { ...OWED, recipients: "coordinator" }),
  rule("awaited-documents", "awaited-document", "7,3,0", { ...OWED, recipients: "manager" }),
];

// Of what waits the day counted from is the one it has waited since: its approver is told after two days, whoever
// it was returned to after one.
const waits = { category: "approvals", overdue_after: 2, overdue_every: 5, recipients: "manager" };
const returned = { ...waits, kind: "returned", overdue_after: 1, recipients: "owner" };
const WAITING = [
  rule("waiting-reports", "waiting-report", "", waits),
  rule("waiting-changes", "waiting-change", "", waits),
  rule("waiting-timesheets", "waiting-timesheet", "", waits),
  rule("waiting-outputs", "waiting-output", "", waits),
  rule("waiting-internships", "waiting-internship", "", waits),
  rule("returned-reports", "waiting-report", "", returned),
  rule("returned-timesheets", "waiting-timesheet", "", returned),
  rule("returned-outputs", "waiting-output", "", returned),
  rule("returned-payment-requests", "waiting-payment-request", "", returned),
];

const RULES = [...DATED, ...WAITING];

// What is open of each is little; by these nothing else is looked at. None is of one state only: SQLite would
// prepare a statement that is given the state anew each time.
const OPEN = {
  reports_state_ix: "reports (state, project_id)",
  project_changes_state_ix: "project_changes (state, project_id)",
  timesheets_state_ix: "timesheets (state, project_id)",
  timesheets_returned_ix: "timesheets (project_id) where returned_on is not null",
  outputs_state_ix: "outputs (state, project_id)",
  payment_requests_returned_ix: "payment_requests (project_id) where returned_on is not null",
  internships_end_ix: "internships (ends_on, project_id, id)",
  internships_state_ix: "internships (state, project_id)",
  controls_state_starts_ix: "controls (state, starts_on)",
  nomination_links_open_ix:
    "nomination_links (answer_by, event_id) where answered_at is null and revoked_at is null",
  internship_confirmations_open_ix:
    "internship_confirmations (answer_by, internship_id) where answered_at is null and revoked_at is null and answer_by is not null",
  participations_without_exit_ix:
    "participations (project_id, exited_on, merged_into_id, archived_at) where exited_on is null and merged_into_id is null and archived_at is null",
};

/** What was dated but never reminded of, and what waits for somebody's word. */
export async function up(db: Knex): Promise<void> {
  await addReturnDay(db, "timesheets", "timesheet");
  await addReturnDay(db, "payment_requests", "payment-request");
  // Within how many days of the day it is owed from a paper is to be there.
  await db.raw("alter table document_requirements add column due_days integer not null default 14");
  // Kept: what a project lacks of the papers that were to be there, and since when. Which of them, its list tells.
  await db.schema.createTable("awaited_documents", (table) => {
    table.integer("project_id").primary("awaited_documents_pk");
    table
      .foreign("project_id", "awaited_documents_project_id_fk")
      .references("projects.id")
      .onDelete("RESTRICT");
    table.integer("missing").notNullable();
    day(table, "due_on").notNullable();
    holds(table, "something_missing", "missing > 0");
    table.index(["due_on", "project_id"], "awaited_documents_due_ix");
  });
  for (const [name, of] of Object.entries(OPEN)) await db.raw(`create index ${name} on ${of}`);
  await db("reminder_rules").insert(RULES);
}

/** The day something was returned on, which until now only the history knew. */
async function addReturnDay(db: Knex, table: string, objectType: string): Promise<void> {
  await db.schema.alterTable(table, (altered) => {
    day(altered, "returned_on");
  });
  const open = db(table).whereNotNull("returned_reason").whereIn("state", ["draft", "returned"]);
  const rows: { id: number; at: Date | string | null }[] = await open.select({
    id: "id",
    at: db("audit_events as a")
      .whereRaw(`a.object_id = ${table}.id`)
      .where({ "a.object_type": objectType, "a.action": `${objectType}.returned` })
      .max("a.at"),
  });
  for (const { id, at } of rows) {
    const instant = at === null ? AT : new Date(at).toISOString();
    await db(table)
      .where({ id })
      .update({ returned_on: instant.slice(0, 10) });
  }
}

export async function down(db: Knex): Promise<void> {
  const keys = RULES.map(({ key }) => key);
  await db("reminder_rules").whereIn("key", keys).delete();
  for (const name of Object.keys(OPEN)) await db.raw(`drop index ${name}`);
  await db.schema.dropTable("awaited_documents");
  await db.raw("alter table document_requirements drop column due_days");
  await db.raw("alter table payment_requests drop column returned_on");
  await db.raw("alter table timesheets drop column returned_on");
}
