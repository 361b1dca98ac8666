import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comesOn,
  effectiveWay,
  isDigestDayOf,
  isPausedOn,
  isWeeklyDayOf,
} from "../../../../server/features/notification-preferences/rules.ts";
import { addDays, dayOfWeek } from "../../../../server/values/calendar-date.ts";
import {
  notificationCategories,
  notificationWays,
} from "../../../../server/values/notification-ways.ts";
import { isWorkingDay } from "../../../../server/values/working-days.ts";

const categories = {
  deadlines: { way: "immediate", isMandatory: true },
  milestones: { way: "daily", isMandatory: false },
  events: { way: "immediate", isMandatory: false },
  approvals: { way: "immediate", isMandatory: false },
  comments: { way: "off", isMandatory: false },
  summary: { way: "immediate", isMandatory: false },
} as const;
const RESPONSIBLE = { isResponsible: true };
const ASKED = { isResponsible: false };

describe("how somebody is told", () => {
  test("a choice for the project comes before the one for everywhere and that before the default", () => {
    const preferences = {
      categories,
      everywhere: { milestones: "weekly" },
      inProjects: new Map([[4, { milestones: "off" } as const]]),
    } as const;
    expect(effectiveWay(preferences, "milestones", 4, ASKED)).toBe("off");
    expect(effectiveWay(preferences, "milestones", 5, ASKED)).toBe("weekly");
    expect(effectiveWay(preferences, "milestones", null, ASKED)).toBe("weekly");
    expect(effectiveWay(preferences, "events", 4, ASKED)).toBe("immediate");
    expect(effectiveWay(preferences, "comments", null, RESPONSIBLE)).toBe("off");
  });

  test("what is mandatory is never off for whoever answers for it, and off for anybody else", () => {
    const preferences = {
      categories,
      everywhere: { deadlines: "off" },
      inProjects: new Map(),
    } as const;
    expect(effectiveWay(preferences, "deadlines", 4, RESPONSIBLE)).toBe("weekly");
    expect(effectiveWay(preferences, "deadlines", 4, ASKED)).toBe("off");
  });

  test("is the nearest choice, whatever was chosen", () => {
    const way = fc.constantFrom(...notificationWays);
    const choice = fc.option(way, { nil: undefined });
    const given = fc.record({
      category: fc.constantFrom(...notificationCategories),
      byDefault: way,
      isMandatory: fc.boolean(),
      everywhere: choice,
      inProject: choice,
      isResponsible: fc.boolean(),
    });
    fc.assert(
      fc.property(given, ({ category, isResponsible, ...one }) => {
        const preferences = {
          categories: {
            ...categories,
            [category]: { way: one.byDefault, isMandatory: one.isMandatory },
          },
          everywhere: one.everywhere ? { [category]: one.everywhere } : {},
          inProjects: new Map(one.inProject ? [[7, { [category]: one.inProject }]] : []),
        };
        const found = effectiveWay(preferences, category, 7, { isResponsible });
        const nearest = [one.inProject, one.everywhere, one.byDefault].find((chosen) => chosen);
        const mustCome = one.isMandatory && isResponsible && nearest === "off";
        expect(found).toBe(mustCome ? "weekly" : nearest);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe("when a digest may come", () => {
  const times = {
    digestAt: "07:30",
    digestDays: [1, 2, 3, 4, 5],
    pausedFromOn: null,
    pausedUntilOn: null,
  };

  test("a pause takes both its first and its last day", () => {
    const paused = { pausedFromOn: "2026-12-21", pausedUntilOn: "2026-12-31" };
    expect(
      ["2026-12-20", "2026-12-21", "2026-12-31", "2027-01-01"].map((day) =>
        isPausedOn(paused, day),
      ),
    ).toEqual([false, true, true, false]);
  });

  test("only on working days among the chosen ones", () => {
    const tuesdays = { ...times, digestDays: [2] };
    expect(isDigestDayOf(tuesdays, "2026-11-24")).toBe(true);
    expect(isDigestDayOf(tuesdays, "2026-11-25")).toBe(false);
    // A Tuesday and a holiday.
    expect(isDigestDayOf(tuesdays, "2026-11-17")).toBe(false);
  });

  test("what comes weekly moves on when Monday is a holiday or a day of a pause", () => {
    expect(isWeeklyDayOf(times, "2026-11-23")).toBe(true);
    expect(isWeeklyDayOf(times, "2026-11-24")).toBe(false);
    // Easter Monday.
    expect(isWeeklyDayOf(times, "2026-04-07")).toBe(true);
    const away = { ...times, pausedFromOn: "2026-11-20", pausedUntilOn: "2026-11-24" };
    expect(isWeeklyDayOf(away, "2026-11-25")).toBe(true);
  });

  test("comes weekly at most once a week, and in each week that has a day for it", () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.nat(3_000), fc.nat(20), fc.nat(10), (digestDays, week, from, length) => {
        const monday = addDays("2024-01-01", week * 7);
        const pausedFromOn = addDays(monday, from - 14);
        const pause = { pausedFromOn, pausedUntilOn: addDays(pausedFromOn, length) };
        const own = { ...times, ...pause, digestDays };
        const dates = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
        const possible = dates.filter(
          (day) =>
            isWorkingDay(day) &&
            digestDays.includes(dayOfWeek(day)) &&
            (day < pause.pausedFromOn || day > pause.pausedUntilOn),
        );
        expect(dates.filter((day) => comesOn("weekly", own, day))).toEqual(possible.slice(0, 1));
        expect(dates.filter((day) => comesOn("daily", own, day))).toEqual(possible);
        expect(dates.some((day) => comesOn("off", own, day))).toBe(false);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
