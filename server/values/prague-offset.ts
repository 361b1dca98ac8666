import { dayNumberOfCivil } from "./day-number.ts";

const MINUTES_IN_DAY = 1440;
const DAYS_KEPT = 5000;

const pragueClock = new Intl.DateTimeFormat("en-US", {
  timeZone: "Europe/Prague",
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** Offsets of UTC days without a change of the clock; `undefined` marks a day that has one. */
const offsetOfUtcDay = new Map<number, number | undefined>();

/**
 * Minutes that Prague is ahead of UTC at a minute counted from 1970 in UTC. The zone data of the runtime
 * decide; they are asked once per day, because asking takes longer than drawing a row of a page.
 */
export function pragueOffsetAt(utcMinute: number): number {
  const utcDay = Math.floor(utcMinute / MINUTES_IN_DAY);
  if (!offsetOfUtcDay.has(utcDay)) keepOffsetOf(utcDay);
  return offsetOfUtcDay.get(utcDay) ?? askOffset(utcMinute);
}

function keepOffsetOf(utcDay: number): void {
  if (offsetOfUtcDay.size >= DAYS_KEPT) offsetOfUtcDay.clear();
  const atStart = askOffset(utcDay * MINUTES_IN_DAY);
  const atEnd = askOffset((utcDay + 1) * MINUTES_IN_DAY);
  offsetOfUtcDay.set(utcDay, atStart === atEnd ? atStart : undefined);
}

function askOffset(utcMinute: number): number {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of pragueClock.formatToParts(utcMinute * 60_000)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value);
  }
  const wallMinute = dayNumberOfCivil(shown) * MINUTES_IN_DAY + shown.hour * 60 + shown.minute;
  return wallMinute - utcMinute;
}
