import { expect, test } from "vitest";
import {
  isWithin,
  neighbouringDays,
  spansTouch,
  wholeSpan,
  zoomedSpan,
} from "../../../../server/features/timelines/rules.ts";

const WHOLE = { from: "2023-05-01", to: "2026-04-30" };

test("the timeline shows a calendar month, quarter or year around the day, or all there is", () => {
  const day = "2024-02-29";
  expect(zoomedSpan("month", day, WHOLE)).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(zoomedSpan("quarter", day, WHOLE)).toEqual({ from: "2024-01-01", to: "2024-03-31" });
  expect(zoomedSpan("year", day, WHOLE)).toEqual({ from: "2024-01-01", to: "2024-12-31" });
  expect(zoomedSpan("fit", day, WHOLE)).toEqual(WHOLE);
  expect(zoomedSpan("quarter", "2025-12-31", WHOLE)).toEqual({
    from: "2025-10-01",
    to: "2025-12-31",
  });
});

test("one can go on to the part before and after while there is something to see", () => {
  const around = (from: string, to: string) => neighbouringDays("quarter", { from, to }, WHOLE);
  expect(around("2024-01-01", "2024-03-31")).toEqual({
    previous: "2023-10-01",
    next: "2024-04-01",
  });
  expect(around("2023-04-01", "2023-06-30")).toEqual({ previous: null, next: "2023-07-01" });
  expect(around("2026-04-01", "2026-06-30")).toEqual({ previous: "2026-01-01", next: null });
  expect(neighbouringDays("fit", WHOLE, WHOLE)).toEqual({ previous: null, next: null });
});

test("the whole timeline runs in whole months from the first day to the last", () => {
  const days = ["2024-02-10", "2023-05-31", "2026-06-30", "2026-02-01"];
  expect(wholeSpan(days, "2025-01-01")).toEqual({ from: "2023-05-01", to: "2026-06-30" });
});

test("a project without any date shows this year", () => {
  expect(wholeSpan([], "2025-03-10")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
});

test("the first and the last day belong to a span, and spans that share a day touch", () => {
  expect(isWithin("2023-05-01", WHOLE)).toBe(true);
  expect(isWithin("2026-04-30", WHOLE)).toBe(true);
  expect(isWithin("2026-05-01", WHOLE)).toBe(false);
  expect(spansTouch(WHOLE, { from: "2026-04-30", to: "2027-01-01" })).toBe(true);
  expect(spansTouch(WHOLE, { from: "2026-05-01", to: "2027-01-01" })).toBe(false);
});
