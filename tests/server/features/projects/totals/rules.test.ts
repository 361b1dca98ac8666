import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daysToEnd,
  type IndicatorProgress,
  indicatorsTogether,
  paceOf,
  physicalProgress,
  spentShare,
  timeElapsed,
} from "../../../../../server/features/projects/totals/rules.ts";
import { addDays } from "../../../../../server/values/calendar-date.ts";

const SEED = { seed: 20_260_302, numRuns: 300 };
const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays("2010-01-01", days));

describe("time of a project", () => {
  const project = { startsOn: "2023-05-01", endsOn: "2026-04-30" };

  test("runs from nothing before its first day to the whole on its last", () => {
    expect(timeElapsed(project, "2023-04-30")).toBe(0);
    expect(timeElapsed(project, "2023-05-01")).toBe(9); // 1 of 1 096 days
    expect(timeElapsed(project, "2024-10-29")).toBe(5_000); // the 548th day
    expect(timeElapsed(project, "2026-04-30")).toBe(10_000);
    expect(timeElapsed(project, "2030-01-01")).toBe(10_000);
  });

  test("leaves no day on the last one and fewer than none afterwards", () => {
    expect(daysToEnd(project, "2026-04-28")).toBe(2);
    expect(daysToEnd(project, "2026-04-30")).toBe(0);
    expect(daysToEnd(project, "2026-05-01")).toBe(-1);
  });

  test("a project of one day is over that day", () => {
    const single = { startsOn: "2026-03-02", endsOn: "2026-03-02" };
    expect(timeElapsed(single, "2026-03-01")).toBe(0);
    expect(timeElapsed(single, "2026-03-02")).toBe(10_000);
  });

  test("elapsed days agree with days counted one by one", () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(1_500),
        fc.integer({ min: -50, max: 1_600 }),
        (startsOn, length, at) => {
          const today = addDays(startsOn, at);
          let elapsed = 0;
          for (let n = 0; n <= length; n += 1) if (addDays(startsOn, n) <= today) elapsed += 1;
          const expected = Math.round((elapsed / (length + 1)) * 10_000);
          expect(timeElapsed({ startsOn, endsOn: addDays(startsOn, length) }, today)).toBe(
            expected,
          );
        },
      ),
      SEED,
    );
  });
});

describe("money of a project", () => {
  test("is a share only where both the total and the spend are known", () => {
    expect(spentShare({ spentHalere: 25, totalHalere: 100 })).toBe(2_500);
    expect(spentShare({ spentHalere: 150, totalHalere: 100 })).toBe(15_000);
    expect(spentShare({ spentHalere: null, totalHalere: 100 })).toBeUndefined();
    expect(spentShare({ spentHalere: 100, totalHalere: null })).toBeUndefined();
    expect(spentShare({ spentHalere: 100, totalHalere: 0 })).toBeUndefined();
  });
});

describe("an indicator against the time of its project", () => {
  const indicator = (given: Partial<IndicatorProgress>): IndicatorProgress => ({
    isCommitted: true,
    direction: "up",
    baseline: null,
    target: 100,
    achieved: null,
    ...given,
  });

  test("is met at its target, keeps pace up to the share of time, else falls behind", () => {
    expect(paceOf(indicator({ achieved: 100 }), 10_000)).toBe("met");
    expect(paceOf(indicator({ achieved: 40 }), 4_000)).toBe("on-pace");
    expect(paceOf(indicator({ achieved: 39 }), 4_000)).toBe("behind");
    expect(paceOf(indicator({ target: null, achieved: 12 }), 4_000)).toBe("no-target");
  });

  test("that goes down is measured from where it began", () => {
    const waiting = indicator({ direction: "down", baseline: 60, target: 20, achieved: 30 });
    expect(paceOf(waiting, 7_500)).toBe("on-pace");
    expect(paceOf(waiting, 7_501)).toBe("behind");
  });
});

const indicators = fc.array(
  fc.record<IndicatorProgress>({
    isCommitted: fc.boolean(),
    direction: fc.constant("up"),
    baseline: fc.option(fc.integer({ min: 0, max: 500 })),
    target: fc.option(fc.integer({ min: 1, max: 500 })),
    achieved: fc.option(fc.integer({ min: 0, max: 900 })),
  }),
  { maxLength: 12 },
);

test("indicators together are the plain mean of what each fulfils, none above the whole", () => {
  fc.assert(
    fc.property(indicators, (all) => {
      const counted = all.filter((one) => one.isCommitted && one.target !== null);
      const parts = counted.map((one) =>
        Math.min(1, (one.achieved ?? 0) / (one.target ?? Number.NaN)),
      );
      const mean = (parts.reduce((sum, part) => sum + part, 0) / parts.length) * 10_000;
      const together = indicatorsTogether(all);
      expect(together.withTarget).toBe(counted.length);
      expect(together.met).toBe(parts.filter((part) => part === 1).length);
      if (counted.length === 0) expect(together.mean).toBeUndefined();
      else expect(Math.abs((together.mean ?? Number.NaN) - mean)).toBeLessThanOrEqual(1);
    }),
    SEED,
  );
});

describe("physical progress", () => {
  const activity = (id: number, given: object) => ({
    id,
    parentId: null,
    state: "running",
    shareBp: null,
    percent: null,
    ...given,
  });

  test("weighs activities by their share of budget when every share is known", () => {
    const shared = [
      activity(1, { percent: 100, shareBp: 2_000 }),
      activity(2, { percent: 50, shareBp: 8_000 }),
    ];
    expect(physicalProgress(shared)).toBe(6_000);
    const one = [activity(1, { percent: 100, shareBp: 2_000 }), activity(2, { percent: 50 })];
    expect(physicalProgress(one)).toBe(7_500);
  });

  test("takes the mean of sub-activities where the activity has no per cent of its own", () => {
    const parts = [
      activity(1, {}),
      activity(2, { parentId: 1, percent: 40 }),
      activity(3, { parentId: 1, percent: 80 }),
      activity(4, { parentId: 1, percent: 100, state: "cancelled" }),
    ];
    expect(physicalProgress(parts)).toBe(6_000);
    expect(physicalProgress([])).toBeUndefined();
    const untold = parts.map((activity) => ({ ...activity, percent: null }));
    expect(physicalProgress(untold)).toBeUndefined();
  });
});
