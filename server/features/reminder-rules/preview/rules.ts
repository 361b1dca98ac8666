import type { CalendarDate } from "../../../values/calendar-date.ts";
import { recipientKey } from "../../reminders/addressees/rules.ts";
import type { ForeseenDigest } from "../../reminders/foresight/service.ts";
import type { RemindedThing } from "../../reminders/planning/rules.ts";

/** One thing in one digest. */
export interface ForeseenReminder {
  day: CalendarDate;
  recipient: string;
  thing: RemindedThing;
}

export interface Difference extends ForeseenReminder {
  isGained: boolean;
}

export interface Counted<Key> {
  key: Key;
  before: number;
  after: number;
}

/** What other rules would send instead: how many reminders a day and a person, and which of them. */
export interface Comparison {
  before: Totals;
  after: Totals;
  /** Days and people whose count or content changes. */
  days: Counted<CalendarDate>[];
  people: Counted<string>[];
  /** By day; what comes before what falls away. */
  differences: Difference[];
}

export interface Totals {
  reminders: number;
  mails: number;
  people: number;
}

export function compareDigests(
  before: readonly ForeseenDigest[],
  after: readonly ForeseenDigest[],
): Comparison {
  const [was, is] = [remindersOf(before), remindersOf(after)];
  const differences = [
    ...missingIn(was, is).map((one) => ({ ...one, isGained: true })),
    ...missingIn(is, was).map((one) => ({ ...one, isGained: false })),
  ].toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  return {
    before: totalsOf(before),
    after: totalsOf(after),
    days: countedBy(was, is, differences, ({ day }) => day).toSorted((one, other) =>
      one.key < other.key ? -1 : 1,
    ),
    people: countedBy(was, is, differences, ({ recipient }) => recipient),
    differences,
  };
}

function remindersOf(digests: readonly ForeseenDigest[]): Map<string, ForeseenReminder> {
  const reminders = digests.flatMap((digest) =>
    digest.things.map(({ thing }) => ({ day: digest.day, recipient: recipientKey(digest), thing })),
  );
  return new Map(reminders.map((one) => [keyOf(one), one]));
}

function keyOf({ day, recipient, thing }: ForeseenReminder): string {
  return [day, recipient, thing.objectType, thing.objectId].join("|");
}

function missingIn(
  there: ReadonlyMap<string, ForeseenReminder>,
  of: ReadonlyMap<string, ForeseenReminder>,
): ForeseenReminder[] {
  return [...of].filter(([key]) => !there.has(key)).map(([, reminder]) => reminder);
}

function countedBy<Key>(
  was: ReadonlyMap<string, ForeseenReminder>,
  is: ReadonlyMap<string, ForeseenReminder>,
  differences: readonly Difference[],
  by: (reminder: ForeseenReminder) => Key,
): Counted<Key>[] {
  const [before, after] = [tally([...was.values()].map(by)), tally([...is.values()].map(by))];
  return [...new Set(differences.map(by))].map((key) => ({
    key,
    before: before.get(key) ?? 0,
    after: after.get(key) ?? 0,
  }));
}

function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function totalsOf(digests: readonly ForeseenDigest[]): Totals {
  return {
    reminders: digests.reduce((sum, { things }) => sum + things.length, 0),
    mails: digests.length,
    people: new Set(digests.map(recipientKey)).size,
  };
}
