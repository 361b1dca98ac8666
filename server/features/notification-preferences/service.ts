import type { Database } from "../../../db/connection.ts";
import {
  listPreferences,
  type NewWays,
  type NotificationPreferences,
  replaceWays,
  touchAccount,
  updateDigestTimes,
} from "../../../db/queries/notification-preferences.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { type CalendarDate, pragueInstant } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import type { NotificationCategory } from "../../values/notification-ways.ts";
import { type ForeseenThing, foreseeDigests } from "../reminders/foresight/service.ts";
import {
  digestCategories,
  nextDigestDay,
  preferenceValues,
  projectValues,
  waysEverywhere,
  wronglyOff,
  wrongPause,
} from "./rules.ts";
import type { PreferencesEntry, ProjectWaysEntry } from "./schema.ts";

type OwnDeps = Pick<Deps, "db" | "clock">;

export async function preferencesOf(
  db: Database,
  userId: number,
): Promise<NotificationPreferences> {
  const preferences = (await listPreferences(db, [userId])).get(userId);
  if (!preferences) throw new NotFound("user");
  return preferences;
}

/** How somebody is told of what everywhere, and when. What equals the default is not kept: it follows it. */
export async function savePreferences(
  deps: OwnDeps,
  author: Author,
  userId: number,
  { version, ...entry }: PreferencesEntry,
): Promise<void> {
  const today = deps.clock.today();
  await change(deps, author, async (changing) => {
    const { trx, record } = changing;
    const before = await preferencesOf(trx, userId);
    const { digestAt, digestDays, pausedFromOn, pausedUntilOn, summary, ...rest } = entry;
    const ways = { ...rest, ...(summary === null ? {} : { summary }) };
    refuse({ ...wronglyOff(before.categories, ways), ...wrongPause(entry, today) });
    const times = { digestAt, digestDays: digestDays.toSorted(), pausedFromOn, pausedUntilOn };
    if (!(await updateDigestTimes(trx, { ...times, userId, version })))
      throw await outdated(changing, before, preferenceValues(before, today));
    const isDefault = (category: string, way: string) =>
      before.categories[category as NotificationCategory].way === way;
    const chosen = Object.entries(ways).map(([category, way]) => [
      category,
      isDefault(category, way) ? null : way,
    ]);
    await replaceWays(trx, { userId, ways: Object.fromEntries(chosen) as NewWays });
    const { digestDays: days, ...stored } = before;
    const changes = changedFields(
      { ...waysEverywhere(before), ...stored, digestDays: days.join(", ") },
      { ...ways, ...times, digestDays: times.digestDays.join(", ") },
    );
    record({ action: "notifications.edited", objectType: "user", objectId: userId, changes });
  });
}

/** How somebody is told of what in one project; null is as everywhere. */
export async function saveProjectWays(
  deps: OwnDeps,
  author: Author,
  of: { userId: number; projectId: number },
  { version, ...ways }: ProjectWaysEntry,
): Promise<void> {
  const { userId, projectId } = of;
  await change(deps, author, async (changing) => {
    const { trx, record } = changing;
    const before = await preferencesOf(trx, userId);
    refuse(wronglyOff(before.categories, ways));
    if (!(await touchAccount(trx, { userId, version })))
      throw await outdated(changing, before, projectValues(before, projectId));
    await replaceWays(trx, { userId, projectId, ways });
    const own = before.inProjects.get(projectId) ?? {};
    const stored = Object.fromEntries(
      digestCategories.map((category) => [category, own[category] ?? null]),
    );
    record({
      action: "notifications.edited-in-project",
      objectType: "user",
      objectId: userId,
      projectId,
      changes: changedFields(stored, ways),
    });
  });
}

const DAYS_FORESEEN = 14;

export interface NextDigest {
  day: CalendarDate;
  things: ForeseenThing[];
}

/** What the next digest will tell as things stand now: of the projects named, which are theirs. */
export async function nextDigestOf(
  deps: OwnDeps,
  { preferences, projectIds }: { preferences: NotificationPreferences; projectIds: number[] },
): Promise<NextDigest | null> {
  if (projectIds.length === 0) return null;
  const foreseen = await foreseeDigests(deps, DAYS_FORESEEN, projectIds);
  const own = foreseen.filter(({ userId }) => userId === preferences.userId);
  const today = deps.clock.today();
  const hasCome = pragueInstant(today, preferences.digestAt) <= deps.clock.now();
  if (own[0]?.day !== today || !hasCome) return own[0] ?? null;
  // One a day: what has come up since this morning waits for the next one.
  const day = nextDigestDay(preferences, today);
  const later = own.find((digest) => digest.day === day);
  return day === undefined ? null : { day, things: [...own[0].things, ...(later?.things ?? [])] };
}

function refuse(errors: Record<string, string>): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}

function outdated(
  { trx }: Change,
  { userId, version }: NotificationPreferences,
  values: Record<string, string | string[]>,
) {
  return editedMeanwhile(trx, { objectType: "user", objectId: userId, version, values });
}
