import type { Clock } from "../../clock.ts";
import {
  addDays,
  type CalendarDate,
  pragueDay,
  pragueInstant,
} from "../../values/calendar-date.ts";

/** What happened on a day; it may tell of further days that come later. */
type Happening = () => Promise<unknown>;

/**
 * Tells what happened in the order of days, so that each record bears the instant at which somebody would
 * have entered it. What lies after today is left untold.
 */
export interface StoryTeller {
  clock: Clock;
  on(day: CalendarDate, happening: Happening): void;
  tell(): Promise<void>;
}

const FIRST_AT = "09:00";
const MINUTE_MS = 60_000;

export function storyTeller(real: Clock): StoryTeller {
  const now = real.now();
  const today = pragueDay(now);
  const told: { day: CalendarDate; happening: Happening }[] = [];
  let instant = now;
  return {
    clock: { now: () => instant, today: () => pragueDay(instant) },
    on(day, happening) {
      if (day <= today) told.push({ day, happening });
    },
    async tell() {
      let day = addDays(today, -100_000);
      let minutes = 0;
      for (const one of told.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
        minutes = one.day === day ? minutes + 4 : 0;
        day = one.day;
        const at = Date.parse(pragueInstant(day, FIRST_AT)) + minutes * MINUTE_MS;
        instant = new Date(Math.min(at, Date.parse(now))).toISOString();
        await one.happening();
      }
      instant = now;
    },
  };
}
