import type { Change } from "../../../change.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { NewsObject } from "../../../values/news.ts";
import type { NotificationCategory } from "../../../values/notification-ways.ts";
import { isMovedClose } from "../rules.ts";
import { notify, notifyOfMany, type Thing } from "../service.ts";

/** Who answers for a thing, and by when. */
export interface Owed {
  ownerUserId: number | null;
  dueOn?: string | null;
}

export interface Owned {
  projectId: number;
  objectType: NewsObject;
  objectId: number;
  /** Where it is found, unless it has a page of its own. */
  pageId?: number;
  category?: NotificationCategory;
}

/**
 * Tells whoever has become the owner of a thing, or whose day was moved close; without `before` the thing
 * is new. Nothing when they did it themselves.
 */
export async function tellOwner(
  change: Change,
  { pageId: page, ...owned }: Owned,
  after: Owed,
  before: Owed = { ownerUserId: null },
): Promise<void> {
  const recipientUserIds = [after.ownerUserId];
  const pageId = page ?? owned.objectId;
  if (after.ownerUserId !== before.ownerUserId)
    return notify(change, { ...owned, pageId, recipientUserIds, kind: "assigned" });
  const params = { from: before.dueOn ?? null, to: after.dueOn ?? null };
  if (isMovedClose(params, pragueDay(change.at)))
    await notify(change, { ...owned, pageId, recipientUserIds, kind: "moved", params });
}

/** Tells one person of several things of one type they got at once. */
export async function tellOwnerOfMany(
  change: Change,
  { objectIds, ...owned }: Omit<Owned, "objectId" | "pageId"> & { objectIds: readonly number[] },
  { ownerUserId }: Pick<Owed, "ownerUserId">,
): Promise<void> {
  const { objectType, ...rest } = owned;
  await notifyOfMany(change, {
    ...{ ...rest, kind: "assigned", recipientUserIds: [ownerUserId] },
    things: objectIds.map((objectId) => ({ objectType, objectId, pageId: objectId })),
  });
}

export type MovedThing = Pick<Owned, "objectType" | "objectId"> & {
  ownerUserId: number | null;
  category: NotificationCategory;
  from: string;
  to: string;
};

/** Tells owners of the days that were moved close together: one mail each. */
export async function tellOfMoves(
  change: Change,
  projectId: number,
  moved: readonly MovedThing[],
): Promise<void> {
  const today = pragueDay(change.at);
  const groups = new Map<string, MovedThing[]>();
  for (const one of moved.filter((each) => isMovedClose(each, today))) {
    const key = `${one.ownerUserId}|${one.category}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const { ownerUserId, category } = group[0] as MovedThing;
    const things = group.map(asThing);
    const told = { kind: "moved" as const, recipientUserIds: [ownerUserId] };
    await notifyOfMany(change, { ...told, projectId, category, things });
  }
}

function asThing({ objectType, objectId, from, to }: MovedThing): Thing {
  return { objectType, objectId, pageId: objectId, params: { from, to } };
}
