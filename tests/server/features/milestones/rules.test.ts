import { expect, test } from "vitest";
import { datesSetBy, isOverdue, stateOf } from "../../../../server/features/milestones/rules.ts";

const owed = { dueOn: "2026-03-02", doneOn: null, cancelledOn: null };

test("a milestone is overdue the day after its day, unless it is done or cancelled", () => {
  expect(isOverdue(owed, "2026-03-02")).toBe(false);
  expect(isOverdue(owed, "2026-03-03")).toBe(true);
  expect(isOverdue({ ...owed, doneOn: "2026-03-10" }, "2026-03-11")).toBe(false);
  expect(isOverdue({ ...owed, cancelledOn: "2026-03-10" }, "2026-03-11")).toBe(false);
});

test("its state follows from its days", () => {
  expect(stateOf(owed, "2026-03-01")).toBe("open");
  expect(stateOf(owed, "2026-03-03")).toBe("overdue");
  expect(stateOf({ ...owed, doneOn: "2026-03-01" }, "2026-03-03")).toBe("done");
  expect(stateOf({ ...owed, cancelledOn: "2026-03-01" }, "2026-03-03")).toBe("cancelled");
});

test("a day set by somebody is reminded of as it stands; the working day after it is only shown", () => {
  expect(datesSetBy("2025-05-31")).toEqual({
    dueOn: "2025-05-31",
    shiftedOn: "2025-06-02",
    remindOn: "2025-05-31",
  });
});
