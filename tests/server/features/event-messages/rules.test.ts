import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  kindsFor,
  mayLeave,
  messageKey,
  messageKinds,
  remindedDays,
  reminderSteps,
  stepsReached,
} from "../../../../server/features/event-messages/rules.ts";
import { addDays, daysBetween } from "../../../../server/values/calendar-date.ts";

const on = (...days: string[]) => days.map((heldOn) => ({ heldOn }));

describe("reminders of an event", () => {
  test("leave three days and a day before, also over a weekend and the turn of time", () => {
    expect(reminderSteps(on("2026-10-26"))).toEqual([
      { of: "2026-10-26", daysBefore: 3, on: "2026-10-23" },
      { of: "2026-10-26", daysBefore: 1, on: "2026-10-25" },
    ]);
    expect(reminderSteps(on("2028-03-01")).map((step) => step.on)).toEqual([
      "2028-02-27",
      "2028-02-29",
    ]);
  });

  test("are of the first day of a run; sessions apart are reminded of each", () => {
    const run = on("2026-03-11", "2026-03-09", "2026-03-10", "2026-03-10", "2026-03-13");
    expect(remindedDays(run)).toEqual(["2026-03-09"]);
    expect(remindedDays(on("2026-03-09", "2026-03-16"))).toEqual(["2026-03-09", "2026-03-16"]);
  });

  test("asked for every day leave each once; after any outage by at most one for each day", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2026-10-01", n));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), day, (days, today) => {
        const sessions = on(...days);
        const reached = stepsReached(sessions, today);
        const plain = [...new Set(days)].filter((one) => {
          const before = days.some((other) => other < one && daysBetween(other, one) <= 3);
          const ahead = daysBetween(today, one);
          return !before && ahead >= 1 && ahead <= 3;
        });
        expect(reached.map(({ of }) => of).sort()).toEqual(plain.sort());
        for (const { of, daysBefore } of reached)
          expect(daysBefore).toBe(daysBetween(today, of) === 1 ? 1 : 3);
      }),
      { seed: 2026, numRuns: 500 },
    );
  });
});

describe("what may be said about an event", () => {
  const event = {
    state: "confirmed",
    isConfidential: false,
    archivedAt: null,
    startsOn: "2026-03-10",
    endsOn: "2026-03-10",
  };

  const states = ["planned", "confirmed", "held", "closed", "cancelled"];

  test("nothing of one laid aside, whatever its state and day", () => {
    const hidden = { archivedAt: "2026-03-01T08:00:00.000Z" };
    for (const state of states)
      for (const kind of messageKinds)
        expect(mayLeave(kind, { ...event, state, ...hidden }, "2026-03-02")).toBe(false);
  });

  test("of a confidential one only what people have to know, and nothing by choice", () => {
    const necessary = ["change", "session-cancelled", "cancelled", "withdrawn", "waitlisted"];
    for (const state of states) {
      const hidden = { ...event, state, isConfidential: true };
      expect(kindsFor(hidden, "2026-03-02")).toEqual([]);
      for (const kind of messageKinds)
        expect(mayLeave(kind, hidden, "2026-03-02")).toBe(
          necessary.includes(kind) && mayLeave(kind, { ...event, state }, "2026-03-02"),
        );
    }
    expect(
      mayLeave("cancelled", { ...event, isConfidential: true, state: "cancelled" }, "2026-03-02"),
    ).toBe(true);
  });

  test("what is ahead only while it is", () => {
    expect(kindsFor(event, "2026-03-10")).toEqual(["invitation", "reminder", "change"]);
    expect(kindsFor(event, "2026-03-11")).toEqual([]);
    expect(kindsFor({ ...event, state: "closed" }, "2026-03-11")).toEqual([
      "certificate-ready",
      "thanks",
    ]);
  });

  test("a change and a cancellation once for each version, the rest once a day", () => {
    const key = (kind: "reminder" | "change" | "cancelled", version: number) =>
      messageKey(kind, { who: 5, day: "2026-03-02", version });
    expect(key("reminder", 1)).toBe(key("reminder", 2));
    expect(key("change", 1)).not.toBe(key("change", 2));
    expect(key("cancelled", 1)).not.toBe(key("cancelled", 2));
  });
});
