import { expect, test } from "vitest";
import { fixedClock } from "./clock.ts";

test("the fixed clock knows the Prague day and moves only when told", () => {
  const clock = fixedClock("2026-06-22T22:30:00Z");
  expect(clock.now()).toBe("2026-06-22T22:30:00.000Z");
  expect(clock.today()).toBe("2026-06-23");
  clock.advanceDays(8);
  expect(clock.today()).toBe("2026-07-01");
  clock.set("2026-12-31T23:59:59+01:00");
  expect(clock.today()).toBe("2026-12-31");
  clock.advance(1_000);
  expect(clock.today()).toBe("2027-01-01");
});
