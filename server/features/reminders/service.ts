import { setImmediate as othersTurn } from "node:timers/promises";
import type { Database, Transaction } from "../../../db/connection.ts";
import { gatherNews, redirectNews } from "../../../db/queries/notifications.ts";
import {
  gatherIntoDigests,
  gatherOccurrences,
  insertOccurrences,
  listDigestHours,
  listPlanned,
  listToldAtOnce,
  type NewOccurrence,
  type PlannedOccurrence,
  supersedePlanned,
  supersedeUntold,
} from "../../../db/queries/reminders.ts";
import type { Deps } from "../../deps.ts";
import {
  addDays,
  type CalendarDate,
  pragueDay,
  pragueInstant,
} from "../../values/calendar-date.ts";
import { queueMails } from "../mails/service.ts";
import { remindedAs } from "../notifications/rules.ts";
import { listPeopleWithNews } from "../notifications/service.ts";
import { type Digest, digestKey, digestsOf, TIMES_OF_CONTACTS } from "./digests/rules.ts";
import { isLate, isTold, occurrenceOf, planKey, remindersOf } from "./planning/rules.ts";
import {
  lastPlanningBefore,
  readCircumstances,
  readState,
  type State,
} from "./planning/service.ts";
import { isDigestDay } from "./rules.ts";

type PlanningDeps = Pick<Deps, "db" | "clock">;

// Little at once: the process that plans serves pages as well, and between two pieces they have their turn.
const THINGS_AT_ONCE = 200;
const ROWS_AT_ONCE = 200;
const IDS_AT_ONCE = 5_000;
const DIGESTS_AT_ONCE = 10;
/** A mail of its own stands for the reminder whose step had come when it was written. */
const TOLD_AT_ONCE_DAYS = 10;

/**
 * Brings the planned reminders in line with what is true today: for each open thing its most urgent step
 * that has come, for each recipient who has not been told. What was moved, done, handed over or overtaken
 * before it left is withdrawn. A function of what is stored and of the day: running it again changes nothing.
 */
export async function planReminders({ db, clock }: PlanningDeps): Promise<{ planned: number }> {
  const day = clock.today();
  if (!isDigestDay(day)) return { planned: 0 };
  await supersedeUntold(db);
  const state = await readState(db, { day });
  const wanted = await occurrencesOn(state, day);
  const planned = await listPlanned(db);
  const wantedKeys = new Set(wanted.map(planKey));
  const plannedKeys = new Set(planned.map(planKey));
  const outdated = planned.filter((one) => !wantedKeys.has(planKey(one))).map(({ id }) => id);
  await eachChunk(outdated, ROWS_AT_ONCE, (ids) => supersedePlanned(db, ids, "overtaken"));
  const missing = wanted.filter((one) => !plannedKeys.has(planKey(one)));
  await eachChunk(missing, ROWS_AT_ONCE, (some) => insertOccurrences(db, some, clock.now()));
  return { planned: wanted.length };
}

async function occurrencesOn(state: State, day: CalendarDate): Promise<NewOccurrence[]> {
  const wanted: NewOccurrence[] = [];
  await eachChunk(state.things, THINGS_AT_ONCE, (some) => {
    const reminders = some.flatMap((thing) => remindersOf(thing, state, day));
    for (const reminder of reminders.filter((one) => !isTold(state.told, one)))
      wanted.push(occurrenceOf(reminder, isLate(reminder, { ...state, day })));
  });
  return wanted;
}

/**
 * Key of the newest hour of today at which people want their digest and that has come, and of those whose
 * hour that is or was: whoever moves theirs back to one that has passed is not left out.
 */
