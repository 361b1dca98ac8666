import { addDays, type CalendarDate, daysBetween } from "../../values/calendar-date.ts";
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from "../../values/working-days.ts";

export interface Ladder {
  /** Days before the anchor on which a reminder goes, in any order. */
  daysBefore: readonly number[];
  /** Days after the due day on which the first and each further reminder goes; null for what is never overdue. */
  overdueAfter: number | null;
  overdueEvery: number | null;
}

/** The days of a thing: reminders before count from the anchor, those after from the due day. */
export interface Deadline {
  remindOn: CalendarDate;
  dueOn: CalendarDate;
}

export interface Step {
  anchorOn: CalendarDate;
  /** Days before the anchor; negative after it. */
  offsetDays: number;
  sendOn: CalendarDate;
}

/**
 * The most urgent step that has come by that day. Steps that were missed or passed before the thing was
 * entered are not made up for one by one: the last of them stands for all.
 */
export function reachedStep(
  ladder: Ladder,
  deadline: Deadline,
  day: CalendarDate,
): Step | undefined {
  return reachedAfter(ladder, deadline, day) ?? reachedBefore(ladder, deadline, day);
}

/** Ahead of the day a weekend or holiday moves the reminder to the working day before it. */
function reachedBefore(ladder: Ladder, { remindOn }: Deadline, day: CalendarDate) {
  const steps = ladder.daysBefore
    .map((offsetDays) => ({
      anchorOn: remindOn,
      offsetDays,
      sendOn: previousWorkingDay(addDays(remindOn, -offsetDays)),
    }))
    .filter((step) => step.sendOn <= day);
  return steps.sort((a, b) => a.offsetDays - b.offsetDays)[0];
}

/** After the day it moves to the working day after it. */
function reachedAfter(
  { overdueAfter, overdueEvery }: Ladder,
  { dueOn }: Deadline,
  day: CalendarDate,
): Step | undefined {
  if (overdueAfter === null) return undefined;
  const every = overdueEvery ?? 0;
  const late = daysBetween(dueOn, day) - overdueAfter;
  for (let n = every > 0 ? Math.floor(late / every) : Math.min(late, 0); n >= 0; n -= 1) {
    const days = overdueAfter + n * every;
    const sendOn = nextWorkingDay(addDays(dueOn, days));
    if (sendOn <= day) return { anchorOn: dueOn, offsetDays: -days, sendOn };
  }
  return undefined;
}

/** How many days ahead of its anchor a thing may have to be told of, holidays included. */
export function furthestAhead(ladders: readonly Ladder[]): number {
  const LONGEST_REST = 10;
  return Math.max(0, ...ladders.flatMap((ladder) => ladder.daysBefore)) + LONGEST_REST;
}

/** Digests go on working days only. */
export function isDigestDay(day: CalendarDate): boolean {
  return isWorkingDay(day);
}
