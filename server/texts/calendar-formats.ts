import {
  type CalendarDate,
  dayOfWeek,
  daysBetween,
  pragueDay,
  pragueTime,
} from "../values/calendar-date.ts";
import { civilDayOf } from "../values/day-number.ts";
import { firstDayOf, type Month } from "../values/month.ts";
import type { Language } from "./index.ts";
import { LOCALES } from "./locales.ts";

export interface CalendarFormats {
  /** `1. 5. 2023` with no-break spaces, `1 May 2023` */
  date(on: CalendarDate): string;
  /** `1. 5.`, `1 May` */
  shortDate(on: CalendarDate): string;
  /** `1. 5.` in the year of the day it is read on, `1. 5. 2023` in any other. */
  nearDate(on: CalendarDate, today: CalendarDate): string;
  /** `pondělí 1. května 2023`, `Monday 1 May 2023` */
  longDate(on: CalendarDate): string;
  /** `1. 5. 2023 – 30. 4. 2026`; a year that both days share is said once. */
  dateRange(from: CalendarDate, to: CalendarDate): string;
  /** `pondělí`, `Monday` */
  weekday(on: CalendarDate): string;
  /** `po`, `Mon` */
  shortWeekday(on: CalendarDate): string;
  /** `březen 2026`, `March 2026` */
  monthName(month: Month): string;
  /** An instant as a clock in Prague shows it: `1. 5. 2023 9:05`, `1 May 2023, 09:05` */
  dateTime(instant: string): string;
  /** An instant as a clock in Prague shows it: `9:05`, `09:05` */
  time(instant: string): string;
  /** `za 12 dní`, `zítra`, `dnes`, `včera`, `před 3 dny` */
  daysFromToday(on: CalendarDate, today: CalendarDate): string;
}

type DayFormats = Pick<CalendarFormats, "date" | "shortDate" | "longDate" | "time" | "dateTime">;

const NBSP = "\u00a0";

/** Distances are few and asked for on every row: a year each way is remembered. */
const RELATIVE_DAYS_KEPT = 400;

export function calendarFormats(language: Language): CalendarFormats {
  const names = calendarNames(LOCALES[language]);
  const days = language === "cs" ? czechDays(names) : englishDays(names);
  const named = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: "auto" });
  const counted = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: "always" });
  const relative = new Map<number, string>();
  return {
    ...days,
    weekday: (on) => pick(names.weekdays, dayOfWeek(on)),
    shortWeekday: (on) => pick(names.shortWeekdays, dayOfWeek(on)),
    monthName: (month) => {
      const { year, month: number } = civilDayOf(firstDayOf(month));
      return `${pick(names.months, number)} ${year}`;
    },
    nearDate: (on, today) =>
      on.slice(0, 4) === today.slice(0, 4) ? days.shortDate(on) : days.date(on),
    dateRange: (from, to) => {
      if (from === to) return days.date(from);
      const start = from.slice(0, 4) === to.slice(0, 4) ? days.shortDate(from) : days.date(from);
      return `${start} – ${days.date(to)}`;
    },
    daysFromToday: (on, today) => {
      const distance = daysBetween(today, on);
      const known = relative.get(distance);
      if (known !== undefined) return known;
      // Two days away Czech has words of its own (pozítří), which readers have to count back.
      const words = (Math.abs(distance) < 2 ? named : counted).format(distance, "day");
      if (Math.abs(distance) <= RELATIVE_DAYS_KEPT) relative.set(distance, words);
      return words;
    },
  };
}

function czechDays(names: CalendarNames): DayFormats {
  const shortDate = (on: CalendarDate) => {
    const { month, day } = civilDayOf(on);
    return `${day}.${NBSP}${month}.`;
  };
  const date = (on: CalendarDate) => `${shortDate(on)}${NBSP}${civilDayOf(on).year}`;
  const time = (instant: string) => pragueTime(instant).replace(/^0/, "");
  return {
    date,
    shortDate,
    longDate: (on) => {
      const { year, month, day } = civilDayOf(on);
      const weekday = pick(names.weekdays, dayOfWeek(on));
      return `${weekday} ${day}.${NBSP}${pick(names.monthsOfDays, month)} ${year}`;
    },
    time,
    dateTime: (instant) => `${date(pragueDay(instant))} ${time(instant)}`,
  };
}

function englishDays(names: CalendarNames): DayFormats {
  const shortDate = (on: CalendarDate) => {
    const { month, day } = civilDayOf(on);
    return `${day} ${pick(names.months, month).slice(0, 3)}`;
  };
  const date = (on: CalendarDate) => `${shortDate(on)} ${civilDayOf(on).year}`;
  return {
    date,
    shortDate,
    longDate: (on) => {
      const { year, month, day } = civilDayOf(on);
      const weekday = pick(names.weekdays, dayOfWeek(on));
      return `${weekday} ${day} ${pick(names.monthsOfDays, month)} ${year}`;
    },
    time: pragueTime,
    dateTime: (instant) => `${date(pragueDay(instant))}, ${pragueTime(instant)}`,
  };
}

interface CalendarNames {
  months: string[];
  /** As they follow a day: `května`. */
  monthsOfDays: string[];
  weekdays: string[];
  shortWeekdays: string[];
}

/** Asked of the runtime once, then only looked up. */
function calendarNames(locale: string): CalendarNames {
  const firstsOfMonths = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  const firstWeek = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)); // from a Monday
  const part = (type: "month" | "weekday", options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (instant: number) =>
      format.formatToParts(instant).find((piece) => piece.type === type)?.value ?? "";
  };
  return {
    months: firstsOfMonths.map(part("month", { month: "long" })),
    monthsOfDays: firstsOfMonths.map(part("month", { day: "numeric", month: "long" })),
    weekdays: firstWeek.map(part("weekday", { weekday: "long" })),
    shortWeekdays: firstWeek.map(part("weekday", { weekday: "short" })),
  };
}

/** Months and days of the week are counted from 1. */
function pick(names: string[], number: number): string {
  return names[number - 1] ?? "";
}