export async function digestSlot({ db, clock }: PlanningDeps): Promise<string | undefined> {
  const today = clock.today();
  if (!isDigestDay(today)) return undefined;
  const contacts = { digestAt: TIMES_OF_CONTACTS.digestAt, people: 0 };
  const come = [contacts, ...(await listDigestHours(db))].filter(
    ({ digestAt }) => pragueInstant(today, digestAt) <= clock.now(),
  );
  const hour = come
    .map(({ digestAt }) => digestAt)
    .sort()
    .at(-1);
  return hour && `${today} ${hour} ${come.reduce((sum, { people }) => sum + people, 0)}`;
}

/**
 * One digest a working day for each person whose hour has come and for whom something is planned or waits to
 * be told, made in one transaction with what it gathers. Who has had today's waits for the next day.
 */
export async function gatherDigests({ db, clock }: PlanningDeps): Promise<{ digests: number }> {
  const [day, now] = [clock.today(), clock.now()];
  if (!isDigestDay(day)) return { digests: 0 };
  await db.transaction((trx) => redirectNews(trx, day));
  const { rules, people } = await readCircumstances(db, { day });
  const planned = await leaveOutTold(db, await listPlanned(db), day);
  const news = await listPeopleWithNews(db, day);
  const lastPlannedOn = await lastPlanningBefore(db, day);
  const due = digestsOf({ planned, news, rules, people }, { day, now, lastPlannedOn });
  let digests = 0;
  await eachChunk(due, DIGESTS_AT_ONCE, async (some) => {
    digests += await db.transaction((trx) => makeDigests(trx, some, { day, at: now }));
  });
  return { digests };
}

/** Puts them into the mail that has told of the same thing already, or is about to. */
async function leaveOutTold(
  db: Database,
  planned: PlannedOccurrence[],
  day: CalendarDate,
): Promise<PlannedOccurrence[]> {
  const since = pragueInstant(addDays(day, -TOLD_AT_ONCE_DAYS), "00:00");
  const told = new Map<string, { mailId: number; on: CalendarDate }>();
  for (const { recipient, objectType, objectId, mailId, at } of await listToldAtOnce(db, since))
    told.set(`${recipient}|${remindedAs(objectType)}|${objectId}`, { mailId, on: pragueDay(at) });
  if (told.size === 0) return planned;
  const mails = new Map<number, number[]>();
  const rest = planned.filter((one) => {
    const mail = told.get(`${one.recipient}|${one.objectType}|${one.objectId}`);
    if (!mail || mail.on < one.sendOn) return true;
    mails.set(mail.mailId, [...(mails.get(mail.mailId) ?? []), one.id]);
    return false;
  });
  await db.transaction(async (trx) => {
    for (const [mailId, ids] of mails) await gatherOccurrences(trx, { ids, mailId });
  });
  return rest;
}

async function makeDigests(
  trx: Transaction,
  digests: readonly Digest[],
  { day, at }: { day: CalendarDate; at: string },
): Promise<number> {
  const added = await queueMails(
    trx,
    digests.map(({ userId, contactId }) => ({
      kind: "digest",
      template: "digest",
      dedupeKey: digestKey({ userId, contactId }, day),
      ...(userId === null ? { recipientContactId: contactId ?? 0 } : { recipientUserId: userId }),
      params: { day },
      at,
    })),
  );
  const mails = new Map(added.map(({ id, dedupeKey }) => [dedupeKey, id]));
  const made = digests.filter((digest) => mails.has(digestKey(digest, day)));
  const occurrenceIds = made.flatMap((digest) => digest.occurrenceIds);
  for (const ids of chunks(occurrenceIds, IDS_AT_ONCE)) await gatherIntoDigests(trx, { ids, day });
  for (const digest of made.filter(({ newsIds }) => newsIds.length > 0))
    await gatherNews(trx, { ids: digest.newsIds, mailId: mails.get(digestKey(digest, day)) ?? 0 });
  return made.length;
}

async function eachChunk<Item>(
  items: readonly Item[],
  size: number,
  work: (some: Item[]) => unknown,
): Promise<void> {
  for (const some of chunks(items, size)) {
    await work(some);
    await othersTurn();
  }
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}
