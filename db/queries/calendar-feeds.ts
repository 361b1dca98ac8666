import type { Database, Transaction } from "../connection.ts";

/** What a subscribed calendar holds, as people choose it; alarms are minutes before, separated by commas. */
export interface FeedFields {
  hasDeadlines: boolean;
  hasEvents: boolean;
  alarms: string;
}

export interface CalendarFeed extends FeedFields {
  id: number;
  userId: number;
  /** Everything of the person unless a project is named. */
  projectId: number | null;
  projectName: string | null;
  /** What the address is signed over besides the id: a new edition makes the old address worthless. */
  edition: number;
  createdAt: string;
  lastReadAt: string | null;
  version: number;
}

/** The calendars a person subscribes to, their own first. */
export async function listCalendarFeeds(db: Database, userId: number): Promise<CalendarFeed[]> {
  const rows = await feeds(db)
    .where("f.user_id", userId)
    .orderByRaw("f.project_id is not null")
    .orderBy(["p.sort_key", "f.id"]);
  return rows.map(feedOf);
}

export async function findCalendarFeed(
  db: Database,
  key: { id: number; userId: number },
): Promise<CalendarFeed | undefined> {
  const row = await feeds(db).where({ "f.id": key.id, "f.user_id": key.userId }).first();
  return row && feedOf(row);
}

/** Whose calendar it is, with their rights as they stand now. */
export interface FeedReader {
  name: string;
  language: "cs" | "en";
  isAdministrator: boolean;
  isManagement: boolean;
  isAuditor: boolean;
  auditsFromOn: string | null;
  auditsUntilOn: string | null;
}

/** The feed of an address: neither revoked nor of somebody who has left. */
export async function findReadableFeed(
  db: Database,
  id: number,
): Promise<(CalendarFeed & { reader: FeedReader }) | undefined> {
  const row = await feeds(db)
    .join("users as u", "u.id", "f.user_id")
    .where("f.id", id)
    .whereNull("u.deactivated_at")
    .first({
      readerName: "u.name",
      language: "u.language",
      isAdministrator: "u.is_administrator",
      isManagement: "u.is_management",
      isAuditor: "u.is_auditor",
      auditsFromOn: "u.audits_from_on",
      auditsUntilOn: "u.audits_until_on",
    });
  if (!row) return undefined;
  const reader = {
    name: row.readerName,
    language: row.language,
    isAdministrator: Boolean(row.isAdministrator),
    isManagement: Boolean(row.isManagement),
    isAuditor: Boolean(row.isAuditor),
    auditsFromOn: row.auditsFromOn,
    auditsUntilOn: row.auditsUntilOn,
  };
  return { ...feedOf(row), reader };
}

function feeds(db: Database) {
  return db("calendar_feeds as f")
    .leftJoin("projects as p", "p.id", "f.project_id")
    .whereNull("f.revoked_at")
    .select({
      id: "f.id",
      userId: "f.user_id",
      projectId: "f.project_id",
      projectName: "p.short_name",
      edition: "f.edition",
      hasDeadlines: "f.has_deadlines",
      hasEvents: "f.has_events",
      alarms: "f.alarms",
      createdAt: "f.created_at",
      lastReadAt: "f.last_read_at",
      version: "f.version",
    });
}

function feedOf(row: CalendarFeed): CalendarFeed {
  const { id, userId, projectId, projectName, edition, alarms } = row;
  const { createdAt, lastReadAt, version } = row;
  const shown = { hasDeadlines: Boolean(row.hasDeadlines), hasEvents: Boolean(row.hasEvents) };
  const key = { id, userId, projectId, projectName, edition };
  return { ...key, ...shown, alarms, createdAt, lastReadAt, version };
}

/** Undefined when the person has one of that project (or their own) already. */
export async function insertCalendarFeed(
  trx: Transaction,
  feed: FeedFields & { userId: number; projectId: number | null; at: string },
): Promise<number | undefined> {
  const [row] = await trx("calendar_feeds")
    .insert({
      user_id: feed.userId,
      project_id: feed.projectId,
      ...columnsOf(feed),
      created_at: feed.at,
    })
    .onConflict(trx.raw("(user_id, coalesce(project_id, 0)) where revoked_at is null"))
    .ignore()
    .returning("id");
  return row?.id;
}

/** False when it has been edited since `version`, or revoked. */
export async function updateCalendarFeed(
  trx: Transaction,
  feed: FeedFields & { id: number; version: number },
): Promise<boolean> {
  const changed = await trx("calendar_feeds")
    .where({ id: feed.id, version: feed.version })
    .whereNull("revoked_at")
    .update({ ...columnsOf(feed), version: feed.version + 1 });
  return changed === 1;
}

/** From now on only the next address is good. */
export async function renewCalendarFeed(trx: Transaction, id: number): Promise<void> {
  await trx("calendar_feeds")
    .where({ id })
    .increment({ edition: 1, version: 1 })
    .update({ last_read_at: null });
}

/** The same of all that somebody has: should they come back, they find new addresses. */
export async function renewCalendarFeedsOf(trx: Transaction, userId: number): Promise<void> {
  await trx("calendar_feeds")
    .where({ user_id: userId })
    .whereNull("revoked_at")
    .increment({ edition: 1, version: 1 })
    .update({ last_read_at: null });
}

export async function revokeCalendarFeed(
  trx: Transaction,
  feed: { id: number; at: string },
): Promise<void> {
  await trx("calendar_feeds")
    .where({ id: feed.id })
    .whereNull("revoked_at")
    .increment({ version: 1 })
    .update({ revoked_at: feed.at });
}

export async function updateFeedRead(
  db: Database,
  read: { id: number; at: string },
): Promise<void> {
  await db("calendar_feeds").where({ id: read.id }).update({ last_read_at: read.at });
}

function columnsOf({ hasDeadlines, hasEvents, alarms }: FeedFields) {
  return { has_deadlines: hasDeadlines, has_events: hasEvents, alarms };
}
