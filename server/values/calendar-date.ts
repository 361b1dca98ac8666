import {
  civilDayOf,
  dateOfCivil,
  dateOfDayNumber,
  dayNumberOf,
  daysInMonth,
  twoDigits,
} from "./day-number.ts";
import { foldText } from "./fold.ts";
import { pragueOffsetAt } from "./prague-offset.ts";

/** A day of the Prague calendar, `YYYY-MM-DD`. As text it compares, sorts and is stored as it stands. */
export type CalendarDate = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MINUTES_IN_DAY = 1440;

/** Whether the text is a day that exists, of the years 1900–2199. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const { year, month, day } = civilDayOf(text);
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** A day the target month does not have becomes its last one: 31 October + 1 month = 30 November. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = civilDayOf(date);
  const monthIndex = year * 12 + month - 1 + months;
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = monthIndex - targetYear * 12 + 1;
  const targetDay = Math.min(day, daysInMonth(targetYear, targetMonth));
  return dateOfCivil({ year: targetYear, month: targetMonth, day: targetDay });
}

/** From `from` to `to`: 1 when `to` is the next day, negative when it comes before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: CalendarDate): number {
  const sinceMonday = (dayNumberOf(date) + 3) % 7; // 1 January 1970 was a Thursday
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return dateOfCivil({ ...civilDayOf(date), day: 1 });
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = civilDayOf(date);
  return dateOfCivil({ year, month, day: daysInMonth(year, month) });
}

export function isEndOfMonth(date: CalendarDate): boolean {
  const { year, month, day } = civilDayOf(date);
  return day === daysInMonth(year, month);
}

/** For `sort`: negative, 0 or positive. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b;
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b;
}

/**
 * Reads a day as people write it: `1. 5. 2023`, `01.05.2023`, `2023-05-01`, `1. ledna 2017`, `1 May 2023`.
 * A day that does not exist is not moved to one that does, and a year of two digits is not guessed.
 */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (text.length > 60) return undefined;
  const written = foldText(text);
  const date = readIsoDate(written) ?? readNumberedMonth(written) ?? readNamedMonth(written);
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

/** The Prague day on which an instant (ISO, in UTC) falls. */
export function pragueDay(instant: string): CalendarDate {
  return dateOfDayNumber(Math.floor(pragueMinuteOf(instant) / MINUTES_IN_DAY));
}

/** `HH:MM` that a clock in Prague shows at an instant. */
export function pragueTime(instant: string): string {
  const minute = pragueMinuteOf(instant);
  const minuteOfDay = minute - Math.floor(minute / MINUTES_IN_DAY) * MINUTES_IN_DAY;
  return timeOfMinute(minuteOfDay);
}

/**
 * The first instant at which a clock in Prague reads the given day and time or later: the end of the gap
 * when spring skips that time, its first occurrence when autumn repeats it.
 */
export function pragueInstant(day: CalendarDate, time: string): string {
  if (!isTimeOfDay(time)) throw new RangeError(`Not a time of day: ${time.slice(0, 40)}`);
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  const wanted = dayNumberOf(day) * MINUTES_IN_DAY + hours * 60 + minutes;
  const offsetBefore = pragueOffsetAt(wanted - MINUTES_IN_DAY);
  const offsetAfter = pragueOffsetAt(wanted + MINUTES_IN_DAY);
  let utcMinute = wanted - Math.max(offsetBefore, offsetAfter);
  while (utcMinute + pragueOffsetAt(utcMinute) < wanted) utcMinute += 1;
  const utcDay = Math.floor(utcMinute / MINUTES_IN_DAY);
  const utcTime = timeOfMinute(utcMinute - utcDay * MINUTES_IN_DAY);
  return `${dateOfDayNumber(utcDay)}T${utcTime}:00.000Z`;
}

/** `HH:MM` from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function pragueMinuteOf(instant: string): number {
  const milliseconds = Date.parse(instant);
  // Without the Z the text would be read in the zone of the machine.
  if (Number.isNaN(milliseconds) || !instant.endsWith("Z")) {
    throw new RangeError(`Not an instant in UTC: ${instant.slice(0, 40)}`);
  }
  const utcMinute = Math.floor(milliseconds / 60_000);
  return utcMinute + pragueOffsetAt(utcMinute);
}

function timeOfMinute(minuteOfDay: number): string {
  return `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
}

function readIsoDate(written: string): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(written) ? written : undefined;
}

function readNumberedMonth(written: string): string | undefined {
  const parts = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(written);
  return parts ? joinDate(parts[3], parts[2], parts[1]) : undefined;
}

function readNamedMonth(written: string): string | undefined {
  const parts = /^(\d{1,2})\.? ?([a-z]{3,9}) (\d{4})$/.exec(written);
  const month = parts ? MONTH_OF_WORD.get(parts[2] ?? "") : undefined;
  return parts && month ? joinDate(parts[3], String(month), parts[1]) : undefined;
}

function joinDate(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Folded, first and second case, and the English names that the English pages print. */
const MONTH_WORDS = [
  "leden ledna january jan",
  "unor unora february feb",
  "brezen brezna march mar",
  "duben dubna april apr",
  "kveten kvetna may",
  "cerven cervna june jun",
  "cervenec cervence july jul",
  "srpen srpna august aug",
  "zari september sep",
  "rijen rijna october oct",
  "listopad listopadu november nov",
  "prosinec prosince december dec",
];

const MONTH_OF_WORD = new Map(
  MONTH_WORDS.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
);
