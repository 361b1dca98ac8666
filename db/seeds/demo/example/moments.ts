import {
  addDays,
  addMonths,
  type CalendarDate,
  laterOf,
  startOfMonth,
} from "../../../../server/values/calendar-date.ts";
import { nextWorkingDay, previousWorkingDay } from "../../../../server/values/working-days.ts";

/**
 * When something of the example happens: `[month of the project from 0, day]`, or so many days from today.
 * The example runs since fourteen months whenever it is built.
 */
export type Moment = readonly [month: number, day: number] | number;

export const MONTHS_PASSED = 14;
export const MONTHS_ALTOGETHER = 36;

export interface Story {
  today: CalendarDate;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export function storyOf(today: CalendarDate): Story {
  const startsOn = addMonths(startOfMonth(today), -MONTHS_PASSED);
  return { today, startsOn, endsOn: addDays(addMonths(startsOn, MONTHS_ALTOGETHER), -1) };
}

/** The very day. */
export function dayOf({ startsOn, today }: Story, moment: Moment): CalendarDate {
  if (typeof moment === "number") return addDays(today, moment);
  const [month, day] = moment;
  return addDays(addMonths(startsOn, month), day - 1);
}

/** A day on which people are at work: what is past moves back, what is to come moves on, today stays. */
export function workingDayOf(story: Story, moment: Moment): CalendarDate {
  const day = dayOf(story, moment);
  if (day === story.today) return day;
  if (day > story.today) return nextWorkingDay(day);
  return laterOf(previousWorkingDay(day), story.startsOn);
}

/** So many working days in a row. */
export function workingDaysFrom(first: CalendarDate, count: number): CalendarDate[] {
  const all = [first];
  while (all.length < count) all.push(nextWorkingDay(addDays(all.at(-1) ?? first, 1)));
  return all;
}
