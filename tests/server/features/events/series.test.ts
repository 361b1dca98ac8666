import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MOST_REPETITIONS,
  type Repetition,
  repeatedDays,
  shifted,
} from "../../../../server/features/events/copies/rules.ts";
import { proposedSupport } from "../../../../server/features/events/rules.ts";
import { addDays, daysBetween } from "../../../../server/values/calendar-date.ts";
import { isHoliday } from "../../../../server/values/working-days.ts";

const weekly: Repetition = {
  rhythm: "weekly",
  every: 1,
  count: 3,
  until: null,
  skipsHolidays: false,
};
const starts = (firstOn: string, repetition: Repetition) =>
  repeatedDays(firstOn, repetition).map(({ startsOn }) => startsOn);

describe("a series of events", () => {
  test("keeps the weekday over the change of the clock", () => {
    expect(starts("2026-03-23", weekly)).toEqual(["2026-03-30", "2026-04-06", "2026-04-13"]);
  });

  test("by months on the 31st comes back to the 31st", () => {
    const monthly: Repetition = { ...weekly, rhythm: "monthly" };
    expect(starts("2026-01-31", monthly)).toEqual(["2026-02-28", "2026-03-31", "2026-04-30"]);
  });

  test("makes as many as asked for when holidays are left out, and none after its last day", () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2020-01-01", days));
    const repetition = fc.record<Repetition>({
      rhythm: fc.constantFrom("weekly", "monthly"),
      every: fc.integer({ min: 1, max: 12 }),
      count: fc.integer({ min: 1, max: 20 }),
      until: fc.option(day),
      skipsHolidays: fc.boolean(),
    });
    fc.assert(
      fc.property(day, repetition, (firstOn, asked) => {
        const days = repeatedDays(firstOn, asked);
        const made = days.filter(({ isSkipped }) => !isSkipped);
        const most = asked.count ?? MOST_REPETITIONS;
        expect(made.length).toBeLessThanOrEqual(most);
        expect(asked.until !== null || made.length === most).toBe(true);
        const last = asked.until ?? "9999-12-31";
        expect(days.every(({ startsOn }) => startsOn > firstOn && startsOn <= last)).toBe(true);
        const holidays = days.filter(({ startsOn }) => isHoliday(startsOn));
        expect(days.filter(({ isSkipped }) => isSkipped)).toEqual(
          asked.skipsHolidays ? holidays : [],
        );
        const distances = days.map(({ startsOn }) => daysBetween(firstOn, startsOn));
        const isWeekly = asked.rhythm === "weekly";
        expect(!isWeekly || distances.every((days) => days % (7 * asked.every) === 0)).toBe(true);
      }),
      { seed: 20260302 },
    );
  });

  test("moves all sessions of a copy by the same number of days", () => {
    const sessions = [{ heldOn: "2026-02-27" }, { heldOn: "2026-03-02" }];
    expect(shifted(sessions, "2026-02-27", "2026-12-30")).toEqual([
      { heldOn: "2026-12-30" },
      { heldOn: "2027-01-02" },
    ]);
  });
});

describe("support proposed for a session", () => {
  test.each([
    ["09:00", "13:00", 60, 240, null],
    ["09:00", "13:00", 45, 225, 5],
    ["09:00", "09:40", 45, 0, 0],
    ["08:00", "15:30", 45, 450, 10],
  ] as const)(
    "from %s to %s by hours of %d minutes is %d minutes",
    (startsAt, endsAt, hour, minutes, hours) => {
      expect(proposedSupport({ startsAt, endsAt, hourMinutes: hour })).toEqual({ minutes, hours });
    },
  );
});
