import type { Knex } from "knex";

const AT = "2026-11-25T10:00:00.000Z";
const rule = (key: string, objectType: string, daysBefore: string, given: object = {}) => ({
  ...{ key, object_type: objectType, days_before: daysBefore, created_at: AT },
  ...{ overdue_after: null, overdue_every: null, category: "deadlines", recipients: "owner" },
  ...given,
});
// Of what waits for somebody the day counted from is the one it has waited since.
const WAITS = { overdue_after: 2, overdue_every: 5, category: "approvals", recipients: "manager" };
const OWED = { overdue_after: 1, overdue_every: 7 };

const RULES = [
  rule("internship-ends", "internship-end", "7,1,0", { category: "events" }),
  rule("exits", "exit", "14,7,1,0", { ...OWED, recipients: "coordinator" }),
  rule("awaited-documents", "awaited-document", "7,3,0", { ...OWED, recipients: "manager" }),
  rule("waiting-reports", "waiting-report", "", WAITS),
  rule("waiting-changes", "waiting-change", "", WAITS),
  rule("waiting-timesheets", "waiting-timesheet", "", WAITS),
  rule("waiting-outputs", "waiting-output", "", WAITS),
];

/** What was dated but never reminded of, and what waits for somebody's word. */
export async function up(db: Knex): Promise<void> {
  await db("reminder_rules").insert(RULES);
}

export async function down(db: Knex): Promise<void> {
  const keys = RULES.map(({ key }) => key);
  await db("reminder_rules").whereIn("key", keys).delete();
}
