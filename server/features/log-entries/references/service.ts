import type { Database } from "../../../../db/connection.ts";
import type { LogEntry } from "../../../../db/queries/log-entries.ts";
import {
  findKnownMilestone,
  type KnownActivity,
  type LogChoices,
  listKnownActivities,
} from "../../../../db/queries/log-entry-choices.ts";
import {
  type EntryActivity,
  type EntryMilestone,
  listActivitiesOfEntries,
  listMilestonesOfEntries,
} from "../../../../db/queries/log-entry-list.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";

/** Live activities of the project, and those the entry has named before. */
export async function checkActivities(
  { trx }: Change,
  projectId: number,
  ids: readonly number[],
  namedBefore: readonly number[] = [],
): Promise<KnownActivity[]> {
  if (ids.length === 0) return [];
  const known = await listKnownActivities(trx, projectId, ids);
  const mayBeNamed = known.filter(
    ({ id, archivedAt }) => archivedAt === null || namedBefore.includes(id),
  );
  if (mayBeNamed.length < ids.length) throw new InvalidInput({ activityIds: "unknownChoice" });
  return mayBeNamed;
}

/** A milestone of the project; open, if the entry is to complete it. */
export async function checkMilestone(
  { trx }: Change,
  projectId: number,
  id: number,
  { isOpen }: { isOpen: boolean },
): Promise<{ title: string }> {
  const milestone = await findKnownMilestone(trx, { projectId, id });
  if (!milestone || (isOpen && milestone.closedOn !== null))
    throw new InvalidInput({ milestoneId: "unknownChoice" });
  return milestone;
}

/** What an entry refers to at present. */
export interface EntryReferences {
  activities: EntryActivity[];
  touched: EntryMilestone | null;
  task: EntryMilestone | null;
}

export async function loadReferences(db: Database, entryId: number): Promise<EntryReferences> {
  const [activities, milestones] = await Promise.all([
    listActivitiesOfEntries(db, [entryId]),
    listMilestonesOfEntries(db, [entryId]),
  ]);
  return {
    activities,
    touched: milestones.find(({ isTask }) => !isTask) ?? null,
    task: milestones.findLast(({ isTask }) => isTask) ?? null,
  };
}

/** What may be chosen, and what is chosen already even if it could not be any more. */
export function withPresent(choices: LogChoices, present: EntryReferences): LogChoices {
  const activities = present.activities.filter(
    ({ id }) => !choices.activities.some((one) => one.id === id),
  );
  const milestones = [present.touched].filter(
    (one): one is EntryMilestone =>
      one !== null && !choices.milestones.some(({ id }) => id === one.id),
  );
  return {
    activities: [...choices.activities, ...activities],
    milestones: [...milestones, ...choices.milestones],
  };
}

export type ReferringEntry = LogEntry & EntryReferences;
