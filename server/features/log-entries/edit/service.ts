import type { Database } from "../../../../db/connection.ts";
import {
  deleteLogEntryActivities,
  deleteLogEntryMilestones,
  findLogEntry,
  insertLogEntryActivities,
  insertLogEntryMilestone,
  type LogEntry,
  updateLastLogDay,
  updateLogEntry,
} from "../../../../db/queries/log-entries.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { activityCode } from "../../activities/rules.ts";
import {
  checkActivities,
  checkMilestone,
  loadReferences,
  type ReferringEntry,
} from "../references/service.ts";
import { faultsOf } from "../rules.ts";
import type { EditedEntry } from "../schema.ts";
import { addTask, fieldsOf, keepEntryFound, tellOfMentions } from "../service.ts";
import { followNextStep } from "../task/service.ts";

interface Key {
  projectId: number;
  id: number;
}

export async function loadLogEntry(db: Database, key: Key): Promise<ReferringEntry> {
  const entry = await findLogEntry(db, key);
  if (!entry) throw new NotFound("log entry");
  return { ...entry, ...(await loadReferences(db, entry.id)) };
}

/**
 * Changes the entry; the old text stays in its history. What it caused once (per cent, a milestone done) is
 * a fact of its own and stays, its task follows.
 * @throws EditedMeanwhile when the form was opened on another version
 */
export async function editLogEntry(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  edit: { entry: EditedEntry; formOf: FormOf<ReferringEntry>; taskChangedBecause: string },
): Promise<void> {
  const { entry, formOf } = edit;
  await change(deps, author, async (one) => {
    const before = await loadLogEntry(one.trx, key);
    if (before.archivedAt !== null) throw new Conflict("entryArchived");
    if (before.version !== entry.version) throw await conflict(one, before, formOf);
    const faults = faultsOf(entry, pragueDay(one.at));
    if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
    await save(one, before, entry);
    await tellOfMentions(one, before, entry, before);
    await followTask(one, before, edit);
  });
}

async function save(one: Change, before: ReferringEntry, entry: EditedEntry): Promise<void> {
  const { trx } = one;
  const { id, projectId, version } = before;
  const fields = fieldsOf(entry);
  const named = before.activities.map((activity) => activity.id);
  await checkActivities(one, projectId, entry.activityIds, named);
  if (entry.milestoneId !== null && entry.milestoneId !== before.touched?.id) {
    await checkMilestone(one, projectId, entry.milestoneId, { isOpen: false });
  }
  const updated = await updateLogEntry(trx, { ...fields, id, version });
  if (updated === 0) throw new Conflict("changedMeanwhile");
  await deleteLogEntryActivities(trx, id);
  await insertLogEntryActivities(trx, id, entry.activityIds);
  await deleteLogEntryMilestones(trx, id);
  if (entry.milestoneId !== null) await insertLogEntryMilestone(trx, id, entry.milestoneId);
  await updateLastLogDay(trx, projectId);
  await keepEntryFound(one, { ...fields, id, projectId });
  const after = await loadLogEntry(trx, { projectId, id });
  one.record({
    action: "log-entry.edited",
    objectType: "log-entry",
    objectId: id,
    projectId,
    changes: changedFields(told(before), told(after)),
  });
}

async function followTask(
  one: Change,
  before: ReferringEntry,
  { entry, taskChangedBecause }: { entry: EditedEntry; taskChangedBecause: string },
): Promise<void> {
  const { projectId, id: logEntryId } = before;
  const { nextStep, nextStepOn, task: choice } = entry;
  if (before.task !== null) {
    const steps = { before, after: { nextStep, nextStepOn } };
    const key = { projectId, id: before.task.id };
    await followNextStep(one, key, steps, { choice, reason: taskChangedBecause });
    return;
  }
  const [activityId = null] = entry.activityIds.length === 1 ? entry.activityIds : [];
  await addTask(one, { projectId, logEntryId, nextStep, nextStepOn, activityId });
}

function conflict(one: Change, current: ReferringEntry, formOf: FormOf<ReferringEntry>) {
  return editedMeanwhile(one.trx, {
    objectType: "log-entry",
    objectId: current.id,
    version: current.version,
    values: formOf(current),
  });
}

/** What the history says about an entry: activities and milestones by name, time in hours. */
function told(entry: LogEntry & Omit<ReferringEntry, keyof LogEntry>) {
  const { happenedOn, body, nextStep, nextStepOn, workedMinutes, activities, touched } = entry;
  return {
    happenedOn,
    body,
    nextStep,
    nextStepOn,
    hours: workedMinutes === null ? null : Math.round((workedMinutes * 100) / 60) / 100,
    activities: activities.map(activityCode),
    milestone: touched?.title ?? null,
  };
}
