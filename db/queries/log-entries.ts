import type { Database, Transaction } from "../connection.ts";

export interface LogEntryFields {
  happenedOn: string;
  body: string;
  nextStep: string | null;
  nextStepOn: string | null;
  workedMinutes: number | null;
}

export interface LogEntry extends LogEntryFields {
  id: number;
  projectId: number;
  authorId: number | null;
  authorName: string | null;
  version: number;
  archivedAt: string | null;
}

interface Key {
  projectId: number;
  id: number;
}

/** Archived or not. */
export async function findLogEntry(db: Database, key: Key): Promise<LogEntry | undefined> {
  return db("log_entries as l")
    .leftJoin("users as u", "u.id", "l.author_id")
    .where({ "l.id": key.id, "l.project_id": key.projectId })
    .first(entryColumns);
}

export const entryColumns = {
  id: "l.id",
  projectId: "l.project_id",
  happenedOn: "l.happened_on",
  body: "l.body",
  nextStep: "l.next_step",
  nextStepOn: "l.next_step_on",
  workedMinutes: "l.worked_minutes",
  authorId: "l.author_id",
  authorName: "u.name",
  version: "l.version",
  archivedAt: "l.archived_at",
};

export async function insertLogEntry(
  trx: Transaction,
  entry: LogEntryFields & { projectId: number; authorId: number | null; createdAt: string },
): Promise<number> {
  const [row] = await trx("log_entries")
    .insert({
      ...fieldColumns(entry),
      project_id: entry.projectId,
      author_id: entry.authorId,
      created_at: entry.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the entry has another version by now. */
export async function updateLogEntry(
  trx: Transaction,
  entry: LogEntryFields & { id: number; version: number },
): Promise<number> {
  return trx("log_entries")
    .where({ id: entry.id, version: entry.version })
    .update({ ...fieldColumns(entry), version: entry.version + 1 });
}

export async function updateLogEntryArchived(
  trx: Transaction,
  id: number,
  archivedAt: string | null,
): Promise<void> {
  await trx("log_entries").where({ id }).update({ archived_at: archivedAt });
}

export async function insertLogEntryActivities(
  trx: Transaction,
  entryId: number,
  activityIds: readonly number[],
): Promise<void> {
  if (activityIds.length === 0) return;
  await trx("log_entry_activities").insert(
    activityIds.map((activityId) => ({ log_entry_id: entryId, activity_id: activityId })),
  );
}

export async function deleteLogEntryActivities(trx: Transaction, entryId: number): Promise<void> {
  await trx("log_entry_activities").where("log_entry_id", entryId).delete();
}

export async function insertLogEntryMilestone(
  trx: Transaction,
  entryId: number,
  milestoneId: number,
): Promise<void> {
  await trx("log_entry_milestones").insert({ log_entry_id: entryId, milestone_id: milestoneId });
}

export async function deleteLogEntryMilestones(trx: Transaction, entryId: number): Promise<void> {
  await trx("log_entry_milestones").where("log_entry_id", entryId).delete();
}

/** A later entry moves the project's last sign of life forward; an edit may move it back. */
export async function updateLastLogDay(trx: Transaction, projectId: number): Promise<void> {
  await trx("project_totals")
    .where({ project_id: projectId })
    .update({
      last_log_on: trx("log_entries")
        .where({ project_id: projectId })
        .whereNull("archived_at")
        .max("happened_on"),
    });
}

function fieldColumns(entry: LogEntryFields) {
  return {
    happened_on: entry.happenedOn,
    body: entry.body,
    next_step: entry.nextStep,
    next_step_on: entry.nextStepOn,
    worked_minutes: entry.workedMinutes,
  };
}
