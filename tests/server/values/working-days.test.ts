import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../server/values/calendar-date.ts";
import {
  addWorkingDays,
  isHoliday,
  isWorkingDay,
  nextWorkingDay,
  nthWorkingDayOfMonth,
  previousWorkingDay,
} from "../../../server/values/working-days.ts";

fc.configureGlobal({ seed: 20261121 });

/** Easter Sundays as printed in calendars; 2008 and 2038 are the earliest and the latest of the century. */
const EASTER_SUNDAYS = [
  "2008-03-23",
  "2014-04-20",
  "2015-04-05",
  "2016-03-27",
  "2017-04-16",
  "2018-04-01",
  "2019-04-21",
  "2020-04-12",
  "2021-04-04",
  "2022-04-17",
  "2023-04-09",
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "2028-04-16",
  "2029-04-01",
  "2030-04-21",
  "2038-04-25",
];

const FIXED = "01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26".split(" ");

const FIRST = Temporal.PlainDate.from("2000-01-01");
const days = fc.integer({ min: 0, max: 36_500 }).map((n) => FIRST.add({ days: n }).toString());

describe("public holidays", () => {
  test.each(EASTER_SUNDAYS)("are those of the act in the year of Easter %s", (sunday) => {
    const year = sunday.slice(0, 4);
    const easter = [addDays(sunday, 1)];
    if (Number(year) >= 2016) easter.push(addDays(sunday, -2));
    const expected = [...FIXED.map((day) => `${year}-${day}`), ...easter].sort();
    expect(daysOfYear(year).filter(isHoliday)).toEqual(expected);
  });

  test("are, in 2026, the thirteen days printed in the calendar", () => {
    const printed = "01-01 04-03 04-06 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26";
    expect(daysOfYear("2026").filter(isHoliday)).toEqual(
      printed.split(" ").map((day) => `2026-${day}`),
    );
  });

  test("include Good Friday since 2016 only", () => {
    expect(isHoliday("2015-04-03")).toBe(false);
    expect(isHoliday("2016-03-25")).toBe(true);
  });
});

describe("a working day", () => {
  test("is Monday to Friday and no holiday", () => {
    fc.assert(
      fc.property(days, (day) => {
        const isWeekend = Temporal.PlainDate.from(day).dayOfWeek > 5;
        expect(isWorkingDay(day)).toBe(!isWeekend && !isHoliday(day));
      }),
    );
  });

  test.each([
    ["2023-11-30", "2023-11-30"],
    ["2024-05-31", "2024-05-31"],
    ["2024-11-30", "2024-12-02"],
    ["2025-05-31", "2025-06-02"],
    ["2025-11-30", "2025-12-01"],
    ["2026-06-30", "2026-06-30"],
    ["2025-12-24", "2025-12-29"],
    ["2026-04-03", "2026-04-07"],
    ["2026-11-17", "2026-11-18"],
  ])("after a deadline on %s is %s", (deadline, expected) => {
    expect(nextWorkingDay(deadline)).toBe(expected);
  });

  test("before or after another is the nearest one, or that day itself", () => {
    fc.assert(
      fc.property(days, (day) => {
        const around = (step: number) =>
          Array.from({ length: 10 }, (_, n) => addDays(day, n * step)).find(isWorkingDay);
        expect(nextWorkingDay(day)).toBe(around(1));
        expect(previousWorkingDay(day)).toBe(around(-1));
      }),
    );
  });

  test("counted from a day does not count that day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const step = Math.sign(count);
        const passed = Array.from({ length: 120 }, (_, n) => addDays(day, (n + 1) * step));
        const expected = passed.filter(isWorkingDay)[Math.abs(count) - 1] ?? day;
        expect(addWorkingDays(day, count)).toBe(expected);
      }),
    );
    expect(addWorkingDays("2026-11-16", 1)).toBe("2026-11-18");
    expect(addWorkingDays("2026-11-21", 0)).toBe("2026-11-21");
    expect(addWorkingDays("2026-11-21", -1)).toBe("2026-11-20");
  });

  test("of a month is found by its order", () => {
    expect(nthWorkingDayOfMonth("2026-11", 1)).toBe("2026-11-02");
    expect(nthWorkingDayOfMonth("2026-01", 3)).toBe("2026-01-06");
    expect(nthWorkingDayOfMonth("2026-05", 3)).toBe("2026-05-06");
    expect(nthWorkingDayOfMonth("2026-11", 20)).toBe("2026-11-30");
  });

  test("of a month is refused when the month has not as many", () => {
    expect(() => nthWorkingDayOfMonth("2026-11", 21)).toThrow(RangeError);
    expect(() => nthWorkingDayOfMonth("2026-11", 0)).toThrow(RangeError);
  });
});

function daysOfYear(year: string): string[] {
  const first = Temporal.PlainDate.from(`${year}-01-01`);
  return Array.from({ length: first.daysInYear }, (_, n) => first.add({ days: n }).toString());
}
