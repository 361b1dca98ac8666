import { describe, expect, test } from "vitest";
import { consequencesOf } from "../../../../../server/features/milestones/moves/rules.ts";

const move = {
  from: { dueOn: "2026-03-31", remindOn: "2026-03-30" },
  to: "2026-07-04",
  project: { startsOn: "2025-01-01", endsOn: "2026-12-31" },
  periods: [
    { number: 1, startsOn: "2026-01-01", endsOn: "2026-06-30" },
    { number: 2, startsOn: "2026-07-01", endsOn: "2026-12-31" },
  ],
  ladder: [30, 7, 1, 0],
  today: "2026-03-02",
};

describe("what would follow from a move", () => {
  test("the distance, the working day and the period are told", () => {
    expect(consequencesOf(move)).toMatchObject({
      days: 95,
      shiftedOn: "2026-07-07", // Saturday, Sunday and a holiday on the Monday
      leavesProject: false,
      isPast: false,
      periodBefore: 1,
      periodAfter: 2,
    });
  });

  test("reminders still to come are those of the old anchor and of the new day, on working days", () => {
    const { remindersBefore, remindersAfter } = consequencesOf(move);
    // 30 days before the anchor is past; 29 March is a Sunday.
    expect(remindersBefore).toEqual(["2026-03-23", "2026-03-27", "2026-03-30"]);
    // Both the day before and the day itself fall to the Friday.
    expect(remindersAfter).toEqual(["2026-06-04", "2026-06-26", "2026-07-03"]);
  });

  test("a day outside the project and a day gone by are noticed", () => {
    expect(consequencesOf({ ...move, to: "2027-01-01" })).toMatchObject({
      leavesProject: true,
      periodAfter: null,
    });
    const back = consequencesOf({ ...move, to: "2026-03-01" });
    expect(back).toMatchObject({ days: -30, isPast: true, remindersAfter: [] });
  });
});
