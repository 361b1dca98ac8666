import { type RecipientRole, recipientRoles } from "../../server/values/recipient-roles.ts";
import type { Database, Transaction } from "../connection.ts";

/** What a rule is about; null is every kind, every programme. */
export interface RuleScope {
  objectType: string;
  kind: string | null;
  programme: string | null;
}

export interface ReminderRuleFields extends RuleScope {
  /** Days before the day owed, largest first; 0 is the day itself. */
  daysBefore: number[];
  /** Days after the day owed on which the first and each further reminder goes. */
  overdueAfter: number | null;
  overdueEvery: number | null;
  recipients: RecipientRole[];
  category: string;
  /** Working days after the day owed on which the managers, then the monthly summary are told. */
  escalateManagerAfter: number | null;
  escalateSummaryAfter: number | null;
  note: string | null;
  isActive: boolean;
}

export interface ReminderRule extends ReminderRuleFields {
  id: number;
  version: number;
  isArchived: boolean;
}

const COLUMNS = {
  id: "id",
  objectType: "object_type",
  kind: "kind",
  programme: "programme",
  daysBefore: "days_before",
  overdueAfter: "overdue_after",
  overdueEvery: "overdue_every",
  recipients: "recipients",
  category: "category",
  escalateManagerAfter: "escalate_manager_after",
  escalateSummaryAfter: "escalate_summary_after",
  note: "note",
  isActive: "is_active",
  version: "version",
  archivedAt: "archived_at",
};

/** Every rule, archived ones too. */
export async function listReminderRules(db: Database): Promise<ReminderRule[]> {
  return (await db("reminder_rules").orderBy("id").select(COLUMNS)).map(readRule);
}

/** The rules that bind: switched on and not archived. */
export async function listActiveRules(db: Database): Promise<ReminderRule[]> {
  const rows = await db("reminder_rules")
    .where({ is_active: true })
    .whereNull("archived_at")
    .orderBy("id")
    .select(COLUMNS);
  return rows.map(readRule);
}

export async function findReminderRule(
  db: Database,
  id: number,
): Promise<ReminderRule | undefined> {
  const row = await db("reminder_rules").where({ id }).first(COLUMNS);
  return row && readRule(row);
}

/** The living rule of just this scope: there is one at most. */
export async function findRuleOfScope(
  db: Database,
  { objectType, kind, programme }: RuleScope,
): Promise<{ id: number } | undefined> {
  return db("reminder_rules")
    .where({ object_type: objectType, kind, programme })
    .whereNull("archived_at")
    .first({ id: "id" });
}

/** Undefined when another rule of the same scope came first. */
export async function insertReminderRule(
  trx: Transaction,
  rule: ReminderRuleFields & { key: string; createdAt: string },
): Promise<number | undefined> {
  const [row] = await trx("reminder_rules")
    .insert({ key: rule.key, ...columnsOf(rule), created_at: rule.createdAt })
    .onConflict()
    .ignore()
    .returning("id");
  return row?.id;
}

/** False when somebody else has changed the rule since `version`. */
export async function updateReminderRule(
  trx: Transaction,
  { id, version }: { id: number; version: number },
  fields: ReminderRuleFields,
): Promise<boolean> {
  const changed = await trx("reminder_rules")
    .where({ id, version })
    .update({ ...columnsOf(fields), version: version + 1 });
  return changed === 1;
}

/** `at` null brings the rule back. */
export async function archiveReminderRule(
  trx: Transaction,
  { id, at }: { id: number; at: string | null },
): Promise<void> {
  await trx("reminder_rules")
    .where({ id })
    .update({ archived_at: at, version: trx.raw("version + 1") });
}

function columnsOf(fields: ReminderRuleFields) {
  return {
    object_type: fields.objectType,
    kind: fields.kind,
    programme: fields.programme,
    days_before: fields.daysBefore.join(","),
    overdue_after: fields.overdueAfter,
    overdue_every: fields.overdueEvery,
    recipients: fields.recipients.join(","),
    category: fields.category,
    escalate_manager_after: fields.escalateManagerAfter,
    escalate_summary_after: fields.escalateSummaryAfter,
    note: fields.note,
    is_active: fields.isActive,
  };
}

type Row = Omit<ReminderRule, "daysBefore" | "recipients" | "isArchived"> & {
  daysBefore: string;
  recipients: string;
  archivedAt: string | null;
};

function readRule({ archivedAt, ...row }: Row): ReminderRule {
  return {
    ...row,
    daysBefore: (row.daysBefore.match(/\d+/g) ?? []).map(Number),
    recipients: recipientRoles.filter((role) => row.recipients.split(",").includes(role)),
    isActive: Boolean(row.isActive),
    isArchived: archivedAt !== null,
  };
}
