import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isMovedClose,
  leavesAt,
  outdatedBecause,
  type ToldNews,
} from "../../../../server/features/notifications/rules.ts";
import { pragueDay, pragueTime } from "../../../../server/values/calendar-date.ts";
import { addMinutes } from "../../../../server/values/instant.ts";
import { isWorkingDay } from "../../../../server/values/working-days.ts";

describe("quiet hours", () => {
  test.each([
    ["a working morning", "2026-03-02T06:00:00.000Z", "2026-03-02T06:00:00.000Z"],
    ["a minute to six in the evening", "2026-03-02T16:59:00.000Z", "2026-03-02T16:59:00.000Z"],
    ["six in the evening", "2026-03-02T17:00:00.000Z", "2026-03-03T06:00:00.000Z"],
    ["the night of the winter time", "2026-10-25T00:30:00.000Z", "2026-10-26T06:00:00.000Z"],
    ["the night of the summer time", "2027-03-28T00:30:00.000Z", "2027-03-30T05:00:00.000Z"],
    ["the leap day, a Tuesday", "2028-02-29T09:00:00.000Z", "2028-02-29T09:00:00.000Z"],
    ["Christmas Eve", "2026-12-24T09:00:00.000Z", "2026-12-28T06:00:00.000Z"],
  ])("at %s news leaves by the working day of Prague", (_, at, leaves) => {
    expect(leavesAt(at)).toBe(leaves);
  });

  test("end at the first minute that is neither night nor a day of rest", () => {
    const isQuiet = (at: string) => {
      const hour = Number(pragueTime(at).slice(0, 2));
      return !isWorkingDay(pragueDay(at)) || hour < 7 || hour >= 18;
    };
    const minutes = fc.integer({ min: 0, max: 4 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const at = addMinutes("2025-01-01T00:00:00.000Z", minute);
        const leaves = leavesAt(at);
        expect(isQuiet(leaves)).toBe(false);
        if (isQuiet(at)) expect(isQuiet(addMinutes(leaves, -1))).toBe(true);
        else expect(leaves).toBe(at);
        for (let step = at; step < leaves; step = addMinutes(step, 30))
          expect(isQuiet(step)).toBe(true);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe("a deadline moved close", () => {
  test.each([
    ["to three working days ahead", "2026-05-01", "2026-03-05", true],
    ["to today", "2026-05-01", "2026-03-02", true],
    ["further away, though still close", "2026-03-03", "2026-03-04", true],
    ["to the fourth working day", "2026-05-01", "2026-03-06", false],
    ["to the past", "2026-05-01", "2026-03-01", false],
    ["nowhere", "2026-03-04", "2026-03-04", false],
    ["to no day at all", "2026-03-04", null, false],
  ])("%s cannot wait: %s → %s is %s", (_, from, to, isClose) => {
    expect(isMovedClose({ from, to }, "2026-03-02")).toBe(isClose);
  });

  test("over the holidays has its three working days all the same", () => {
    expect(isMovedClose({ from: null, to: "2026-12-30" }, "2026-12-23")).toBe(true);
    expect(isMovedClose({ from: null, to: "2026-12-31" }, "2026-12-23")).toBe(false);
  });
});

describe("news", () => {
  const open = { dueOn: "2026-03-05", ownerUserId: 5, isOpen: true, isCancelled: false };
  const assigned: ToldNews = {
    ...{ kind: "assigned", objectType: "milestone", recipientUserId: 5, onBehalfOfId: null },
    ...{ params: {}, isOutOfReach: false, subject: open },
  };
  const cases: [string, Partial<ToldNews>, string | undefined][] = [
    ["that holds", {}, undefined],
    [
      "of what is the absent one's, for their deputy",
      { recipientUserId: 7, onBehalfOfId: 5 },
      undefined,
    ],
    ["of what somebody else has", { recipientUserId: 7 }, "handed-on"],
    ["of what is done", { subject: { ...open, isOpen: false } }, "done"],
    ["of what is gone", { subject: undefined }, "gone"],
    ["of a project out of sight", { isOutOfReach: true }, "out-of-reach"],
    ["of a day that holds", { kind: "moved", params: { to: "2026-03-05" } }, undefined],
    ["of a day that moved on", { kind: "moved", params: { to: "2026-03-04" } }, "moved-again"],
    [
      "of an event that takes place again",
      { kind: "event-cancelled", objectType: "event" },
      "restored",
    ],
    ["of a mention, whoever owns the record", { kind: "mention", recipientUserId: 7 }, undefined],
  ];
  test.each(cases)("%s", (_, given, reason) => {
    expect(outdatedBecause({ ...assigned, ...given })).toBe(reason);
  });
});
