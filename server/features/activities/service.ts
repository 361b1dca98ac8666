import {
  type Activity,
  type ActivityFields,
  type ActivityName,
  findActivity,
  insertActivity,
  listActivityNames,
  updateActivity,
} from "../../../db/queries/activities.ts";
import { insertActivityMove } from "../../../db/queries/activity-facts.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { nobody } from "../../values/owner.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { resolveOwner } from "../owners/service.ts";
import { refreshProgressTotals } from "../projects/totals/service.ts";
import { indexForSearch } from "../searches/service.ts";
import {
  activityCode,
  firstBaseline,
  isActivityNumber,
  isMove,
  nextNumber,
  sharesFit,
} from "./rules.ts";
import type { ActivityEntry, EditedActivity } from "./schema.ts";
import { setTargetGroups } from "./target-groups/service.ts";

/** A title is enough; what is left out stays empty, the number is the next free one. */
export type NewActivity = Pick<ActivityEntry, "title"> &
  Partial<ActivityEntry> & { parentId?: number | null };

/** @returns the id of the new activity */
export async function createActivity(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  entry: NewActivity,
): Promise<number> {
  return change(deps, author, (one) => addActivity(one, projectId, entry));
}

/** The same within a change that has begun. */
export async function addActivity(
  one: Change,
  projectId: number,
  given: NewActivity,
): Promise<number> {
  const { trx, at } = one;
  const entry = { ...EMPTY, parentId: null, ...given };
  await lockProject(trx, projectId);
  const names = await listActivityNames(trx, projectId);
  const siblings = names.filter(({ parentId }) => parentId === entry.parentId);
  checkParent(names, entry.parentId);
  const number =
    entry.number ??
    nextNumber(
      siblings.map((sibling) => sibling.number),
      entry.parentId !== null,
    );
  checkAmongSiblings({ ...entry, number }, siblings);
  const owner = await resolveOwner(one, projectId, entry);
  const baseline = firstBaseline({ startsOn: null, endsOn: null }, entry);
  const id = await insertActivity(trx, {
    ...fieldsOf(entry, entry.parentId),
    ...owner,
    number,
    baselineStartsOn: baseline.startsOn,
    baselineEndsOn: baseline.endsOn,
    projectId,
    parentId: entry.parentId,
    position: Math.max(0, ...siblings.map(({ position }) => position)) + 1,
    createdAt: at,
  });
  await setTargetGroups(one, { projectId, activityId: id }, entry.targetGroupIds);
  one.record({
    action: "activity.created",
    objectType: "activity",
    objectId: id,
    projectId,
    changes: { title: [null, entry.title] },
  });
  await keepFound(one, { projectId, id });
  await refreshProgressTotals(trx, projectId);
  await tellOwner(one, { projectId, objectType: "activity", objectId: id }, owner);
  return id;
}

/** @throws EditedMeanwhile when the form was opened on another version of the activity */
export async function editActivity(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  edit: { entry: EditedActivity; formOf: FormOf<Activity> },
): Promise<void> {
  const { entry } = edit;
  await change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    const before = await findActivity(one.trx, key);
    if (!before) throw new NotFound("activity");
    if (before.version !== entry.version) throw await conflict(one, before, edit.formOf);
    const siblings = (await listActivityNames(one.trx, key.projectId)).filter(
      ({ id, parentId }) => parentId === before.parentId && id !== before.id,
    );
    checkAmongSiblings({ ...entry, parentId: before.parentId }, siblings);
    const owner = await resolveOwner(one, key.projectId, entry, before);
    const after = { ...fieldsOf(entry, before.parentId), ...owner, number: entry.number };
    await save(one, before, after, entry);
  });
}

/** What a change of the project may set of an activity. */
export type ActivityAmendment = Partial<
  Pick<ActivityFields, "title" | "goal" | "description" | "outputs" | "startsOn" | "endsOn">
>;

/** Sets what a change of the project brings, within a change that has begun. */
export async function amendActivity(
  one: Change,
  key: { projectId: number; id: number },
  { reason, ...amendment }: ActivityAmendment & { reason: string },
): Promise<void> {
  await lockProject(one.trx, key.projectId);
  const before = await findActivity(one.trx, key);
  if (!before || before.archivedAt !== null) throw new NotFound("activity");
  const after = { ...before, ...amendment };
  if (after.startsOn !== null && after.endsOn !== null && after.endsOn < after.startsOn)
    throw new InvalidInput({ endsOn: "endBeforeStart" });
  await save(one, before, after, { dateReason: reason, reason });
}

