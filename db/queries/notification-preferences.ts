import type { CalendarDate } from "../../server/values/calendar-date.ts";
import type {
  NotificationCategory,
  NotificationWay,
} from "../../server/values/notification-ways.ts";
import type { Database, Transaction } from "../connection.ts";

export interface CategoryDefault {
  way: NotificationWay;
  /** Cannot be switched off by whoever answers for the thing. */
  isMandatory: boolean;
}

export type CategoryDefaults = Readonly<Record<NotificationCategory, CategoryDefault>>;
export type ChosenWays = Partial<Record<NotificationCategory, NotificationWay>>;

export type NewWays = Partial<Record<NotificationCategory, NotificationWay | null>>;

/** When a person's digest comes. */
export interface DigestTimes {
  /** `HH:MM` of Prague */
  digestAt: string;
  /** Days of the week, Monday is 1; a digest leaves on working days among them. */
  digestDays: number[];
  /** Both null or both set; the last day is still a day of the pause. */
  pausedFromOn: CalendarDate | null;
  pausedUntilOn: CalendarDate | null;
}

export interface NotificationPreferences extends DigestTimes {
  userId: number;
  /** Of the whole account, whose other settings are edited elsewhere. */
  version: number;
  /** One and the same object for all people read together. */
  categories: CategoryDefaults;
  everywhere: ChosenWays;
  inProjects: ReadonlyMap<number, ChosenWays>;
}

export async function findCategoryDefaults(db: Database): Promise<CategoryDefaults> {
  const rows = await db("notification_categories")
    .orderBy("position")
    .select({ key: "key", way: "default_way", isMandatory: "is_mandatory" });
  return Object.fromEntries(
    rows.map(({ key, way, isMandatory }) => [key, { way, isMandatory: Boolean(isMandatory) }]),
  ) as unknown as CategoryDefaults;
}

/** How these people want to be told of what, by user; three queries whatever their number. */
export async function listPreferences(
  db: Database,
  userIds: readonly number[],
): Promise<Map<number, NotificationPreferences>> {
  const categories = await findCategoryDefaults(db);
  const people = await db("users").whereIn("id", userIds).select({
    userId: "id",
    digestAt: "digest_at",
    digestDays: "digest_days",
    pausedFromOn: "paused_from_on",
    pausedUntilOn: "paused_until_on",
    version: "version",
  });
  const chosen = await listChosenWays(db, userIds);
  return new Map(
    people.map((person) => [
      person.userId,
      {
        ...person,
        digestDays: String(person.digestDays).split(",").map(Number),
        categories,
        ...byProject(chosen.get(person.userId) ?? []),
      },
    ]),
  );
}

interface ChosenWay {
  userId: number;
  projectId: number | null;
  category: NotificationCategory;
  way: NotificationWay;
}

async function listChosenWays(
  db: Database,
  userIds: readonly number[],
): Promise<Map<number, ChosenWay[]>> {
  const rows: ChosenWay[] = await db("notification_preferences")
    .whereIn("user_id", userIds)
    .select({ userId: "user_id", projectId: "project_id", category: "category", way: "way" });
  const chosen = new Map<number, ChosenWay[]>();
  for (const row of rows) {
    const own = chosen.get(row.userId);
    if (own) own.push(row);
    else chosen.set(row.userId, [row]);
  }
  return chosen;
}

function byProject(rows: readonly ChosenWay[]) {
  const everywhere: ChosenWays = {};
  const inProjects = new Map<number, ChosenWays>();
  for (const { projectId, category, way } of rows) {
    const ways = projectId === null ? everywhere : (inProjects.get(projectId) ?? {});
    ways[category] = way;
    if (projectId !== null) inProjects.set(projectId, ways);
  }
  return { everywhere, inProjects };
}

/**
 * Puts these ways in place of what was chosen for their categories: in the project, everywhere where none is
 * named; `isEverywhere` drops what was chosen for single projects as well. Null goes back to what
 * holds otherwise.
 */
export async function replaceWays(
  trx: Transaction,
  chosen: { userId: number; projectId?: number; ways: NewWays; isEverywhere?: boolean },
): Promise<void> {
  const { userId, projectId = null, ways, isEverywhere = false } = chosen;
  const replaced = trx("notification_preferences")
    .where({ user_id: userId })
    .whereIn("category", Object.keys(ways));
  if (!isEverywhere) replaced.where({ project_id: projectId });
  await replaced.delete();
  const rows = Object.entries(ways)
    .filter(([, way]) => way !== null)
    .map(([category, way]) => ({ user_id: userId, project_id: projectId, category, way }));
  if (rows.length > 0) await trx("notification_preferences").insert(rows);
}

/** False when somebody else has changed the account since `version`. */
export async function updateDigestTimes(
  trx: Transaction,
  { userId, version, ...times }: DigestTimes & { userId: number; version: number },
): Promise<boolean> {
  const changed = await trx("users")
    .where({ id: userId, version })
    .update({
      digest_at: times.digestAt,
      digest_days: times.digestDays.join(","),
      paused_from_on: times.pausedFromOn,
      paused_until_on: times.pausedUntilOn,
      version: version + 1,
    });
  return changed === 1;
}

/** Two who choose for one person in the same moment take turns: what stands is read by the second one anew. */
export async function lockAccount(trx: Transaction, userId: number): Promise<void> {
  await trx("users").where({ id: userId }).forUpdate().first("id");
}

/** Marks the account as changed, so that a form opened before is not saved over it. False when it was. */
export async function touchAccount(
  trx: Transaction,
  { userId, version }: { userId: number; version: number },
): Promise<boolean> {
  const changed = await trx("users").where({ id: userId, version }).increment("version", 1);
  return changed === 1;
}

/** Projects in which a person is told of something: those of whose team they are, by name. */
export async function listProjectsOfPerson(
  db: Database,
  userId: number,
): Promise<{ id: number; shortName: string }[]> {
  return db("projects as p")
    .whereNull("p.archived_at")
    .whereExists(
      db("memberships as m")
        .where("m.user_id", userId)
        .whereRaw("m.project_id = p.id")
        .select("m.id"),
    )
    .orderBy(["p.sort_key", "p.id"])
    .select({ id: "p.id", shortName: "p.short_name" });
}
