import type { Clock } from "../../server/clock.ts";
import { pragueDay } from "../../server/values/calendar-date.ts";

const DAY_MS = 86_400_000;

/** A clock that stands still until the test moves it. */
export interface FixedClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
  /** By times 24 hours: over a change of summer time the hour on the wall differs. */
  advanceDays(days: number): void;
}

export function fixedClock(instant: string): FixedClock {
  let now = instantOf(instant);
  const advance = (milliseconds: number) => {
    now = new Date(Date.parse(now) + milliseconds).toISOString();
  };
  return {
    now: () => now,
    today: () => pragueDay(now),
    set: (next) => {
      now = instantOf(next);
    },
    advance,
    advanceDays: (days) => advance(days * DAY_MS),
  };
}

/** The form in which instants are kept, whatever offset the test wrote. */
function instantOf(text: string): string {
  return new Date(text).toISOString();
}
