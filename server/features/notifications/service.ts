import type { Database } from "../../../db/connection.ts";
import { listDeputiesInForce } from "../../../db/queries/deputies.ts";
import { listNamesOf, listReadersOf } from "../../../db/queries/news-people.ts";
import { listNewsSubjects, type NewsSubject } from "../../../db/queries/news-subjects.ts";
import {
  listPreferences,
  type NotificationPreferences,
} from "../../../db/queries/notification-preferences.ts";
import {
  insertNews,
  listNewsOfMail,
  listWaitingNews,
  type NewsRecord,
  supersedeNews,
  updateNewsMailed,
} from "../../../db/queries/notifications.ts";
import type { Change } from "../../change.ts";
import { type CalendarDate, pragueDay } from "../../values/calendar-date.ts";
import type { Instant } from "../../values/instant.ts";
import type { NewsKind, NewsObject } from "../../values/news.ts";
import type { NotificationCategory, NotificationWay } from "../../values/notification-ways.ts";
import { queueMails } from "../mails/service.ts";
import { effectiveWay, isPausedOn } from "../notification-preferences/rules.ts";
import { isRipe } from "../reminders/digests/rules.ts";
import { asksToAct, categoryOf, leavesAt, outdatedBecause } from "./rules.ts";

/** The record and the page on which it is found. */
export interface Thing {
  objectType: NewsObject;
  objectId: number;
  pageId: number;
  /** Ids and days only: names and titles are read when it is told. */
  params?: Record<string, number | string | null>;
}

interface Told {
  kind: NewsKind;
  recipientUserIds: readonly (number | null)[];
  projectId: number | null;
  /** As the kind of news and of thing have it unless told. */
  category?: NotificationCategory;
}

export type News = Told & Thing;
type NewsOfMany = Told & { things: readonly Thing[] };

/**
 * Tells people of something sudden, in the transaction in which it happens: by a mail of its own or in
 * their digest, as they wish. Whoever did it is not told, nor whoever does not see the project; of somebody
 * who is away, their deputy is.
 */
export async function notify(change: Change, news: News): Promise<void> {
  const { objectType, objectId, pageId, params = {} } = news;
  await notifyOfMany(change, { ...news, things: [{ objectType, objectId, pageId, params }] });
}

/** The same of several things of one type at once: one mail a person, not one for each thing. */
export async function notifyOfMany(change: Change, news: NewsOfMany): Promise<void> {
  const [first] = news.things;
  if (!first || change.isSilent) return;
  const addressees = await addresseesOf(change, news);
  if (addressees.length === 0) return;
  const { kind, things } = news;
  const { objectType } = first;
  const recipientUserIds = addressees.map(({ userId }) => userId);
  const objectIds = things.map(({ objectId }) => objectId);
  // What was handed over another time stands beside this, though both are of the same project.
  if (objectType !== "project")
    await supersedeNews(change.trx, { kind, objectType, objectIds, recipientUserIds });
  const preferences = await listPreferences(change.trx, recipientUserIds);
  const category = news.category ?? categoryOf(kind, objectType);
  const told = addressees.flatMap((addressee) => {
    const own = preferences.get(addressee.userId);
    const way = own && wayOf(own, { ...news, category });
    if (!own || way === "off") return [];
    // During a pause it waits for the digest after it.
    const isAtOnce = way === "immediate" && !isPausedOn(own, pragueDay(change.at));
    return [{ ...addressee, isAtOnce }];
  });
  await tell(change, { ...news, category }, told);
}

/** Puts the news of everybody down together and queues their mails together, however many they are. */
async function tell(
  change: Change,
  news: NewsOfMany & { category: NotificationCategory },
  told: readonly (Addressee & { isAtOnce: boolean })[],
): Promise<void> {
  const ids = await putDown(change, news, told);
  const size = news.things.length;
  const own = told.map((person, place) => ({
    ...person,
    ids: ids.slice(place * size, (place + 1) * size),
  }));
  const [first] = news.things;
  const atOnce = own.filter(({ isAtOnce }) => isAtOnce);
  if (first && atOnce.length > 0) await mailAtOnce(change, first, atOnce);
}

interface Addressee {
  userId: number;
  onBehalfOfId: number | null;
}

/** Nobody twice: who is meant themselves is not told as somebody's deputy as well. */
async function addresseesOf({ trx, at, by }: Change, news: Told): Promise<Addressee[]> {
  const meant = new Set(news.recipientUserIds.filter((id) => id !== null && id !== by));
  if (meant.size === 0) return [];
  const readers = await listReadersOf(trx, {
    projectId: news.projectId,
    userIds: [...meant] as number[],
  });
  if (readers.length === 0) return [];
  const deputies = await deputiesOn(trx, pragueDay(at));
  const addressees = new Map<number, Addressee>();
  for (const userId of readers.filter((id) => !deputies.has(id)))
    addressees.set(userId, { userId, onBehalfOfId: null });
  for (const onBehalfOfId of readers) {
    const userId = deputies.get(onBehalfOfId);
    if (userId !== undefined && userId !== by && !addressees.has(userId))
      addressees.set(userId, { userId, onBehalfOfId });
  }
  return [...addressees.values()];
}

