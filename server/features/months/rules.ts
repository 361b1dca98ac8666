import { type CalendarDate, earlierOf, laterOf } from "../../values/calendar-date.ts";
import {
  addToMonth,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsFrom,
} from "../../values/month.ts";
import { nthWorkingDayOfMonth } from "../../values/working-days.ts";

/** The working day of the next month on which a month is reported. */
const REPORTED_ON_WORKING_DAY = 3;

/** The day on which a month is put down as reported and mailed. */
export function reportDayOf(month: Month): CalendarDate {
  return nthWorkingDayOfMonth(addToMonth(month, 1), REPORTED_ON_WORKING_DAY);
}

/** The last month whose report day has come by that day. */
export function lastMonthToReport(today: CalendarDate): Month {
  const previous = addToMonth(monthOf(today), -1);
  return today >= reportDayOf(previous) ? previous : addToMonth(previous, -1);
}

/** The day a month is looked at from: its last one, or today while it runs. */
export function dayOfFigures(month: Month, today: CalendarDate): CalendarDate {
  return earlierOf(lastDayOf(month), today);
}

/** The months of a project that have begun, the newest first. */
export function monthsOf(
  project: { startsOn: CalendarDate; endsOn: CalendarDate },
  today: CalendarDate,
): Month[] {
  const last = earlierOf(project.endsOn, today);
  return monthsFrom(monthOf(project.startsOn), monthOf(last)).reverse();
}

/** Whether the project ran on some day of the month. */
export function ranIn(
  project: { startsOn: CalendarDate; endsOn: CalendarDate },
  month: Month,
): boolean {
  const from = laterOf(project.startsOn, firstDayOf(month));
  return from <= earlierOf(project.endsOn, lastDayOf(month));
}
