import type { Transaction } from "../connection.ts";

/** Takes rows away that an import made; each says false when somebody has worked on them since. */

export async function deleteImportedMilestone(trx: Transaction, id: number): Promise<boolean> {
  const milestone = await trx("milestones").where({ id }).first("version", "origin");
  const states = await trx("milestone_states")
    .where({ milestone_id: id })
    .count({ n: "*" })
    .first();
  // One that came as done was completed by the import itself.
  const edits = Number(states?.n ?? 0) > 0 ? 2 : 1;
  if (!milestone || milestone.version > edits) return false;
  await trx("milestone_states").where({ milestone_id: id }).delete();
  await trx("milestone_dates").where({ milestone_id: id }).delete();
  await trx("milestones").where({ id }).delete();
  return true;
}

export async function deleteImportedLogEntry(trx: Transaction, id: number): Promise<boolean> {
  const entry = await trx("log_entries").where({ id }).first("version");
  if (!entry || entry.version > 1) return false;
  const tasks = await trx("milestones").where({ log_entry_id: id }).pluck("id");
  for (const task of tasks) if (!(await deleteImportedMilestone(trx, task))) return false;
  await trx("log_entry_activities").where({ log_entry_id: id }).delete();
  await trx("log_entry_milestones").where({ log_entry_id: id }).delete();
  await trx("log_entries").where({ id }).delete();
  return true;
}

/** With the person, if this was all that was known of them. */
export async function deleteImportedParticipation(trx: Transaction, id: number): Promise<boolean> {
  const participation = await trx("participations").where({ id }).first("participant_id");
  if (!participation) return false;
  await trx("participation_completions").where({ participation_id: id }).delete();
  await trx("participations").where({ id }).delete();
  const personId: number = participation.participant_id;
  const other = await trx("participations").where({ participant_id: personId }).first("id");
  const registered = await trx("registrations").where({ participant_id: personId }).first("id");
  if (!other && !registered) await trx("participants").where({ id: personId }).delete();
  return true;
}

/** Whether the database refused because other rows still refer to what was to go. */
export function isStillReferred(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: string };
  return code === "SQLITE_CONSTRAINT_FOREIGNKEY" || code === "23503" || code === "23001";
}
