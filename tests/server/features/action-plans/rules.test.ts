import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changesOfChoice,
  choiceKey,
  isYearOfPlan,
  yearToPlan,
} from "../../../../server/features/action-plans/rules.ts";

test("the year to plan is the first from this one that has no action plan, within the plan", () => {
  const plan = { fromYear: 2024, toYear: 2030 };
  expect(yearToPlan([], plan, 2026)).toBe(2026);
  expect(yearToPlan([2026], plan, 2026)).toBe(2027);
  expect(yearToPlan([], plan, 2020)).toBe(2024);
  expect(yearToPlan([2030], plan, 2030)).toBe(2030);
  expect(yearToPlan([], { fromYear: null, toYear: null }, 2026)).toBe(2026);
  expect(isYearOfPlan(plan, 2031)).toBe(false);
  expect(isYearOfPlan({ fromYear: null, toYear: null }, 1990)).toBe(true);
});

test("whatever was chosen before, after a change exactly what is ticked is chosen, each once", () => {
  const item = fc.record({
    cardId: fc.integer({ min: 1, max: 4 }),
    measureId: fc.option(fc.integer({ min: 1, max: 4 })),
  });
  const distinct = fc.uniqueArray(item, { selector: choiceKey });
  fc.assert(
    fc.property(distinct, distinct, fc.array(fc.boolean()), (before, chosen, archived) => {
      const kept = before.map((one, n) => ({
        ...one,
        id: n + 1,
        isArchived: archived[n] ?? false,
      }));
      const { added, restored, removed } = changesOfChoice(kept, chosen);
      const gone = new Set(removed.map(({ id }) => id));
      const back = new Set(restored.map(({ id }) => id));
      const standing = kept.filter(({ id, isArchived }) =>
        isArchived ? back.has(id) : !gone.has(id),
      );
      const keys = [...standing, ...added].map(choiceKey).sort();
      expect(keys).toEqual(chosen.map(choiceKey).sort());
    }),
    { seed: 37, numRuns: 300 },
  );
});
