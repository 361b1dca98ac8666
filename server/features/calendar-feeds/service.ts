import {
  type CalendarFeed,
  type FeedFields,
  findCalendarFeed,
  insertCalendarFeed,
  renewCalendarFeed,
  revokeCalendarFeed,
  updateCalendarFeed,
} from "../../../db/queries/calendar-feeds.ts";
import { findProjectWithinReach } from "../../../db/queries/projects.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import type { FeedEntry, NewFeedEntry } from "./schema.ts";

type Writing = Pick<Deps, "db" | "clock">;

/** Of a project the person may see, or of all that is theirs; one address for each. */
export async function addFeed(
  deps: Writing,
  author: Author,
  reach: Reach,
  { projectId, ...fields }: NewFeedEntry,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    if (projectId !== null && !(await findProjectWithinReach(trx, reach, projectId)))
      throw new InvalidInput({ projectId: "unknownChoice" });
    const { userId } = reach;
    const id = await insertCalendarFeed(trx, { ...fields, userId, projectId, at });
    if (id === undefined) throw new InvalidInput({ projectId: "feedExists" });
    record({ action: "calendar-feed.created", ...OBJECT, objectId: id, projectId });
    return id;
  });
}

export async function editFeed(
  deps: Writing,
  author: Author,
  key: { id: number; userId: number },
  edited: { entry: FeedEntry; formOf: FormOf<CalendarFeed> },
): Promise<void> {
  const { version, ...fields } = edited.entry;
  await change(deps, author, async ({ trx, record }) => {
    const before = await ownFeed(trx, key);
    if (!(await updateCalendarFeed(trx, { ...fields, id: key.id, version })))
      throw await editedMeanwhile(trx, {
        ...{ ...OBJECT, objectId: key.id, version: before.version },
        values: edited.formOf(before),
      });
    const changes = changedFields(fieldsOf(before), fields);
    record({ action: "calendar-feed.edited", ...OBJECT, objectId: key.id, changes });
  });
}

/** The old address is worthless from this moment on; calendars that had it have to be told the new one. */
export async function renewFeed(
  deps: Writing,
  author: Author,
  key: { id: number; userId: number },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    await ownFeed(trx, key);
    await renewCalendarFeed(trx, key.id);
    record({ action: "calendar-feed.renewed", ...OBJECT, objectId: key.id });
  });
}

export async function revokeFeed(
  deps: Writing,
  author: Author,
  key: { id: number; userId: number },
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    await ownFeed(trx, key);
    await revokeCalendarFeed(trx, { id: key.id, at });
    record({ action: "calendar-feed.revoked", ...OBJECT, objectId: key.id });
  });
}

const OBJECT = { objectType: "calendar-feed" };

/** Somebody else's is as missing as a missing one. */
async function ownFeed(
  trx: Change["trx"],
  key: { id: number; userId: number },
): Promise<CalendarFeed> {
  const feed = await findCalendarFeed(trx, key);
  if (!feed) throw new NotFound("calendar feed");
  return feed;
}

function fieldsOf({ hasDeadlines, hasEvents, alarms }: CalendarFeed): FeedFields {
  return { hasDeadlines, hasEvents, alarms };
}