/** Person away on that day → who stands in for them. */
async function deputiesOn(db: Database, day: CalendarDate): Promise<Map<number, number>> {
  const rows = await listDeputiesInForce(db, day);
  return new Map(rows.map(({ userId, deputyUserId }) => [userId, deputyUserId]));
}

/** Ids person by person, each in the order of the things. */
async function putDown(
  { trx, at, by }: Change,
  news: NewsOfMany & { category: NotificationCategory },
  told: readonly Addressee[],
): Promise<number[]> {
  const { kind, category, projectId } = news;
  const rows = told.flatMap(({ userId, onBehalfOfId }) =>
    news.things.map(({ objectType, objectId, pageId, params = {} }) => ({
      ...{ kind, category, projectId, objectType, objectId, pageId, params },
      ...{ recipientUserId: userId, onBehalfOfId, actorId: by, createdAt: at },
    })),
  );
  return insertNews(trx, rows);
}

async function mailAtOnce(
  { trx, at }: Change,
  { objectType, objectId }: Thing,
  people: readonly { userId: number; ids: readonly number[] }[],
): Promise<void> {
  const added = await queueMails(
    trx,
    people.map(({ userId, ids }) => ({
      kind: "immediate",
      template: "notification",
      dedupeKey: `notification:${ids[0]}`,
      recipientUserId: userId,
      subjectType: objectType,
      subjectId: objectId,
      at,
      dueAt: leavesAt(at),
    })),
  );
  const mailIds = added.map(({ id }) => id);
  await updateNewsMailed(trx, { ids: people.flatMap(({ ids }) => ids), mailIds });
}

/** Person and what may stand in their digest of that day. */
export interface PersonWithNews {
  userId: number;
  newsIds: number[];
}

/**
 * Whose digest of that day has news, by their own ways and days; four queries. What comes weekly and should
 * have come in the first digest of the week comes in the next, had that one been missed. What is off
 * meanwhile is left where it is.
 */
export async function listPeopleWithNews(
  db: Database,
  day: CalendarDate,
): Promise<PersonWithNews[]> {
  const waiting = await listWaitingNews(db);
  if (waiting.length === 0) return [];
  const preferences = await listPreferences(db, [...new Set(waiting.map(({ userId }) => userId))]);
  const people = new Map<number, PersonWithNews>();
  for (const { id, userId, createdAt, ...one } of waiting) {
    const own = preferences.get(userId);
    if (!own || !isRipeNews(createdAt, wayOf(own, one), own, day)) continue;
    const person = people.get(userId) ?? { userId, newsIds: [] };
    person.newsIds.push(id);
    people.set(userId, person);
  }
  return [...people.values()];
}

function isRipeNews(
  plannedAt: Instant,
  way: NotificationWay,
  own: NotificationPreferences,
  day: CalendarDate,
): boolean {
  const planned = { plannedAt, sendOn: pragueDay(plannedAt), isLate: false };
  return isRipe(planned, way, own, { day, lastPlannedOn: undefined });
}

/** How the person is told of it. */
export function wayOf(
  own: NotificationPreferences,
  { kind, category, projectId }: Pick<NewsRecord, "kind" | "category" | "projectId">,
): NotificationWay {
  return effectiveWay(own, category, projectId, { isResponsible: asksToAct(kind) });
}

/** News with what it is about, as both stand now. */
export interface NewsRow extends NewsRecord {
  subject: NewsSubject;
  /** From whom it was taken over, and by whom. */
  fromName: string | null;
  toName: string | null;
}

/**
 * What a mail has to tell: its news that still holds. `outdated` is why the rest does not.
 * Three queries at most.
 */
export async function readNews(
  db: Database,
  of: { mailId: number; on: CalendarDate },
): Promise<{ news: NewsRow[]; outdated: string[] }> {
  const records = await listNewsOfMail(db, of);
  const subjects = await listNewsSubjects(db, records);
  const named = records.flatMap(({ params }) => [params.fromUserId, params.toUserId]);
  const names = await listNamesOf(db, named.filter((id) => id != null).map(Number));
  const news: NewsRow[] = [];
  const outdated: string[] = [];
  for (const record of records) {
    const subject = subjects.get(`${record.objectType}|${record.objectId}`);
    const reason = outdatedBecause({ ...record, subject });
    if (reason !== undefined) outdated.push(reason);
    else if (subject)
      news.push({
        ...record,
        subject,
        fromName: names.get(Number(record.params.fromUserId)) ?? null,
        toName: names.get(Number(record.params.toUserId)) ?? null,
      });
  }
  return { news, outdated };
}

/** News gathered into a digest that still holds. */
export async function listGatheredNews(
  db: Database,
  of: { mailId: number; on: CalendarDate },
): Promise<NewsRow[]> {
  return (await readNews(db, of)).news;
}
