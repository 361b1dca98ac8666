import type { InternshipDay } from "../../../../db/queries/internship-days.ts";
import type { Trainee } from "../../../../db/queries/internship-people.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { paths } from "../../../paths.ts";
import {
  addDays,
  type CalendarDate,
  dayOfWeek,
  earlierOf,
  laterOf,
} from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month, monthOf, monthsFrom } from "../../../values/month.ts";
import { isWorkingDay } from "../../../values/working-days.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Wording } from "../words.ts";

const MONTHS_SHOWN = 12;
const WEEK = [1, 2, 3, 4, 5, 6, 7];
// A Monday, from which names of weekdays are read.
const MONDAY = "2024-01-01";

interface Cell {
  number: string;
  /** Empty before and after the month. */
  hours: string | null;
  href: string | null;
  label: string;
  look: string;
}

interface Calendar {
  internship: Internship;
  trainee: Trainee;
  days: InternshipDay[];
  canWrite: boolean;
}

/** Months of the internship with the hours of one trainee; an empty day leads to its form. */
export function presentCalendar(calendar: Calendar, wording: Wording) {
  const { startsOn, endsOn } = calendar.internship;
  const months = monthsFrom(monthOf(startsOn), monthOf(endsOn));
  const { formats } = wording;
  return {
    weekdays: WEEK.map((day) => formats.shortWeekday(addDays(MONDAY, day - 1))),
    months: months.slice(-MONTHS_SHOWN).map((month) => ({
      title: formats.monthName(month),
      weeks: weeksOf(month).map((week) =>
        week.map((day) => (day === null ? null : presentCell(day, calendar, wording))),
      ),
    })),
  };
}

function weeksOf(month: Month): (CalendarDate | null)[][] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const monday = addDays(first, 1 - dayOfWeek(first));
  const weeks = [];
  for (let start = monday; start <= last; start = addDays(start, 7)) {
    const days = WEEK.map((number) => addDays(start, number - 1));
    weeks.push(days.map((day) => (day < first || day > last ? null : day)));
  }
  return weeks;
}

function presentCell(day: CalendarDate, calendar: Calendar, wording: Wording): Cell {
  const { internship } = calendar;
  const worked = calendar.days.filter(({ workedOn }) => workedOn === day);
  const isInside = day >= internship.startsOn && day <= internship.endsOn;
  const number = String(Number(day.slice(8)));
  const looks = [
    ...(isInside ? [] : ["outside"]),
    ...(isWorkingDay(day) ? [] : ["free"]),
    ...(day === wording.today ? ["today"] : []),
  ];
  if (worked.length > 0) return workedCell(day, { worked, looks, number }, calendar, wording);
  const canEnter = calendar.canWrite && isInside && day <= wording.today;
  return {
    number,
    hours: null,
    href: canEnter ? newDayHref(day, calendar) : null,
    label: wording.texts.internships.show.addDayOn(wording.formats.date(day)),
    look: lookOf(looks),
  };
}

function workedCell(
  day: CalendarDate,
  { worked, looks, number }: { worked: InternshipDay[]; looks: string[]; number: string },
  { internship, canWrite }: Calendar,
  wording: Wording,
): Cell {
  const { show } = wording.texts.internships;
  const { formats } = wording;
  const hours = formats.hourCount(worked.reduce((sum, { minutes }) => sum + minutes, 0));
  const [first] = worked;
  const isConfirmed = worked.every(({ confirmationId }) => confirmationId !== null);
  const date = formats.date(day);
  const state = isConfirmed ? show.isConfirmed : show.isNotConfirmed;
  const label = canWrite ? show.editDayOn(date, hours) : show.dayOn(date, hours);
  return {
    number,
    hours,
    href:
      canWrite && first
        ? paths.editInternshipDay(internship.projectId, internship.id, first.id)
        : null,
    label: `${label}, ${state}`,
    look: lookOf([...looks, isConfirmed ? "confirmed" : "worked"]),
  };
}

function lookOf(looks: string[]): string {
  return looks.map((look) => `day-grid__day--${look}`).join(" ");
}

function newDayHref(day: CalendarDate, { internship, trainee }: Calendar): string {
  const { projectId, id } = internship;
  return withQuery(paths.newInternshipDay(projectId, id), { on: day, trainee: trainee.id });
}

/** The day that is written next, most likely: the first working one without hours that has passed. */
export function nextDay(
  { startsOn, endsOn }: Pick<Internship, "startsOn" | "endsOn">,
  days: readonly InternshipDay[],
  today: CalendarDate,
): CalendarDate {
  const worked = new Set(days.map(({ workedOn }) => workedOn));
  const last = laterOf(startsOn, earlierOf(endsOn, today));
  for (let day = startsOn; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day) && !worked.has(day)) return day;
  }
  return last;
}
