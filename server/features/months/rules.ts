import {
  type CalendarDate,
  earlierOf,
  laterOf,
  pragueDay,
  pragueInstant,
} from "../../values/calendar-date.ts";
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
/** When the working day begins, as digests do. */
const REPORTED_AT = "07:30";

/** The day on which a month is put down as reported and mailed. */
export function reportDayOf(month: Month): CalendarDate {
  return nthWorkingDayOfMonth(addToMonth(month, 1), REPORTED_ON_WORKING_DAY);
}

/** The last month whose report is due by that instant. */
export function lastMonthToReport(now: string): Month {
  const previous = addToMonth(monthOf(pragueDay(now)), -1);
  return now >= pragueInstant(reportDayOf(previous), REPORTED_AT)
    ? previous
    : addToMonth(previous, -1);
}

/** The months to report now, the earliest first: all since the last one done, or one at the first time. */
export function monthsToReport(lastDone: Month | undefined, now: string): Month[] {
  const last = lastMonthToReport(now);
  return lastDone === undefined ? [last] : monthsFrom(addToMonth(lastDone, 1), last);
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
  if (today < project.startsOn) return [];
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
