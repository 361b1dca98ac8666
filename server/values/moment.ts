import {
  addDays,
  type CalendarDate,
  earlierOf,
  isCalendarDate,
  pragueDay,
  pragueInstant,
} from "./calendar-date.ts";
import { addMilliseconds, type Instant } from "./instant.ts";

/** Which figures are asked for: true on a day, as they were known at an instant. */
export interface MomentAsked {
  on: CalendarDate;
  asOf: Instant;
  /** The day at whose end they were known; null is now. */
  knownOn: CalendarDate | null;
}

/**
 * `?on=2026-03-31&asOf=2026-04-15`: the figures of 31 March as known at the end of 15 April in Prague. Without them,
 * and for days to come, those of today as known now.
 */
export function momentAsked(query: Record<string, unknown>, now: Instant): MomentAsked {
  const today = pragueDay(now);
  const knownOn = dayOf(query.asOf);
  const on = earlierOf(dayOf(query.on) ?? today, today);
  if (knownOn === null || knownOn >= today) return { on, asOf: now, knownOn: null };
  const asOf = addMilliseconds(pragueInstant(addDays(knownOn, 1), "00:00"), -1);
  return { on, asOf, knownOn };
}

function dayOf(text: unknown): CalendarDate | null {
  return typeof text === "string" && isCalendarDate(text) ? text : null;
}
