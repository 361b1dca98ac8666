import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
} from "../../../values/calendar-date.ts";
import { isHoliday } from "../../../values/working-days.ts";

export const rhythms = ["weekly", "monthly"] as const;
export type Rhythm = (typeof rhythms)[number];

export const MOST_REPETITIONS = 60;

export interface Repetition {
  rhythm: Rhythm;
  /** Every how many weeks or months. */
  every: number;
  /** How many repetitions, or the last day they may begin on; whichever ends sooner. */
  count: number | null;
  until: CalendarDate | null;
  skipsHolidays: boolean;
}

export interface RepeatedDay {
  startsOn: CalendarDate;
  isHoliday: boolean;
  /** A holiday that was to be left out; it is not counted. */
  isSkipped: boolean;
}

/**
 * First days of the repetitions, without the day repeated itself. Months are counted from that day, so that
 * a series on the 31st does not slide to the 28th for good.
 */
export function repeatedDays(firstOn: CalendarDate, repetition: Repetition): RepeatedDay[] {
  const { count, until, skipsHolidays } = repetition;
  const days: RepeatedDay[] = [];
  let made = 0;
  for (let step = 1; step <= MOST_REPETITIONS && made < (count ?? MOST_REPETITIONS); step += 1) {
    const startsOn = stepped(firstOn, repetition, step);
    if (until !== null && startsOn > until) break;
    const holiday = isHoliday(startsOn);
    const isSkipped = holiday && skipsHolidays;
    days.push({ startsOn, isHoliday: holiday, isSkipped });
    if (!isSkipped) made += 1;
  }
  return days;
}

function stepped(firstOn: CalendarDate, { rhythm, every }: Repetition, step: number): CalendarDate {
  const steps = every * step;
  return rhythm === "weekly" ? addDays(firstOn, 7 * steps) : addMonths(firstOn, steps);
}

/** Sessions at the same distances from the new first day. */
export function shifted<Session extends { heldOn: CalendarDate }>(
  sessions: readonly Session[],
  from: CalendarDate,
  to: CalendarDate,
): Session[] {
  const distance = daysBetween(from, to);
  return sessions.map((session) => ({ ...session, heldOn: addDays(session.heldOn, distance) }));
}
