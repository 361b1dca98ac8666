import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayOfAsking,
  letterDue,
  maySpeakOf,
  rightToAnswer,
  yearAsked,
  yearsToSpeakOf,
} from "../../../../server/features/card-statements/rules.ts";
import { addDays, daysBetween } from "../../../../server/values/calendar-date.ts";
import { isWorkingDay } from "../../../../server/values/working-days.ts";

const plan = { fromYear: 2024, toYear: 2030, asksOn: "01-15" };

describe("the year that owners of cards are asked for", () => {
  test("is the past one since the day of asking", () => {
    expect(yearAsked(plan, "2027-01-14")).toBe(2025);
    expect(yearAsked(plan, "2027-01-15")).toBe(2026);
    expect(yearAsked(plan, "2027-12-31")).toBe(2026);
  });

  test("is none before the first year of the plan is over and after its last one was asked for", () => {
    expect(yearAsked(plan, "2025-01-14")).toBeNull();
    expect(yearAsked(plan, "2025-01-15")).toBe(2024);
    expect(yearAsked(plan, "2032-01-14")).toBe(2030);
    expect(yearAsked(plan, "2032-01-15")).toBeNull();
  });

  test("of a plan that asks on 29 February is asked for on 28 February in common years", () => {
    expect(dayOfAsking({ asksOn: "02-29" }, 2026)).toBe("2027-02-28");
    expect(dayOfAsking({ asksOn: "02-29" }, 2027)).toBe("2028-02-29");
    expect(yearAsked({ ...plan, asksOn: "02-29" }, "2027-02-27")).toBe(2025);
    expect(yearAsked({ ...plan, asksOn: "02-29" }, "2027-02-28")).toBe(2026);
    expect(yearAsked({ ...plan, asksOn: "02-29" }, "2028-02-28")).toBe(2026);
  });

  test("may be spoken of as soon as it has begun", () => {
    expect(maySpeakOf(plan, 2026, "2026-01-01")).toBe(true);
    expect(maySpeakOf(plan, 2026, "2025-12-31")).toBe(false);
    expect(maySpeakOf(plan, 2023, "2026-01-01")).toBe(false);
    expect(yearsToSpeakOf(plan, "2026-05-01")).toEqual([2026, 2025, 2024]);
  });
});

describe("letters to owners of cards", () => {
  test("go on the day of asking and three times again after fourteen days each", () => {
    const sent = new Map<number, string>();
    for (let day = "2026-12-01"; day <= "2027-11-30"; day = addDays(day, 1)) {
      const due = letterDue(plan, day);
      if (due?.year === 2026 && !sent.has(due.step)) sent.set(due.step, day);
    }
    expect([...sent]).toEqual([
      [0, "2027-01-15"],
      [1, "2027-01-29"],
      [2, "2027-02-12"],
      [3, "2027-02-26"],
    ]);
  });

  test("wait for a working day", () => {
    const christmas = { ...plan, asksOn: "12-24" };
    expect(letterDue(christmas, "2026-12-27")).toBeUndefined();
    expect(letterDue(christmas, "2026-12-28")).toEqual({
      year: 2025,
      step: 0,
      sendOn: "2026-12-28",
    });
    expect(letterDue(plan, "2028-01-16")).toBeUndefined();
    expect(letterDue(plan, "2028-01-17")?.step).toBe(0);
  });

  test("that came late are of use for ninety days", () => {
    expect(letterDue(plan, "2027-04-15")).toEqual({ year: 2026, step: 3, sendOn: "2027-02-26" });
    expect(letterDue(plan, "2027-04-16")).toBeUndefined();
  });

  test("whatever the day of asking, go in their order, on working days, to the year before", () => {
    const days = fc.integer({ min: 0, max: 365 }).map((n) => addDays("2028-01-01", n).slice(5));
    const today = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays("2024-01-01", n));
    fc.assert(
      fc.property(days, today, (asksOn, day) => {
        const asking = { ...plan, asksOn };
        const due = letterDue(asking, day);
        if (!due) return;
        const asked = dayOfAsking(asking, due.year);
        expect(asked.slice(0, 4)).toBe(String(due.year + 1));
        expect(asked <= day).toBe(true);
        expect(isWorkingDay(due.sendOn)).toBe(true);
        const late = daysBetween(asked, due.sendOn) - 14 * due.step;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(5);
        const before = letterDue(asking, addDays(day, -1));
        if (before?.year === due.year) expect(before.step).toBeLessThanOrEqual(due.step);
      }),
      { seed: 108, numRuns: 500 },
    );
  });
});

describe("a word on a card", () => {
  const card = {
    ownerUserId: 5,
    archivedAt: null,
    plan: { state: "in-force" as const, archivedAt: null },
  };
  const owner = { userId: 5, userIds: [5], editsPlans: false };
  const deputy = { userId: 7, userIds: [7, 5], editsPlans: false };
  const editor = { userId: 9, userIds: [9], editsPlans: true };
  const stranger = { userId: 8, userIds: [8], editsPlans: false };

  test("belongs to its owner, their deputy and those who edit plans", () => {
    expect(rightToAnswer(card, owner)).toEqual({ onBehalfOfId: null });
    expect(rightToAnswer(card, deputy)).toEqual({ onBehalfOfId: 5 });
    expect(rightToAnswer(card, editor)).toEqual({ onBehalfOfId: null });
    expect(rightToAnswer(card, stranger)).toBeNull();
    expect(rightToAnswer({ ...card, ownerUserId: null }, stranger)).toBeNull();
  });

  test("in a plan that is not in force is left to those who edit plans, in the archive to nobody", () => {
    const closed = { ...card, plan: { state: "closed" as const, archivedAt: null } };
    expect(rightToAnswer(closed, owner)).toBeNull();
    expect(rightToAnswer(closed, deputy)).toBeNull();
    expect(rightToAnswer(closed, editor)).toEqual({ onBehalfOfId: null });
    const archived = "2026-03-02T07:30:00.000Z";
    expect(rightToAnswer({ ...card, archivedAt: archived }, editor)).toBeNull();
    const plan = { ...card.plan, archivedAt: archived };
    expect(rightToAnswer({ ...card, plan }, editor)).toBeNull();
  });
});
