import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { isSameSignature, sign } from "../../values/signature.ts";

interface SignedFeed {
  id: number;
  userId: number;
  edition: number;
  createdAt: string;
}

/** What stands in the address; made anew when it is shown, never stored. */
export function feedToken(secretKey: string, feed: SignedFeed): string {
  const { id, userId, edition, createdAt } = feed;
  return `${id}-${sign(secretKey, ["calendar-feed", id, userId, edition, createdAt])}`;
}

/** Which feed an address claims to be of; undefined when it is no address of ours. */
export function feedIdOf(token: string): number | undefined {
  const id = /^([1-9]\d{0,8})-[\w-]{43}$/.exec(token)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** Whether the address is that of the feed as it stands, signed by the key in use or the one before it. */
export function isAddressOf(
  feed: SignedFeed,
  token: string,
  keys: readonly (string | undefined)[],
): boolean {
  return keys.some((key) => key !== undefined && isSameSignature(feedToken(key, feed), token));
}

/** Minutes before; for whole days those of a day and more, and then in the morning. */
export const alarmChoices = ["15", "60", "1440", "10080"] as const;

const DAY = 1440;
const MORNING = 8 * 60;

export function alarmsOfHours(alarms: string): number[] {
  return minutesOf(alarms);
}

/** Of a deadline the alarm comes at eight in the morning that many days before, not at midnight. */
export function alarmsOfDays(alarms: string): number[] {
  return minutesOf(alarms)
    .filter((minutes) => minutes >= DAY)
    .map((minutes) => minutes - MORNING);
}

function minutesOf(alarms: string): number[] {
  return alarms.split(",").filter(Boolean).map(Number);
}

const KEPT_DAYS = 90;
const HORIZON_DAYS = 2 * 365;

/** What a calendar shows: what was finished within 90 days, and two years ahead. */
export function feedSpan(today: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  return { from: addDays(today, -KEPT_DAYS), to: addDays(today, HORIZON_DAYS) };
}

const SECONDS_BETWEEN_NOTES = 3600;

/** Calendars ask every few minutes; once an hour is enough to know that they do. */
export function isToBeNoted(lastReadAt: string | null, now: string): boolean {
  if (lastReadAt === null) return true;
  return Date.parse(now) - Date.parse(lastReadAt) >= SECONDS_BETWEEN_NOTES * 1000;
}
