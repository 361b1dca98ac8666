import {
  type Activity,
  findActivity,
  listActivities,
  listActivityNames,
  updateActivitiesArchived,
} from "../../../../db/queries/activities.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";
import { dropFromSearch } from "../../searches/service.ts";
import { canBeRestored, sharesFit } from "../rules.ts";
import { keepFound } from "../service.ts";

interface Key {
  projectId: number;
  id: number;
}

/** Takes the activity with its sub-activities out of lists and figures; facts, log and milestones stay. */
export async function archiveActivity(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    const activity = await findOrThrow(one, key);
    if (activity.archivedAt !== null) return;
    const names = await listActivityNames(one.trx, key.projectId);
    const parts = names.filter(({ parentId }) => parentId === key.id);
    const ids = [key.id, ...parts.map(({ id }) => id)];
    await updateActivitiesArchived(one.trx, ids, one.at);
    for (const objectId of ids) await dropFromSearch(one.trx, { objectType: "activity", objectId });
    await told(one, key, "activity.archived");
  });
}

/** Brings back what went to the archive at the same time, while it still may. */
export async function restoreActivity(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    const activity = await findOrThrow(one, key);
    if (activity.archivedAt === null) return;
    const all = await listActivities(one.trx, key.projectId);
    checkRestorable(activity, all, pragueDay(one.at));
    const ids = all
      .filter(
        ({ parentId, archivedAt }) => parentId === key.id && archivedAt === activity.archivedAt,
      )
      .map(({ id }) => id);
    await updateActivitiesArchived(one.trx, [key.id, ...ids], null);
    for (const id of [key.id, ...ids]) await keepFound(one, { projectId: key.projectId, id });
    await told(one, key, "activity.restored");
  });
}

function checkRestorable(
  activity: Activity,
  all: Awaited<ReturnType<typeof listActivities>>,
  today: string,
): void {
  if (!canBeRestored(activity.archivedAt ?? "", today)) throw new Conflict("archivedTooLong");
  const living = all.filter(({ archivedAt }) => archivedAt === null);
  const siblings = living.filter(({ parentId }) => parentId === activity.parentId);
  if (activity.parentId !== null && !living.some(({ id }) => id === activity.parentId))
    throw new Conflict("parentArchived");
  if (siblings.some(({ number }) => number === activity.number)) throw new Conflict("numberTaken");
  if (!sharesFit([activity.shareBp, ...siblings.map(({ shareBp }) => shareBp)]))
    throw new Conflict("sharesOverWhole");
}

async function findOrThrow({ trx }: Change, key: Key): Promise<Activity> {
  const activity = await findActivity(trx, key);
  if (!activity) throw new NotFound("activity");
  return activity;
}

async function told(one: Change, { projectId, id }: Key, action: string): Promise<void> {
  one.record({ action, objectType: "activity", objectId: id, projectId });
  await refreshProgressTotals(one.trx, projectId);
}
