import type { DigestTimes } from "../../../../db/queries/notification-preferences.ts";
import type { RemindedPeople } from "../../../../db/queries/reminded-people.ts";
import type { ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import type { GatheredOccurrence, PlannedOccurrence } from "../../../../db/queries/reminders.ts";
import {
  addDays,
  type CalendarDate,
  daysBetween,
  pragueInstant,
} from "../../../values/calendar-date.ts";
import type { Instant } from "../../../values/instant.ts";
import type { NotificationCategory, NotificationWay } from "../../../values/notification-ways.ts";
import {
  effectiveWay,
  isDigestDayOf,
  isWeeklyDayOf,
} from "../../notification-preferences/rules.ts";
import { answersFor, type Because } from "../addressees/rules.ts";
import {
  type Circumstances,
  isWaiting,
  type RemindedThing,
  type Reminder,
  remindersOf,
} from "../planning/rules.ts";

/** Contacts cannot choose when. */
export const TIMES_OF_CONTACTS: DigestTimes = {
  digestAt: "07:30",
  digestDays: [1, 2, 3, 4, 5],
  pausedFromOn: null,
  pausedUntilOn: null,
};

/** When a recipient's digest comes; undefined for whoever gets none. */
export function timesOf(recipient: string, people: RemindedPeople): DigestTimes | undefined {
  const [kind, id] = recipient.split(":");
  if (kind === "contact") return people.contactIds.has(Number(id)) ? TIMES_OF_CONTACTS : undefined;
  const person = people.users.get(Number(id));
  return person?.isAlive ? person.preferences : undefined;
}

/** Whether the recipient's digest of that day may be made by now. */
function isDigestTime(times: DigestTimes, day: CalendarDate, now: Instant): boolean {
  return isDigestDayOf(times, day) && pragueInstant(day, times.digestAt) <= now;
}

export interface Days {
  day: CalendarDate;
  /** Before that day; undefined where none is on record. */
  lastPlannedOn: CalendarDate | undefined;
}

interface PlannedStep {
  sendOn: CalendarDate;
  plannedAt: Instant;
  isLate: boolean;
}

/**
 * Whether what is planned goes into the digest of that day. What comes weekly waits for the first digest of
 * the week; had that one been missed, by an outage or by its reader, it comes in the next.
 */
export function isRipe(
  { sendOn, plannedAt, isLate }: PlannedStep,
  way: NotificationWay,
  times: DigestTimes,
  { day, lastPlannedOn }: Days,
): boolean {
  if (way === "off" || !isDigestDayOf(times, day)) return false;
  if (way !== "weekly") return true;
  const last = lastWeeklyDay(times, day);
  if (last === day || (lastPlannedOn !== undefined && lastPlannedOn < last)) return true;
  return plannedAt < pragueInstant(last, times.digestAt) || (isLate && sendOn <= last);
}

const LONGEST_REST = 28;

function lastWeeklyDay(times: DigestTimes, day: CalendarDate): CalendarDate {
  for (let n = 0; n < LONGEST_REST; n += 1)
    if (isWeeklyDayOf(times, addDays(day, -n))) return addDays(day, -n);
  return day;
}

/** A digest that may be made now: what is planned for its recipient and what is new for them. */
export interface Digest {
  userId: number | null;
  contactId: number | null;
  occurrenceIds: number[];
  newsIds: number[];
}

/** By it the mail is the only one of its day, and `gatherIntoDigests` finds it again. */
export function digestKey(
  { userId, contactId }: Pick<Digest, "userId" | "contactId">,
  day: CalendarDate,
): string {
  return userId === null ? `digest:contact:${contactId}:${day}` : `digest:${userId}:${day}`;
}

interface Waiting {
  planned: readonly PlannedOccurrence[];
  news: readonly { userId: number; newsIds: number[] }[];
  rules: readonly ReminderRule[];
  people: RemindedPeople;
}

/** Of what waits, that which is told today to those whose hour has come, by recipient. */
export function digestsOf(
  { planned, news, rules, people }: Waiting,
  { now, ...days }: Days & { now: Instant },
): Digest[] {
  const { day } = days;
  const digests = new Map<string, Digest>();
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  for (const one of planned) {
    const times = timesOf(one.recipient, people);
    if (!times || !isDigestTime(times, day, now)) continue;
    const way = wayOfPlanned(one, ruleOf.get(one.ruleId), people);
    if (isRipe(one, way, times, days)) digestOf(digests, one.recipient).occurrenceIds.push(one.id);
  }
  for (const { userId, newsIds } of news) {
    const times = timesOf(`user:${userId}`, people);
    if (times && isDigestTime(times, day, now))
      digestOf(digests, `user:${userId}`).newsIds.push(...newsIds);
  }
  return [...digests.values()];
}

function digestOf(digests: Map<string, Digest>, recipient: string): Digest {
  const [kind, id] = recipient.split(":");
  const digest = digests.get(recipient) ?? {
    userId: kind === "user" ? Number(id) : null,
    contactId: kind === "contact" ? Number(id) : null,
    occurrenceIds: [],
    newsIds: [],
  };
  digests.set(recipient, digest);
  return digest;
}

function wayOfPlanned(
  one: PlannedOccurrence,
  rule: ReminderRule | undefined,
  people: RemindedPeople,
): NotificationWay {
  const person = people.users.get(one.recipientUserId ?? 0);
  if (!person) return "daily";
  const isResponsible = answersFor(one.because as Because, rule?.recipients ?? []);
  const category = one.category as NotificationCategory;
  return effectiveWay(person.preferences, category, one.projectId, { isResponsible });
}

export const digestSections = ["overdue", "now", "week", "month", "waiting"] as const;
export type DigestSection = (typeof digestSections)[number];

/** Part of the digest a thing stands in; `month` also takes what a long holiday has brought forward. */
export function digestSectionOf(thing: RemindedThing, today: CalendarDate): DigestSection {
  if (isWaiting(thing)) return "waiting";
  const { dueOn } = thing;
  if (dueOn < today) return "overdue";
  const days = daysBetween(today, dueOn);
  if (days <= 1) return "now";
  return days <= 7 ? "week" : "month";
}

/** A reminder as it stands in a digest. */
export interface DigestItem extends Reminder {
  isLate: boolean;
}

/**
 * Of what a digest was made for, that which holds on the day on which it leaves: still open, on the same
 * day, and still for this recipient. The order of the things is kept.
 */
export function itemsThatHold(
  things: readonly RemindedThing[],
  gathered: readonly GatheredOccurrence[],
  circumstances: Circumstances,
  { recipient, day }: { recipient: string; day: CalendarDate },
): DigestItem[] {
  const made = new Map(gathered.map((one) => [sideKey(one, one), one]));
  return things.flatMap((thing) => {
    const reminder = remindersOf(thing, circumstances, day).find(
      (one) => one.recipient === recipient,
    );
    const occurrence = reminder && made.get(sideKey(thing, reminder.step));
    return occurrence ? { ...reminder, isLate: occurrence.isLate } : [];
  });
}

/** Before its day and after it a thing counts from days of its own; further steps may have come meanwhile. */
function sideKey(
  { objectType, objectId }: { objectType: string; objectId: number },
  { anchorOn, offsetDays }: { anchorOn: CalendarDate; offsetDays: number },
): string {
  return `${objectType}|${objectId}|${anchorOn}|${offsetDays < 0}`;
}
