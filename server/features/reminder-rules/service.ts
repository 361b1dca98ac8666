import { randomUUID } from "node:crypto";
import type { Transaction } from "../../../db/connection.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import {
  archiveReminderRule,
  findReminderRule,
  findRuleOfScope,
  insertReminderRule,
  type ReminderRule,
  type ReminderRuleFields,
  updateReminderRule,
} from "../../../db/queries/reminder-rules.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";

type Writing = Pick<Deps, "db" | "clock">;

const objectType = "reminder-rule";

export async function createReminderRule(
  deps: Writing,
  author: Author,
  fields: ReminderRuleFields,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    await checkScope(trx, fields, deps.clock.today());
    const id = await insertReminderRule(trx, { ...fields, key: randomUUID(), createdAt: at });
    if (id === undefined) throw taken();
    record({ action: "reminder-rule.created", objectType, objectId: id });
    return id;
  });
}

/** What a new rule is about: a programme in force, and nothing that another rule is about already. */
export async function checkScope(
  db: Parameters<typeof findRuleOfScope>[0],
  fields: ReminderRuleFields,
  today: string,
): Promise<void> {
  if (fields.programme !== null) {
    const programmes = await listCodeItems(db, { lists: ["programmes"], on: today });
    if (!programmes.some(({ code }) => code === fields.programme))
      throw new InvalidInput({ programme: "unknownChoice" });
  }
  if (await findRuleOfScope(db, fields)) throw taken();
}

function taken(): InvalidInput {
  return new InvalidInput({ programme: "reminderRuleTaken" });
}

/** What a rule is about stays: another matter is another rule. */
export type EditedFields = Omit<ReminderRuleFields, "objectType" | "kind" | "programme">;

export async function editReminderRule(
  deps: Writing,
  author: Author,
  edit: { id: number; version: number; fields: EditedFields; formOf: FormOf<ReminderRule> },
): Promise<void> {
  const { id, version, formOf } = edit;
  await change(deps, author, async ({ trx, record }) => {
    const before = await livingRule(trx, id);
    const stored = fieldsOf(before);
    const fields = { ...stored, ...edit.fields };
    if (!(await updateReminderRule(trx, { id, version }, fields))) {
      const current = { objectType, objectId: id, version: before.version };
      throw await editedMeanwhile(trx, { ...current, values: formOf(before) });
    }
    const changes = changedFields(stored, fields);
    record({ action: "reminder-rule.edited", objectType, objectId: id, changes });
  });
}

/** An archived rule binds nothing; what was planned by it is withdrawn when reminders are planned next. */
export async function archiveRule(deps: Writing, author: Author, id: number): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    const rule = await findReminderRule(trx, id);
    if (!rule) throw new NotFound("reminder rule");
    if (rule.isArchived) return;
    await archiveReminderRule(trx, { id, at });
    record({ action: "reminder-rule.archived", objectType, objectId: id });
  });
}

export async function restoreRule(deps: Writing, author: Author, id: number): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const rule = await findReminderRule(trx, id);
    if (!rule) throw new NotFound("reminder rule");
    if (!rule.isArchived) return;
    if (await findRuleOfScope(trx, rule)) throw new Conflict("reminderRuleReplaced");
    await archiveReminderRule(trx, { id, at: null });
    record({ action: "reminder-rule.restored", objectType, objectId: id });
  });
}

async function livingRule(trx: Transaction, id: number): Promise<ReminderRule> {
  const rule = await findReminderRule(trx, id);
  if (!rule) throw new NotFound("reminder rule");
  if (rule.isArchived) throw new Conflict("reminderRuleArchived");
  return rule;
}

export function fieldsOf(rule: ReminderRule): ReminderRuleFields {
  const { id: _id, version: _version, isArchived: _isArchived, ...fields } = rule;
  return fields;
}
