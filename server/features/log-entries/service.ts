import type { Database } from "../../../db/connection.ts";
import {
  insertLogEntry,
  insertLogEntryActivities,
  insertLogEntryMilestone,
  type LogEntryFields,
  updateLastLogDay,
} from "../../../db/queries/log-entries.ts";
import {
  type LogChoices,
  type LoggableProject,
  listLogActivities,
  listLoggableProjects,
  listOpenMilestones,
} from "../../../db/queries/log-entry-choices.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import {
  type GlobalRole,
  isPermitted,
  type ProjectRole,
  projectRoles,
} from "../../access/permissions.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput } from "../../errors.ts";
import { type CalendarDate, pragueDay } from "../../values/calendar-date.ts";
import { addActivityProgress } from "../activities/progress/service.ts";
import { completeMilestone } from "../milestones/completion/service.ts";
import { createTask } from "../milestones/service.ts";
import { tellMentioned } from "../notifications/mentions/service.ts";
import { indexForSearch } from "../searches/service.ts";
import { checkActivities, checkMilestone } from "./references/service.ts";
import { faultsOf, minutesOf } from "./rules.ts";
import type { WrittenEntry } from "./schema.ts";

/** What a new entry of the project may refer to: its activities and what is still owed. Two queries. */
export async function loadLogChoices(
  { db }: { db: Database },
  projectId: number,
): Promise<LogChoices> {
  const [activities, milestones] = await Promise.all([
    listLogActivities(db, projectId),
    listOpenMilestones(db, projectId),
  ]);
  return { activities, milestones };
}

/**
 * Writes the entry with all that follows from it, in one transaction: the per cent of its activity, the
 * milestone that is done, the task that the next step becomes.
 * @returns the id of the entry
 */
export async function writeLogEntry(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  entry: WrittenEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const faults = faultsOf(entry, pragueDay(one.at));
    if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
    await checkActivities(one, projectId, entry.activityIds);
    if (entry.milestoneId !== null) {
      await checkMilestone(one, projectId, entry.milestoneId, { isOpen: entry.isMilestoneDone });
    }
    const id = await insertEntry(one, projectId, entry);
    await drawConsequences(one, { projectId, id }, entry);
    await tellOfMentions(one, { projectId, id }, entry);
    return id;
  });
}

type Written = Pick<WrittenEntry, "body" | "nextStep">;

/** Tells those whom the entry mentions and did not mention before. */
export async function tellOfMentions(
  one: Change,
  { projectId, id: objectId }: { projectId: number; id: number },
  entry: Written,
  before: Written = { body: "", nextStep: null },
): Promise<void> {
  const thing = { objectType: "log-entry", objectId, pageId: objectId } as const;
  const texts = ({ body, nextStep }: Written) => [body, nextStep];
  await tellMentioned(one, { ...thing, projectId }, texts(entry), texts(before));
}

async function insertEntry(one: Change, projectId: number, entry: WrittenEntry): Promise<number> {
  const { trx, at, by } = one;
  const fields = fieldsOf(entry);
  const id = await insertLogEntry(trx, { ...fields, projectId, authorId: by, createdAt: at });
  await insertLogEntryActivities(trx, id, entry.activityIds);
  if (entry.milestoneId !== null) await insertLogEntryMilestone(trx, id, entry.milestoneId);
  await updateLastLogDay(trx, projectId);
  await keepEntryFound(one, { ...fields, id, projectId });
  one.record({ action: "log-entry.written", objectType: "log-entry", objectId: id, projectId });
  return id;
}

async function drawConsequences(
  one: Change,
  { projectId, id: logEntryId }: { projectId: number; id: number },
  entry: WrittenEntry,
): Promise<void> {
  const [activityId] = entry.activityIds;
  const isOnlyOne = entry.activityIds.length === 1;
  if (entry.percent !== null && activityId !== undefined) {
    const { percent, happenedOn: validOn } = entry;
    const progress = { percent, validOn, reason: null, logEntryId };
    await addActivityProgress(one, { projectId, activityId }, progress);
  }
  if (entry.isMilestoneDone && entry.milestoneId !== null) {
    const key = { projectId, id: entry.milestoneId };
    await completeMilestone(one, key, { doneOn: entry.happenedOn });
  }
  await addTask(one, {
    projectId,
    logEntryId,
    nextStep: entry.nextStep,
    nextStepOn: entry.nextStepOn,
    activityId: isOnlyOne ? (activityId ?? null) : null,
  });
}

/** The next step with a day is a task of whoever wrote it down. */
export async function addTask(
  one: Change,
  step: {
    projectId: number;
    logEntryId: number;
    nextStep: string | null;
    nextStepOn: CalendarDate | null;
    activityId: number | null;
  },
): Promise<void> {
  const { projectId, logEntryId, nextStep: title, nextStepOn: dueOn, activityId } = step;
  if (title === null || dueOn === null) return;
  await createTask(one, { projectId, title, dueOn, activityId, ownerUserId: one.by, logEntryId });
}

export async function keepEntryFound(
  { trx }: Change,
  entry: Pick<LogEntryFields, "happenedOn" | "body" | "nextStep"> & {
    id: number;
    projectId: number;
  },
): Promise<void> {
  await indexForSearch(trx, {
    objectType: "log-entry",
    objectId: entry.id,
    projectId: entry.projectId,
    datedOn: entry.happenedOn,
    title: "",
    body: [entry.body, entry.nextStep].filter(Boolean).join("\n"),
  });
}

export function fieldsOf(
  entry: Pick<WrittenEntry, "happenedOn" | "body" | "nextStep" | "nextStepOn" | "hours">,
): LogEntryFields {
  const { happenedOn, body, nextStep, nextStepOn, hours } = entry;
  return { happenedOn, body, nextStep, nextStepOn, workedMinutes: minutesOf(hours) };
}

/** The projects in whose log a viewer with these global roles may write. */
export async function findLoggableProjects(
  { db }: { db: Database },
  reach: Reach,
  roles: readonly GlobalRole[],
): Promise<LoggableProject[]> {
  return listLoggableProjects(db, reach, writingRoles(roles));
}

export async function isLoggable(
  deps: { db: Database },
  reach: Reach,
  roles: readonly GlobalRole[],
  projectId: number,
): Promise<boolean> {
  const found = await listLoggableProjects(deps.db, reach, writingRoles(roles), projectId);
  return found.length > 0;
}

/** Roles inside a project that may write; null where a global role is enough. */
function writingRoles(roles: readonly GlobalRole[]): ProjectRole[] | null {
  if (isPermitted("log-entry:write", roles)) return null;
  return projectRoles.filter((role) => isPermitted("log-entry:write", [role]));
}
