import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { nextInSeries } from "../../../../../server/features/milestones/recurrence/rules.ts";

const monthly = (firstOn: string, currentOn: string, until: string | null = null) =>
  nextInSeries({ recurrence: "monthly", firstOn, currentOn, until });

describe("a series by month", () => {
  test("keeps its day, held back by short months only for as long as they last", () => {
    expect(monthly("2026-01-31", "2026-01-31")).toBe("2026-02-28");
    expect(monthly("2026-01-31", "2026-02-28")).toBe("2026-03-31");
    expect(monthly("2026-01-31", "2026-03-31")).toBe("2026-04-30");
  });

  test("ends with its last day, which still belongs to it", () => {
    expect(monthly("2026-01-15", "2026-01-15", "2026-02-15")).toBe("2026-02-15");
    expect(monthly("2026-01-15", "2026-02-15", "2026-03-14")).toBeNull();
  });
});

test("a series by year survives a leap day", () => {
  const yearly = (currentOn: string) =>
    nextInSeries({ recurrence: "yearly", firstOn: "2024-02-29", currentOn, until: null });
  expect(yearly("2024-02-29")).toBe("2025-02-28");
  expect(yearly("2027-02-28")).toBe("2028-02-29");
});

test("what does not recur is followed by nothing", () => {
  const once = { firstOn: "2026-01-31", currentOn: "2026-01-31", until: null };
  expect(nextInSeries({ ...once, recurrence: "none" })).toBeNull();
});

/** The days after the first one as an independent calendar counts them. */
function daysAfter(start: Temporal.PlainDate, recurrence: "monthly" | "yearly", until: string) {
  const days: string[] = [];
  for (let step = 1; ; step += 1) {
    const day = start.add(recurrence === "monthly" ? { months: step } : { years: step }).toString();
    if (day > until) return days;
    days.push(day);
  }
}

function walk(firstOn: string, recurrence: "monthly" | "yearly", until: string): string[] {
  const days: string[] = [];
  let day = nextInSeries({ recurrence, firstOn, currentOn: firstOn, until });
  while (day !== null) {
    days.push(day);
    day = nextInSeries({ recurrence, firstOn, currentOn: day, until });
  }
  return days;
}

test("walked through from its first day, every series gives the days of an independent calendar", () => {
  const first = fc.integer({ min: 0, max: 4000 });
  const length = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(first, length, fc.constantFrom("monthly", "yearly"), (from, days, recurrence) => {
      const start = Temporal.PlainDate.from("2019-01-01").add({ days: from });
      const until = start.add({ days }).toString();
      expect(walk(start.toString(), recurrence, until)).toEqual(
        daysAfter(start, recurrence, until),
      );
    }),
    { seed: 20260302, numRuns: 300 },
  );
});
