import type { Database, Transaction } from "../../../db/connection.ts";
import {
  type AgendaObject,
  type AgendaRow,
  agendaObjects,
  listAgenda,
} from "../../../db/queries/agenda.ts";
import { listActiveRules, type ReminderRule } from "../../../db/queries/reminder-rules.ts";
import {
  gatherOccurrences,
  insertOccurrences,
  listDigestHours,
  listGatheredKeys,
  listPeopleToRemind,
  listPlanned,
  type NewOccurrence,
  type OccurrenceKey,
  supersedePlanned,
} from "../../../db/queries/reminders.ts";
import type { Deps } from "../../deps.ts";
import { addDays, type CalendarDate, pragueInstant } from "../../values/calendar-date.ts";
import { queueMails } from "../mails/service.ts";
import { type Because, ruleFor } from "./addressees/rules.ts";
import { furthestAhead, isDigestDay, reachedStep } from "./rules.ts";

type PlanningDeps = Pick<Deps, "db" | "clock">;

const ROWS_AT_ONCE = 500;
const PEOPLE_AT_ONCE = 100;
/** How far back the dry run looks for what was told; the last step of a thing is never older. */
const REMEMBERED_DAYS = 400;

/**
 * What is to be planned on a day: for each open thing its most urgent step that has come. A function of
 * what is stored and of the day alone, so that it may be asked for any day without changing anything.
 */
export async function occurrencesOn(db: Database, day: CalendarDate): Promise<NewOccurrence[]> {
  if (!isDigestDay(day)) return [];
  const rules = await listActiveRules(db);
  const remindTo = addDays(day, furthestAhead(rules));
  const objectTypes = remindedTypes(rules);
  if (objectTypes.length === 0) return [];
  const rows = await listAgenda(db, { today: day, remindTo, objectTypes });
  return rows.flatMap((row) => occurrenceOf(rules, row, day) ?? []);
}

function remindedTypes(rules: readonly ReminderRule[]): AgendaObject[] {
  const types = rules.map(({ objectType }) => objectType);
  return agendaObjects.filter((one) => types.includes(one));
}

/** What stays owed after its day; the rest comes and passes by itself, see the branches of the agenda. */
const OUTLIVES_ITS_DAY: AgendaObject[] = [
  "milestone",
  "event-closing",
  "risk-review",
  "remedy",
  "submission",
  "report-answer",
  "output-comments",
];

/** A thing as it will be told: to whom it comes is on the digest. */
export interface ForeseenThing extends AgendaRow {
  ruleId: number;
  because: Because;
  onBehalfOfId: number | null;
  /** Days before the anchor; negative after it. */
  offsetDays: number;
}

/** One of userId and contactId. */
export interface ForeseenDigest {
  day: CalendarDate;
  userId: number | null;
  contactId: number | null;
  things: ForeseenThing[];
}

/**
 * The digests of the coming days as things stand now: the planner asked day by day, writing nothing.
 * What was gathered already is not foreseen again. Other rules than those stored show what they would send.
 */
export async function foreseeDigests(
  { db, clock }: PlanningDeps,
  days: number,
  given?: readonly ReminderRule[],
): Promise<ForeseenDigest[]> {
  const today = clock.today();
  const rules = (given ?? (await listActiveRules(db))).filter((one) => one.isActive);
  const remindTo = addDays(today, days + furthestAhead(rules));
  const objectTypes = remindedTypes(rules);
  if (objectTypes.length === 0) return [];
  const rows = await listAgenda(db, { today, remindTo, objectTypes });
  const told = new Set((await listGatheredKeys(db, addDays(today, -REMEMBERED_DAYS))).map(keyOf));
  const foreseen: ForeseenDigest[] = [];
  for (let n = 0; n <= days; n += 1) {
    const day = addDays(today, n);
    if (isDigestDay(day)) foreseen.push(...foreseeDay({ rules, rows, told, day }));
  }
  return foreseen;
}

