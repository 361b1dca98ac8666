import { type CalendarDate, pragueDay } from "./values/calendar-date.ts";

/** The only source of time. `now()` is an ISO instant in UTC, `today()` the calendar day in Prague. */
export interface Clock {
  now(): string;
  today(): CalendarDate;
}

/** The system's clock; started at `startsAt` it runs on from that instant (demonstrations and tests). */
export function systemClock(startsAt?: string): Clock {
  const shift = startsAt ? Date.parse(startsAt) - Date.now() : 0;
  const now = () => new Date(Date.now() + shift).toISOString();
  return { now, today: () => pragueDay(now()) };
}