async function save(
  one: Change,
  before: Activity,
  fields: Omit<ActivityFields, "baselineStartsOn" | "baselineEndsOn">,
  entry: Pick<EditedActivity, "dateReason"> & { targetGroupIds?: number[]; reason?: string },
): Promise<void> {
  const { trx, at, by } = one;
  const key = { projectId: before.projectId, id: before.id };
  const known = { startsOn: before.baselineStartsOn, endsOn: before.baselineEndsOn };
  const baseline = firstBaseline(known, fields);
  await updateActivity(trx, before, {
    ...fields,
    baselineStartsOn: baseline.startsOn,
    baselineEndsOn: baseline.endsOn,
  });
  if (isMove(before, fields)) {
    await insertActivityMove(trx, {
      activityId: before.id,
      startsOn: fields.startsOn,
      endsOn: fields.endsOn,
      reason: entry.dateReason,
      recordedAt: at,
      recordedBy: by,
    });
  }
  const ofActivity = { projectId: before.projectId, activityId: before.id };
  const { targetGroupIds, reason } = entry;
  const groups = targetGroupIds ? await setTargetGroups(one, ofActivity, targetGroupIds) : {};
  const after = await keepFound(one, key);
  const why = reason === undefined ? {} : { reason: [null, reason] as [null, string] };
  const changes = { ...changedFields(told(before), told(after)), ...groups, ...why };
  one.record({
    action: "activity.edited",
    objectType: "activity",
    objectId: before.id,
    projectId: before.projectId,
    changes,
  });
  await refreshProgressTotals(trx, before.projectId);
  const owned = {
    ...{ projectId: before.projectId, objectId: before.id },
    objectType: "activity" as const,
  };
  await tellOwner(one, owned, after, before);
}

/** Puts the activity, as it stands now, where the search finds it. */
export async function keepFound(
  { trx }: Change,
  key: { projectId: number; id: number },
): Promise<Activity> {
  const activity = await findActivity(trx, key);
  if (!activity) throw new NotFound("activity");
  const { goal, description, outputs } = activity;
  await indexForSearch(trx, {
    objectType: "activity",
    objectId: key.id,
    projectId: key.projectId,
    datedOn: activity.startsOn,
    title: activity.title,
    body: [activityCode(activity), goal, description, outputs].filter(Boolean).join("\n"),
  });
  return activity;
}

const EMPTY: ActivityEntry = {
  number: null,
  title: "",
  goal: null,
  description: null,
  outputs: null,
  state: "planned",
  startsOn: null,
  endsOn: null,
  shareBp: null,
  targetGroupIds: [],
  owner: nobody,
  contactName: null,
  contactFunction: null,
  contactEmail: null,
  contactAgrees: false,
};

/** A sub-activity has no share of its own: its activity's is the one that counts. */
function fieldsOf(entry: ActivityEntry, parentId: number | null) {
  const { title, goal, description, outputs, state, startsOn, endsOn } = entry;
  const shareBp = parentId === null ? entry.shareBp : null;
  return { title, goal, description, outputs, state, startsOn, endsOn, shareBp };
}

function checkParent(names: ActivityName[], parentId: number | null): void {
  if (parentId === null) return;
  const parent = names.find(({ id }) => id === parentId);
  if (!parent || parent.parentId !== null) throw new NotFound("activity");
}

function checkAmongSiblings(
  entry: { number: string; parentId: number | null; shareBp: number | null },
  siblings: ActivityName[],
): void {
  const isSub = entry.parentId !== null;
  if (!isActivityNumber(entry.number, isSub))
    throw new InvalidInput({ number: isSub ? "activityLetter" : "activityNumber" });
  if (siblings.some(({ number }) => number === entry.number))
    throw new InvalidInput({ number: "taken" });
  const shares = [entry.shareBp, ...siblings.map(({ shareBp }) => shareBp)];
  if (!isSub && entry.shareBp !== null && !sharesFit(shares))
    throw new InvalidInput({ shareBp: "sharesOverWhole" });
}

/** What the history says about an activity: people by name. */
function told(activity: Activity) {
  const { number, title, goal, description, outputs, state, startsOn, endsOn, shareBp } = activity;
  const owner = activity.ownerName;
  return { number, title, goal, description, outputs, state, startsOn, endsOn, shareBp, owner };
}

function conflict({ trx }: Change, current: Activity, formOf: FormOf<Activity>) {
  const { id: objectId, version } = current;
  return editedMeanwhile(trx, {
    objectType: "activity",
    objectId,
    version,
    values: formOf(current),
  });
}
