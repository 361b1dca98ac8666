import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Engagement,
  overloadsOf,
} from "../../../../server/features/positions/assignments/rules.ts";
import { occupancyOf } from "../../../../server/features/positions/rules.ts";
import { addDays, daysBetween } from "../../../../server/values/calendar-date.ts";

const FIRST = "2026-01-01";
const DAYS = 120;

const engagement = fc
  .record({
    start: fc.integer({ min: 0, max: 80 }),
    length: fc.option(fc.integer({ min: 0, max: 60 })),
    workloadMilli: fc.integer({ min: 1, max: 1000 }),
  })
  .map(
    ({ start, length, workloadMilli }): Engagement => ({
      startsOn: addDays(FIRST, start),
      endsOn: length === null ? null : addDays(FIRST, start + length),
      workloadMilli,
    }),
  );

/** Day by day: what is worked on that day, summed anew. */
function sumOn(engagements: Engagement[], day: string): number {
  return engagements
    .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))
    .reduce((sum, { workloadMilli }) => sum + workloadMilli, 0);
}

describe("workloads of a person", () => {
  test("the days over a whole workload are those that a day-by-day sum finds", () => {
    fc.assert(
      fc.property(fc.array(engagement, { maxLength: 6 }), (engagements) => {
        const spans = overloadsOf(engagements);
        for (let n = 0; n <= DAYS * 2; n += 1) {
          const day = addDays(FIRST, n);
          const span = spans.find(
            ({ from, until }) => from <= day && (until === null || day <= until),
          );
          expect(span !== undefined, day).toBe(sumOn(engagements, day) > 1000);
        }
        for (const { from, until, mostMilli } of spans) {
          const length = daysBetween(from, until ?? addDays(from, DAYS * 2));
          const sums = Array.from({ length: length + 1 }, (_, n) =>
            sumOn(engagements, addDays(from, n)),
          );
          expect(Math.max(...sums)).toBe(mostMilli);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test("exactly one whole workload is no overload, not even on the day one takes over from another", () => {
    const first = { startsOn: "2026-01-01", endsOn: "2026-03-31", workloadMilli: 1000 };
    const second = { startsOn: "2026-04-01", endsOn: null, workloadMilli: 1000 };
    expect(overloadsOf([first, second])).toEqual([]);
    expect(overloadsOf([first, { ...second, startsOn: "2026-03-31" }])).toEqual([
      { from: "2026-03-31", until: "2026-03-31", mostMilli: 2000 },
    ]);
  });
});

test("three of five positions are filled, two of them created by the project; a cancelled one does not count", () => {
  const old = { isToBeCreated: false, state: "vacant" as const };
  const created = { isToBeCreated: true, state: "filled" as const, isFilled: true };
  const positions = [
    { ...old, isFilled: true },
    { ...old, isFilled: false },
    { ...old, isFilled: false },
    created,
    created,
    { isToBeCreated: true, state: "cancelled" as const, isFilled: false },
  ];
  expect(occupancyOf(positions)).toEqual({ filled: 3, all: 5, created: 2, toBeCreated: 2 });
});
