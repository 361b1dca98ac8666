import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ladder, reachedStep } from "../../../../server/features/reminders/rules.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { isOffice, plusDays } from "./plain-days.ts";

const ladder: Ladder = { daysBefore: [30, 14, 7, 3, 1, 0], overdueAfter: 1, overdueEvery: 7 };
const on = (day: string) => ({ dueOn: day, remindOn: day });

describe("the ladder of reminders", () => {
  test.each([
    ["2026-03-31", "2026-02-26", undefined],
    ["2026-03-31", "2026-02-27", 30], // 1 March is a Sunday
    ["2026-03-31", "2026-03-16", 30],
    ["2026-03-31", "2026-03-17", 14],
    ["2026-03-31", "2026-03-31", 0],
    ["2026-03-31", "2026-04-01", -1],
    ["2026-03-31", "2026-04-07", -1], // a week after the first is Wednesday the 8th
    ["2026-03-31", "2026-04-08", -8],
    ["2026-03-14", "2026-03-13", 0], // due on a Saturday, told on Friday
    ["2026-03-14", "2026-03-15", 0], // late on Sunday, told on Monday
    ["2026-03-14", "2026-03-16", -1],
    ["2026-12-25", "2026-12-23", 0], // Christmas
    ["2026-12-25", "2026-12-28", -1],
    ["2028-02-29", "2028-02-29", 0],
    ["2028-02-29", "2028-02-15", 14],
  ])("due %s, on %s the step reached is %s", (dueOn, day, offset) => {
    expect(reachedStep(ladder, on(dueOn), day)?.offsetDays).toBe(offset);
  });

  test("a thing without overdue steps is silent after its day", () => {
    const quiet = { ...ladder, overdueAfter: null, overdueEvery: null };
    expect(reachedStep(quiet, on("2026-03-31"), "2026-05-01")).toMatchObject({ offsetDays: 0 });
  });

  test("overdue once where it does not repeat", () => {
    const once = { ...ladder, overdueEvery: null };
    expect(reachedStep(once, on("2026-03-31"), "2026-06-01")).toMatchObject({ offsetDays: -1 });
    expect(reachedStep(once, on("2026-03-31"), "2026-03-31")).toMatchObject({ offsetDays: 0 });
  });

  test("before the day it counts from the earlier reading, after it from the binding day", () => {
    const apart = { remindOn: "2026-03-20", dueOn: "2026-03-27" };
    expect(reachedStep(ladder, apart, "2026-03-20")).toMatchObject({
      anchorOn: "2026-03-20",
      offsetDays: 0,
    });
    expect(reachedStep(ladder, apart, "2026-03-30")).toMatchObject({
      anchorOn: "2026-03-27",
      offsetDays: -1,
    });
  });

  test("every step goes on a working day that has come, before the day early and after it late", () => {
    const days = fc.integer({ min: 0, max: 3_600 }).map((n) => plusDays("2026-01-01", n));
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 120 }), (dueOn, distance) => {
        const day = addDays(dueOn, distance);
        const step = reachedStep(ladder, on(dueOn), day);
        if (!step) return distance < -25;
        const nominal = addDays(step.anchorOn, -step.offsetDays);
        return (
          isOffice(step.sendOn) &&
          step.sendOn <= day &&
          (step.offsetDays >= 0 ? step.sendOn <= nominal : step.sendOn >= nominal)
        );
      }),
      { seed: 42, numRuns: 3_000 },
    );
  });

  test("from one day to the next a step never becomes less urgent", () => {
    const days = fc.integer({ min: 0, max: 3_600 }).map((n) => plusDays("2026-01-01", n));
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 60 }), (dueOn, distance) => {
        const today = reachedStep(ladder, on(dueOn), addDays(dueOn, distance));
        const tomorrow = reachedStep(ladder, on(dueOn), addDays(dueOn, distance + 1));
        return !today || (tomorrow !== undefined && tomorrow.offsetDays <= today.offsetDays);
      }),
      { seed: 43, numRuns: 3_000 },
    );
  });
});
