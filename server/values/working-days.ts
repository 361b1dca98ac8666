import { addDays, type CalendarDate, dayOfWeek } from "./calendar-date.ts";
import { civilDayOf, dateOfCivil } from "./day-number.ts";
import { firstDayOf, type Month, monthOf } from "./month.ts";

/** Act 245/2000 Sb., §§ 1 and 2, the days bound to a date. */
const FIXED_HOLIDAYS = new Set([
  "01-01",
  "05-01",
  "05-08",
  "07-05",
  "07-06",
  "09-28",
  "10-28",
  "11-17",
  "12-24",
  "12-25",
  "12-26",
]);

const GOOD_FRIDAY_SINCE = 2016; // Act 359/2015 Sb.

/** Czech public holidays as Act 245/2000 Sb. knows them; years before the act are read by it too. */
export function isHoliday(date: CalendarDate): boolean {
  return FIXED_HOLIDAYS.has(date.slice(5)) || isEasterHoliday(date);
}

export function isWorkingDay(date: CalendarDate): boolean {
  return dayOfWeek(date) <= 5 && !isHoliday(date);
}

/** The day itself when it is a working day, else the first one after it. */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
  return firstWorkingDay(date, 1);
}

/** The day itself when it is a working day, else the last one before it. */
export function previousWorkingDay(date: CalendarDate): CalendarDate {
  return firstWorkingDay(date, -1);
}

/** The day itself is not counted: 1 gives the first working day after it, −1 the last one before it, 0 itself. */
export function addWorkingDays(date: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    day = firstWorkingDay(addDays(day, step), step);
  }
  return day;
}

/** How many working days have passed since a day: 1 on the first one after it, 0 for none. */
export function workingDaysSince(date: CalendarDate, today: CalendarDate): number {
  let count = 0;
  for (let day = addDays(date, 1); day <= today; day = addDays(day, 1))
    if (isWorkingDay(day)) count += 1;
  return count;
}

/** @throws RangeError when the month has fewer working days. */
export function nthWorkingDayOfMonth(month: Month, n: number): CalendarDate {
  const day = addWorkingDays(addDays(firstDayOf(month), -1), n);
  if (n < 1 || monthOf(day) !== month) throw new RangeError(`No working day ${n} in ${month}`);
  return day;
}

function firstWorkingDay(from: CalendarDate, step: 1 | -1): CalendarDate {
  let day = from;
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}

// Reminders ask it of ten thousand dates at once; a year has one Easter.
const easterHolidays = new Map<number, readonly CalendarDate[]>();

function isEasterHoliday(date: CalendarDate): boolean {
  const { year, month } = civilDayOf(date);
  if (month !== 3 && month !== 4) return false;
  const known = easterHolidays.get(year);
  const days = known ?? easterHolidaysOf(year);
  if (!known) easterHolidays.set(year, days);
  return days.includes(date);
}

function easterHolidaysOf(year: number): CalendarDate[] {
  const sunday = easterSunday(year);
  const monday = addDays(sunday, 1);
  return year >= GOOD_FRIDAY_SINCE ? [addDays(sunday, -2), monday] : [monday];
}

/** The anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const fromMarch = epact + weekday - 7 * correction + 114;
  return dateOfCivil({ year, month: Math.floor(fromMarch / 31), day: (fromMarch % 31) + 1 });
}
