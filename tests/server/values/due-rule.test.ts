import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dueUnits,
  dutyAnchors,
  monthEnds,
  readDueRule,
  weekendPolicies,
  writeDueRule,
} from "../../../server/values/due-rule.ts";

test("a rule is read as it was written", () => {
  const rules = fc.record({
    amount: fc.integer({ min: 0, max: 50 }),
    unit: fc.constantFrom(...dueUnits),
    monthEnd: fc.constantFrom(...monthEnds),
    weekend: fc.constantFrom(...weekendPolicies),
    anchor: fc.constantFrom(...dutyAnchors),
  });
  fc.assert(
    fc.property(rules, (rule) => {
      expect(readDueRule(writeDueRule(rule))).toEqual(rule);
    }),
    { seed: 8 },
  );
});

test.each([
  "1 month-end",
  "10",
  "",
  "1 months month-end unshifted",
  "1 months month-end unshifted period-end more",
  "-1 months month-end unshifted period-end",
  "51 years month-end unshifted project-end",
  "1 weeks month-end unshifted period-end",
])("%j is no rule that gives a day", (written) => {
  expect(readDueRule(written)).toBeUndefined();
});