function foreseeDay(from: {
  rules: readonly ReminderRule[];
  rows: AgendaRow[];
  told: Set<string>;
  day: CalendarDate;
}): ForeseenDigest[] {
  const { rules, rows, told, day } = from;
  const digests = new Map<number, ForeseenThing[]>();
  for (const row of rows) {
    const isOpen = OUTLIVES_ITS_DAY.includes(row.objectType) || row.dueOn >= day;
    const occurrence = isOpen ? occurrenceOf(rules, row, day) : undefined;
    if (!occurrence || told.has(keyOf(occurrence))) continue;
    told.add(keyOf(occurrence));
    const things = digests.get(occurrence.recipientUserId) ?? [];
    const { ruleId, offsetDays } = occurrence;
    const thing = { ...row, ruleId, offsetDays, because: "owner" as const, onBehalfOfId: null };
    digests.set(occurrence.recipientUserId, [...things, thing]);
  }
  return [...digests].map(([userId, things]) => ({ day, userId, contactId: null, things }));
}

function occurrenceOf(
  rules: readonly ReminderRule[],
  row: AgendaRow,
  day: CalendarDate,
): NewOccurrence | undefined {
  const rule = ruleFor(rules, row);
  const step = rule && reachedStep(rule, row, day);
  if (!rule || !step || row.ownerUserId === null) return undefined;
  const { objectType, objectId, ownerUserId: recipientUserId } = row;
  return { ruleId: rule.id, objectType, objectId, recipientUserId, ...step };
}

/**
 * Brings the planned reminders in line with what is true today: adds the steps that have come, withdraws
 * what was moved, done, handed over or overtaken by a more urgent step before it left. Running it again
 * changes nothing.
 */
export async function planReminders({ db, clock }: PlanningDeps): Promise<{ planned: number }> {
  const today = clock.today();
  if (!isDigestDay(today)) return { planned: 0 };
  const wanted = await occurrencesOn(db, today);
  const keys = new Set(wanted.map(keyOf));
  const outdated = (await listPlanned(db)).filter((one) => !keys.has(keyOf(one)));
  for (const ids of chunks(
    outdated.map((one) => one.id),
    ROWS_AT_ONCE,
  )) {
    await supersedePlanned(db, { ids }, "overtaken");
  }
  for (const some of chunks(wanted, ROWS_AT_ONCE)) await insertOccurrences(db, some, clock.now());
  return { planned: wanted.length };
}

/** Key of the newest hour of today at which people want their digest and that has come. */
export async function digestSlot({ db, clock }: PlanningDeps): Promise<string | undefined> {
  const today = clock.today();
  if (!isDigestDay(today)) return undefined;
  const hour = (await hoursThatHaveCome(db, today, clock.now())).at(-1);
  return hour && `${today} ${hour}`;
}

async function hoursThatHaveCome(db: Database, day: CalendarDate, at: string): Promise<string[]> {
  return (await listDigestHours(db)).filter((hour) => pragueInstant(day, hour) <= at);
}

/**
 * One digest a working day for each person whose hour has come and for whom something is planned, made in
 * one transaction with what it gathers. Who has had today's waits for the next working day.
 */
export async function gatherDigests({ db, clock }: PlanningDeps): Promise<{ digests: number }> {
  const [day, at] = [clock.today(), clock.now()];
  if (!isDigestDay(day)) return { digests: 0 };
  const hours = await hoursThatHaveCome(db, day, at);
  const people = await listPeopleToRemind(db, { day, hours });
  let digests = 0;
  for (const userIds of chunks(people, PEOPLE_AT_ONCE)) {
    digests += await db.transaction((trx) => gatherFor(trx, { userIds, day, at }));
  }
  return { digests };
}

async function gatherFor(
  trx: Transaction,
  { userIds, day, at }: { userIds: number[]; day: CalendarDate; at: string },
): Promise<number> {
  const added = await queueMails(
    trx,
    userIds.map((userId) => ({
      kind: "digest",
      template: "digest",
      dedupeKey: `digest:${userId}:${day}`,
      recipientUserId: userId,
      params: { day },
      at,
    })),
  );
  if (added.length === 0) return 0;
  const ids = added.map(({ dedupeKey }) => Number(dedupeKey.split(":")[1]));
  await gatherOccurrences(trx, { userIds: ids, day });
  return added.length;
}

/** Withdraws what is planned for a thing, in the transaction in which it is moved, done or archived. */
export async function supersedeOccurrences(
  trx: Transaction,
  thing: { objectType: string; objectId: number; reason: string },
): Promise<void> {
  await supersedePlanned(trx, thing, thing.reason);
}

function keyOf(key: OccurrenceKey): string {
  const { ruleId, objectType, objectId, anchorOn, offsetDays, recipientUserId } = key;
  return [ruleId, objectType, objectId, anchorOn, offsetDays, recipientUserId].join("|");
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}
