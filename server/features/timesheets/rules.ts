import type { TimesheetHours, WorkLogged } from "../../../db/queries/timesheets.ts";
import { addDays, type CalendarDate, dayOfWeek, daysBetween } from "../../values/calendar-date.ts";
import { groupedBy } from "../../values/grouped.ts";
import { distribute } from "../../values/money.ts";
import { firstDayOf, lastDayOf, type Month } from "../../values/month.ts";
import { isHoliday } from "../../values/working-days.ts";
import { FULL_WORKLOAD, type Milli } from "../../values/workload.ts";

/** Groups of activities that the paper has room for. */
export const MOST_GROUPS = 10;

/** Hundredths of an hour. */
type HoursE2 = number;

const DAY_E2: HoursE2 = 800;
const WHOLE_DAY_E2: HoursE2 = 2400;

interface Span {
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
}

export interface Days {
  from: CalendarDate;
  to: CalendarDate;
}

/** The days of a month on which the assignment and the project last; null when there is none. */
export function daysOf(month: Month, assignment: Span, project: Span): Days | null {
  const from = [firstDayOf(month), assignment.startsOn, project.startsOn].toSorted().at(-1) ?? "";
  const ends = [lastDayOf(month), assignment.endsOn, project.endsOn].filter((day) => day !== null);
  const to = ends.toSorted()[0] ?? "";
  return from <= to ? { from, to } : null;
}

export function monthDays(month: Month): Days {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}

/** Days from Monday to Friday, public holidays among them: they are paid as if they were worked. */
export function weekdaysIn(days: Days): number {
  return everyDay(days).filter((day) => dayOfWeek(day) <= 5).length;
}

/** Public holidays that would have been worked. */
export function paidHolidaysIn(days: Days): number {
  return everyDay(days).filter((day) => dayOfWeek(day) <= 5 && isHoliday(day)).length;
}

/** Eight hours a day in the extent of the workload, rounded to a hundredth of an hour. */
export function hoursOfDays(count: number, workload: Milli = FULL_WORKLOAD): HoursE2 {
  return Math.round((count * DAY_E2 * workload) / FULL_WORKLOAD);
}

/** Fund of the month: May 2026 has 21 weekdays, 168 hours at a whole workload. Nothing of work by hours. */
export function fundOf(days: Days, workload: Milli | null): HoursE2 {
  return workload === null ? 0 : hoursOfDays(weekdaysIn(days), workload);
}

/** All that is charged to the project: worked hours and absences in its share. */
export function totalOf(hours: TimesheetHours): HoursE2 {
  const { workedE2, vacationE2, sickE2, obstaclesE2, holidayProjectE2 } = hours;
  return workedE2 + vacationE2 + sickE2 + obstaclesE2 + holidayProjectE2;
}

const checkNames = ["fund", "allProjects", "wholeDays", "holidays", "groups"] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  name: CheckName;
  isMet: boolean;
  /** The sum differs from the fund and the note says why. */
  isExplained: boolean;
}

export interface Circumstances {
  month: Month;
  days: Days;
  workload: Milli | null;
  /** Hours of the same person on other sheets of the month. */
  elsewhereE2: HoursE2;
}

/** What a sheet has to meet before it is submitted. */
export function checksOf(
  sheet: TimesheetHours & { note: string | null; lines: readonly unknown[] },
  { month, days, workload, elsewhereE2 }: Circumstances,
): Check[] {
  const total = totalOf(sheet);
  const isFull = workload === null || total === sheet.fundE2;
  const isExplained = !isFull && sheet.note !== null;
  const most = hoursOfDays(weekdaysIn(monthDays(month)));
  const met: Record<CheckName, boolean> = {
    fund: isFull || isExplained,
    allProjects: total + elsewhereE2 <= most,
    wholeDays: total <= (daysBetween(days.from, days.to) + 1) * WHOLE_DAY_E2,
    holidays: sheet.holidayProjectE2 <= sheet.holidayE2,
    groups: sheet.lines.length > 0 || sheet.workedE2 === 0,
  };
  return checkNames.map((name) => ({
    name,
    isMet: met[name],
    isExplained: name === "fund" && isExplained,
  }));
}

/** Hours noted in the log under one key activity, or under none. */
export interface LoggedGroup {
  activityId: number | null;
  number: string | null;
  title: string | null;
  minutes: number;
}

/**
 * The log's minutes by key activity, most first; those of an entry with several go to each in equal parts.
 * What the paper has no room for comes together under none.
 */
export function groupsOf(work: readonly WorkLogged[]): LoggedGroup[] {
  const groups = new Map<number | null, LoggedGroup>();
  for (const parts of groupedBy(work, ({ entryId }) => entryId).values()) {
    const [first] = parts;
    if (!first) continue;
    const minutes = distribute(first.minutes, Array<number>(parts.length).fill(1));
    parts.forEach((part, index) => {
      const { keyActivityId: activityId, number, title } = part;
      const known = groups.get(activityId) ?? { activityId, number, title, minutes: 0 };
      groups.set(activityId, { ...known, minutes: known.minutes + (minutes[index] ?? 0) });
    });
  }
  return withinRoom([...groups.values()]);
}

function withinRoom(groups: LoggedGroup[]): LoggedGroup[] {
  const named = groups
    .filter(({ activityId }) => activityId !== null)
    .toSorted((one, other) => other.minutes - one.minutes);
  const others = groups.filter(({ activityId }) => activityId === null);
  const isRoom = named.length + others.length <= MOST_GROUPS;
  const kept = isRoom ? named : named.slice(0, MOST_GROUPS - 1);
  const rest = [...others, ...named.slice(kept.length)];
  const minutes = rest.reduce((sum, one) => sum + one.minutes, 0);
  if (minutes === 0) return kept;
  return [...kept, { activityId: null, number: null, title: null, minutes }];
}

function everyDay({ from, to }: Days): CalendarDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
}
