import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WorkLogged } from "../../../../db/queries/timesheets.ts";
import {
  checksOf,
  daysOf,
  fundOf,
  groupsOf,
  hoursOfDays,
  MOST_GROUPS,
  monthDays,
  paidHolidaysIn,
  weekdaysIn,
} from "../../../../server/features/timesheets/rules.ts";

const aMonth = fc
  .record({ year: fc.integer({ min: 2020, max: 2035 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, "0")}`);

/** Days of a month by the calendar of the runtime, which knows nothing of ours. */
function runtimeDays(month: string): { day: string; weekday: number }[] {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(year, number - 1, index + 1));
    return { day: date.toISOString().slice(0, 10), weekday: date.getUTCDay() };
  });
}

/** Easter Sundays as the almanac has them. */
const EASTER: Record<string, string> = {
  2024: "2024-03-31",
  2025: "2025-04-20",
  2026: "2026-04-05",
  2027: "2027-03-28",
};
const FIXED = "01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26".split(" ");

describe("the fund of a month", () => {
  test("is 168 hours of May 2026 with its holidays among them, half of it for half a workload", () => {
    const may = monthDays("2026-05");
    expect(fundOf(may, 1000)).toBe(16_800);
    expect(fundOf(may, 500)).toBe(8_400);
    expect(fundOf(may, 333)).toBe(5_594);
    expect(fundOf(may, null)).toBe(0);
    expect(hoursOfDays(paidHolidaysIn(may))).toBe(1_600);
  });

  test("is eight hours of each weekday that the runtime's calendar has", () => {
    fc.assert(
      fc.property(aMonth, fc.integer({ min: 1, max: 1000 }), (month, workload) => {
        const weekdays = runtimeDays(month).filter(({ weekday }) => weekday >= 1 && weekday <= 5);
        expect(weekdaysIn(monthDays(month))).toBe(weekdays.length);
        const exact = (weekdays.length * 8 * workload) / 1000;
        expect(Math.abs(fundOf(monthDays(month), workload) / 100 - exact)).toBeLessThan(0.00501);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test("knows the paid holidays of four years one by one", () => {
    for (const [year, sunday] of Object.entries(EASTER)) {
      const easter = [-2, 1].map((step) =>
        new Date(Date.parse(sunday) + step * 86_400_000).toISOString().slice(0, 10),
      );
      for (let n = 1; n <= 12; n += 1) {
        const month = `${year}-${String(n).padStart(2, "0")}`;
        const holidays = runtimeDays(month).filter(
          ({ day, weekday }) =>
            weekday >= 1 && weekday <= 5 && (FIXED.includes(day.slice(5)) || easter.includes(day)),
        );
        expect(paidHolidaysIn(monthDays(month)), month).toBe(holidays.length);
      }
    }
  });

  test("is of the days on which both the assignment and the project last", () => {
    const project = { startsOn: "2026-01-01", endsOn: "2026-05-20" };
    const assignment = { startsOn: "2026-05-11", endsOn: null };
    const days = daysOf("2026-05", assignment, project);
    expect(days).toEqual({ from: "2026-05-11", to: "2026-05-20" });
    expect(fundOf(days ?? monthDays("2026-05"), 1000)).toBe(8 * 800);
    expect(daysOf("2026-06", assignment, project)).toBeNull();
    expect(daysOf("2026-04", assignment, project)).toBeNull();
  });
});

describe("the checks of a sheet", () => {
  const about = {
    month: "2026-05",
    days: monthDays("2026-05"),
    workload: 500,
    elsewhereE2: 8_400,
  };
  const sheet = {
    fundE2: 8_400,
    workedE2: 7_600,
    vacationE2: 0,
    sickE2: 0,
    obstaclesE2: 0,
    holidayE2: 1_600,
    holidayProjectE2: 800,
    note: null,
    lines: ["Metodika"],
  };
  const broken = (given: Partial<Parameters<typeof checksOf>[0]>, other = about) =>
    checksOf({ ...sheet, ...given }, other)
      .filter(({ isMet }) => !isMet)
      .map(({ name }) => name);

  test("are all met by a sum that equals the fund, and an unequal one is explained by the note", () => {
    expect(broken({})).toEqual([]);
    expect(broken({ workedE2: 7_599 })).toEqual(["fund"]);
    expect(broken({ workedE2: 7_599, note: "Neplacené volno" })).toEqual([]);
  });

  test("forbid more than the fund over all projects, more than a day has, more than all holidays", () => {
    expect(broken({}, { ...about, elsewhereE2: 8_401 })).toEqual(["allProjects"]);
    const oneDay = { ...about, days: { from: "2026-05-29", to: "2026-05-29" }, elsewhereE2: 0 };
    const all = { workedE2: 2_401, holidayE2: 0, holidayProjectE2: 0, note: "Noc" };
    expect(broken(all, oneDay)).toEqual(["wholeDays"]);
    expect(broken({ holidayE2: 799 })).toEqual(["holidays"]);
    expect(broken({ lines: [] })).toEqual(["groups"]);
  });
});

describe("groups of the log", () => {
  const entry = (given: Partial<WorkLogged>): WorkLogged => ({
    entryId: 1,
    minutes: 60,
    activityId: 1,
    keyActivityId: 1,
    number: "1",
    title: "Vzdělávání",
    ...given,
  });

  test("never lose a minute, and never are more than the paper has room for", () => {
    const entries = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 1440 }),
        activities: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(entries, (all) => {
        const work = all.flatMap(({ minutes, activities }, entryId) =>
          (activities.length === 0 ? [null] : activities).map((id) =>
            entry({ entryId, minutes, activityId: id, keyActivityId: id }),
          ),
        );
        const groups = groupsOf(work);
        const sum = groups.reduce((total, { minutes }) => total + minutes, 0);
        expect(sum).toBe(all.reduce((total, { minutes }) => total + minutes, 0));
        expect(groups.length).toBeLessThanOrEqual(MOST_GROUPS);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test("divide an entry of two activities, and put parts of an activity under it", () => {
    const groups = groupsOf([
      entry({ entryId: 1, minutes: 61 }),
      entry({ entryId: 1, minutes: 61, activityId: 2, keyActivityId: 2, number: "2" }),
      entry({ entryId: 2, minutes: 30, activityId: 3, keyActivityId: 1 }),
    ]);
    expect(groups.map(({ activityId, minutes }) => [activityId, minutes])).toEqual([
      [1, 61],
      [2, 30],
    ]);
  });
});
