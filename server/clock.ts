import { type CalendarDate, pragueDay } from "./values/calendar-date.ts";

/** The only source of time. `now()` is an ISO instant in UTC, `today()` the calendar day in Prague. */
export interface Clock {
  now(): string;
  today(): CalendarDate;
}

const MINUTE_MS = 60_000;

/** The system's clock; started at `startsAt` it runs on from that instant (demonstrations and tests). */
export function systemClock(startsAt?: string): Clock {
  const shift = startsAt ? Date.parse(startsAt) - Date.now() : 0;
  const now = () => new Date(Date.now() + shift).toISOString();
  // Every request asks for the day, which cannot change within a minute.
  let minute = -1;
  let day = "";
  const today = () => {
    const current = Math.floor((Date.now() + shift) / MINUTE_MS);
    if (current !== minute) {
      minute = current;
      day = pragueDay(now());
    }
    return day;
  };
  return { now, today };
}
