import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import { type AgendaObject, agendaObjects, listAgenda } from "../../../../db/queries/agenda.ts";
import {
  type CalendarFeed,
  type FeedReader,
  findReadableFeed,
  updateFeedRead,
} from "../../../../db/queries/calendar-feeds.ts";
import { listDeputizedBy } from "../../../../db/queries/deputies.ts";
import {
  type FeedScope,
  listDoneMilestones,
  listFeedInternships,
  listFeedSessions,
  listRevisions,
  MOST_ENTRIES,
  type Revision,
} from "../../../../db/queries/feed-entries.ts";
import { listOwnProjectIds, type Reach } from "../../../../db/queries/reach.ts";
import { globalRolesOf, reachOf, rolesOn } from "../../../access/reach.ts";
import type { Deps } from "../../../deps.ts";
import { type CalendarEntry, calendarHost, calendarText } from "../../../icalendar.ts";
import { textsFor } from "../../../texts/index.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { passingObjects } from "../../agenda/rules.ts";
import { stateOf } from "../../deputies/rules.ts";
import { feedIdOf, feedSpan, isAddressOf, isToBeNoted } from "../rules.ts";
import { entriesOf, type FeedPart, recordOf } from "../words.ts";

type ReadableFeed = CalendarFeed & { reader: FeedReader };

/** The calendar of an address, with a mark that changes with what stands in it; undefined if there is none. */
export async function readFeed(
  deps: Pick<Deps, "db" | "clock" | "config" | "log">,
  token: string,
): Promise<{ text: string; mark: string } | undefined> {
  const { db, clock, config } = deps;
  const id = feedIdOf(token);
  const feed = id === undefined ? undefined : await findReadableFeed(db, id);
  if (!feed || !isAddressOf(feed, token, [config.secretKey, config.previousSecretKey])) return;
  const texts = textsFor(feed.reader.language);
  const parts = await gather(db, feed, clock.today());
  const entries = await written(db, feed, parts, config.publicUrl);
  const name = texts.calendarFeeds.entry.calendar(feed.projectName);
  const text = calendarText({ name, entries });
  await noteReading(deps, feed);
  return { text, mark: createHash("sha256").update(text).digest("base64url") };
}

/** By the rights of this very moment: a project that was left is gone from the calendar as well. */
async function gather(db: Database, feed: ReadableFeed, today: CalendarDate): Promise<FeedPart[]> {
  const others = await stoodInFor(db, feed.userId, today);
  const reach = reachOfReader(feed, others, today);
  if (feed.projectId !== null) {
    const scope = { reach, projectIds: [feed.projectId] };
    return [await gatherPart(db, feed, { scope, standsInFor: null }, today)];
  }
  const own = { scope: { reach, ownerUserId: feed.userId }, standsInFor: null };
  const theirs = await Promise.all(others.map((one) => scopeOf(db, one)));
  return Promise.all([own, ...theirs].map((part) => gatherPart(db, feed, part, today)));
}

interface StoodInFor {
  userId: number;
  userName: string;
}

async function stoodInFor(
  db: Database,
  userId: number,
  today: CalendarDate,
): Promise<StoodInFor[]> {
  const all = await listDeputizedBy(db, userId);
  return all.filter((deputy) => stateOf(deputy, today) === "in-force");
}

function reachOfReader(
  { userId, reader }: ReadableFeed,
  standsInFor: readonly StoodInFor[],
  today: CalendarDate,
): Reach {
  const roles = rolesOn({ ...reader, roles: globalRolesOf(reader) }, today);
  return reachOf({ id: userId, standsInFor }, roles);
}

interface PartScope {
  scope: FeedScope;
  standsInFor: string | null;
}

/** What somebody stood in for answers for, in their own projects only. */
async function scopeOf(
  db: Database,
  { userId: ownerUserId, userName }: StoodInFor,
): Promise<PartScope> {
  const projectIds = await listOwnProjectIds(db, [ownerUserId]);
  return { scope: { projectIds, ownerUserId }, standsInFor: userName };
}

// Sessions stand in the calendar with their hours, so their days are not told twice.
const BY_EVENTS: readonly AgendaObject[] = ["event", "internship", "internship-end"];
// These come and pass by themselves: the agenda forgets them the next day, a calendar does not.
const PASSING = passingObjects.filter((one) => !BY_EVENTS.includes(one));
const OWED = agendaObjects.filter((one) => !BY_EVENTS.includes(one) && !PASSING.includes(one));

async function gatherPart(
  db: Database,
  feed: ReadableFeed,
  { scope, standsInFor }: PartScope,
  today: CalendarDate,
): Promise<FeedPart> {
  const span = feedSpan(today);
  const dated = { ...scope, to: span.to, limit: MOST_ENTRIES };
  const none = Promise.resolve([]);
  const [owed, passing, done, sessions, internships] = await Promise.all([
    feed.hasDeadlines ? listAgenda(db, { ...dated, today, objectTypes: OWED }) : none,
    feed.hasDeadlines ? listAgenda(db, { ...dated, today: span.from, objectTypes: PASSING }) : none,
    feed.hasDeadlines ? listDoneMilestones(db, scope, span.from) : none,
    feed.hasEvents ? listFeedSessions(db, scope, span) : none,
    feed.hasEvents ? listFeedInternships(db, scope, span) : none,
  ]);
  return { standsInFor, deadlines: [...owed, ...passing], done, sessions, internships };
}

async function written(
  db: Database,
  feed: ReadableFeed,
  parts: readonly FeedPart[],
  publicUrl: string,
): Promise<CalendarEntry[]> {
  const { language } = feed.reader;
  const wording = {
    texts: textsFor(language),
    ...{ language, alarms: feed.alarms, since: feed.createdAt },
    ...{ origin: new URL(publicUrl).origin, host: calendarHost(publicUrl) },
    revisions: await revisionsOf(db, parts),
  };
  const byUid = new Map<string, CalendarEntry>();
  // What is one's own and of somebody one stands in for is one's own.
  for (const entry of parts.flatMap((part) => entriesOf(part, wording)))
    if (!byUid.has(entry.uid)) byUid.set(entry.uid, entry);
  return [...byUid.values()];
}

async function revisionsOf(
  db: Database,
  parts: readonly FeedPart[],
): Promise<Map<string, Revision>> {
  const ids = new Map<string, Set<number>>();
  const ask = (objectType: string, id: number) => {
    const known = ids.get(objectType);
    if (known) known.add(id);
    else ids.set(objectType, new Set([id]));
  };
  for (const { deadlines, done, sessions, internships } of parts) {
    for (const { objectType, objectId } of deadlines.map(recordOf)) ask(objectType, objectId);
    for (const { id } of done) ask("milestone", id);
    for (const { eventId } of sessions) ask("event", eventId);
    for (const { id } of internships) ask("internship", id);
  }
  const objects = [...ids].map(([objectType, all]) => ({ objectType, ids: [...all] }));
  const revisions = await listRevisions(db, objects);
  return new Map(revisions.map((one) => [`${one.objectType}-${one.objectId}`, one]));
}

/** That it is read at all; a full disk must not keep anybody from reading. */
async function noteReading(
  { db, clock, log }: Pick<Deps, "db" | "clock" | "log">,
  { id, lastReadAt }: ReadableFeed,
): Promise<void> {
  const at = clock.now();
  if (!isToBeNoted(lastReadAt, at)) return;
  await updateFeedRead(db, { id, at }).catch((error) =>
    log.warn({ error: String(error.code) }, "reading of a calendar could not be noted"),
  );
}
