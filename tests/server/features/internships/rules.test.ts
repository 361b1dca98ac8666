import { describe, expect, test } from "vitest";
import { fingerprintOf, linkState } from "../../../../server/features/internships/links/rules.ts";
import {
  faultOfStep,
  faultsOfDay,
  internshipStates,
  isStep,
  percentWorked,
  stepsFrom,
} from "../../../../server/features/internships/rules.ts";

describe("the way of an internship", () => {
  test("leads from every state but the last one on, and back from every one but the first", () => {
    expect(internshipStates.map((state) => stepsFrom(state).forward)).toEqual([
      "agreed",
      "running",
      "finished",
      "report-accepted",
      null,
      null,
    ]);
    expect(internshipStates.filter((state) => stepsFrom(state).back === null)).toEqual(["planned"]);
  });

  test("skips nothing", () => {
    expect(isStep("planned", "running")).toBe(false);
    expect(isStep("finished", "cancelled")).toBe(false);
    expect(isStep("cancelled", "planned")).toBe(true);
  });

  test("is not left once somebody worked", () => {
    const standing = { trainees: 1, hosts: 1, workedMinutes: 60, unconfirmedMinutes: 0 };
    expect(faultOfStep("running", "cancelled", standing)).toBe("internshipHasDays");
    expect(faultOfStep("finished", "report-accepted", standing)).toBeNull();
  });
});

test("a day has 24 hours, whatever else the person did on it", () => {
  const span = { startsOn: "2026-03-02", endsOn: "2026-03-06" };
  const day = (minutes: number, otherMinutes: number) =>
    faultsOfDay({ workedOn: "2026-03-03", minutes }, span, { today: "2026-03-09", otherMinutes });
  expect(day(480, 960)).toEqual({});
  expect(day(480, 961)).toEqual({ hours: "dayTooLong" });
});

test("the plan is never rounded up to fulfilled", () => {
  expect(percentWorked(2399, 2400)).toBe(99);
  expect(percentWorked(2400, 2400)).toBe(100);
  expect(percentWorked(60, null)).toBeNull();
});

test("a link holds through its last day", () => {
  const link = { tokenHash: "x", answerBy: "2026-03-20", answeredAt: null, revokedAt: null };
  expect(linkState(link, "2026-03-20")).toBe("open");
  expect(linkState(link, "2026-03-21")).toBe("expired");
});

test("another edition of a day is another page", () => {
  expect(fingerprintOf([{ id: 1, version: 1 }])).not.toBe(fingerprintOf([{ id: 1, version: 2 }]));
});
