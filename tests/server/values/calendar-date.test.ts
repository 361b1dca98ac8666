import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  earlierOf,
  endOfMonth,
  isCalendarDate,
  isEndOfMonth,
  isTimeOfDay,
  laterOf,
  parseCalendarDate,
  startOfMonth,
} from "../../../server/values/calendar-date.ts";

fc.configureGlobal({ seed: 20261121 });

const FIRST = Temporal.PlainDate.from("1900-01-01");
const DAYS = FIRST.until("2199-12-31").days;
const days = fc.integer({ min: 0, max: DAYS }).map((n) => FIRST.add({ days: n }).toString());

describe("a calendar date", () => {
  test("is one exactly when that day exists in the years 1900 to 2199", () => {
    const parts = fc.tuple(
      fc.integer({ min: 1880, max: 2220 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const exists = year >= 1900 && year <= 2199 && existsInTemporal(year, month, day);
        expect(isCalendarDate(text)).toBe(exists);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["2024-02-29", true],
    ["2023-02-29", false],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2026-02-31", false],
    ["0000-00-00", false],
    ["1899-12-31", false],
    ["2200-01-01", false],
    ["2026-1-1", false],
    ["2026-01-01 ", false],
    ["2026-01-01T00:00:00Z", false],
    ["٢٠٢٦-٠١-٠١", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  test("moves by days, over month ends, leap days and changes of the clock", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (date, n) => {
        const expected = Temporal.PlainDate.from(date).add({ days: n });
        expect(addDays(date, n)).toBe(expected.toString());
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
      { numRuns: 3000 },
    );
  });

  test("is followed by the next one, on each day of the three centuries", () => {
    const wrong: string[] = [];
    let day = FIRST.toString();
    for (let year = 1900; year <= 2199; year += 1) {
      const february = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
      [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
        for (let n = 1; n <= length; n += 1) {
          const written = [month + 1, n].map((part) => String(part).padStart(2, "0")).join("-");
          if (day !== `${year}-${written}`) wrong.push(`${day} for ${year}-${written}`);
          day = addDays(day, 1);
        }
      });
    }
    expect(wrong).toEqual([]);
  });

  test("moves by months, at most to the last day of the month it comes to", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (date, n) => {
        const expected = Temporal.PlainDate.from(date).add({ months: n });
        expect(addMonths(date, n)).toBe(expected.toString());
      }),
      { numRuns: 3000 },
    );
    expect(addMonths("2023-10-31", 1)).toBe("2023-11-30");
    expect(addMonths("2024-04-30", 1)).toBe("2024-05-30");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  });

  test("knows its weekday, 1 for Monday, and the ends of its month", () => {
    fc.assert(
      fc.property(days, (date) => {
        const expected = Temporal.PlainDate.from(date);
        expect(dayOfWeek(date)).toBe(expected.dayOfWeek);
        expect(startOfMonth(date)).toBe(expected.with({ day: 1 }).toString());
        expect(endOfMonth(date)).toBe(expected.with({ day: 31 }).toString());
        expect(isEndOfMonth(date)).toBe(expected.day === expected.daysInMonth);
      }),
      { numRuns: 3000 },
    );
  });

  test("compares by time", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(compareDates(a, b)).toBe(Temporal.PlainDate.compare(a, b));
        expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].sort(compareDates));
      }),
    );
  });

  test("that is none is not reckoned with", () => {
    expect(() => addDays("", 1)).toThrow(RangeError);
    expect(() => addMonths("1. 5. 2023", 1)).toThrow(RangeError);
    expect(() => addDays("2026-11-21", Number.NaN)).toThrow(RangeError);
    expect(() => addMonths("2026-11-21", 100_000)).toThrow(RangeError);
  });
});

describe("a day typed by hand", () => {
  test.each([
    ["1. 5. 2023", "2023-05-01"],
    ["1.5.2023", "2023-05-01"],
    ["01.05.2023", "2023-05-01"],
    [" 1. 5.\u00a02023 ", "2023-05-01"],
    ["1.\u202f5.\u202f2023", "2023-05-01"],
    ["2023-05-01", "2023-05-01"],
    ["1. ledna 2017", "2017-01-01"],
    ["1.\u00a0ledna\u00a02017", "2017-01-01"],
    ["31. ŘÍJNA 2026", "2026-10-31"],
    ["31. rijna 2026", "2026-10-31"],
    ["15. červenec 2026", "2026-07-15"],
    ["15. června 2026", "2026-06-15"],
    ["1 May 2023", "2023-05-01"],
    ["29. 2. 2024", "2024-02-29"],
  ])("%j is read as %s", (typed, expected) => {
    expect(parseCalendarDate(typed)).toBe(expected);
  });

  test.each([
    "31. 2. 2026",
    "29. 2. 2023",
    "31. dubna 2026",
    "2026-02-30",
    "1. 13. 2026",
    "0. 1. 2026",
    "1. 5. 23",
    "1/5/2023",
    "5. května",
    "1. máje 2023",
    "1. 5. 1899",
    "1. 5. 275760",
    "1. 5. 2023 12:00",
    "dnes",
    "",
  ])("%j is refused", (typed) => {
    expect(parseCalendarDate(typed)).toBeUndefined();
  });

  test("is read back from each way of writing it", () => {
    const genitive = new Intl.DateTimeFormat("cs", { dateStyle: "long", timeZone: "UTC" });
    const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
    const numeric = new Intl.DateTimeFormat("cs", { dateStyle: "medium", timeZone: "UTC" });
    fc.assert(
      fc.property(days, (date) => {
        for (const format of [genitive, english, numeric]) {
          expect(parseCalendarDate(format.format(new Date(date)))).toBe(date);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test("a time of day has two digits each and ends at 23:59", () => {
  const times = ["00:00", "07:30", "23:59", "24:00", "7:30", "07:60", "07:30:00", ""];
  expect(times.map(isTimeOfDay)).toEqual([true, true, true, false, false, false, false, false]);
});

function existsInTemporal(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
