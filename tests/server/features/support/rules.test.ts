import { describe, expect, test } from "vitest";
import {
  attendedMinutes,
  countedMinutes,
  outlookOf,
  type SupportMinutes,
  type SupportProspect,
  thresholdDay,
} from "../../../../server/features/support/rules.ts";

const FORTY = { thresholdMinutes: 2400, electronicCapPercent: 100 };
const HALF_ELECTRONIC = { thresholdMinutes: 2400, electronicCapPercent: 50 };
const NO_RULE = { thresholdMinutes: null, electronicCapPercent: 100 };

const minutes = (inPerson: number, electronic = 0): SupportMinutes => ({ inPerson, electronic });

test("electronic support counts only up to its share of the threshold", () => {
  expect(countedMinutes(minutes(600, 1800), HALF_ELECTRONIC)).toBe(1800);
  expect(countedMinutes(minutes(600, 1800), FORTY)).toBe(2400);
  expect(countedMinutes(minutes(600, 1800), NO_RULE)).toBe(2400);
});

describe("the day of the threshold", () => {
  const day = (
    validOn: string,
    amount: number,
    form: "in-person" | "electronic" = "in-person",
  ) => ({
    validOn,
    minutes: amount,
    form,
  });

  test("is the one on which the sum reaches it, whatever order entries came in", () => {
    const entries = [day("2026-03-10", 1000), day("2026-01-05", 1000), day("2026-02-01", 400)];
    expect(thresholdDay(entries, FORTY)).toBe("2026-03-10");
    expect(thresholdDay(entries.slice(1), FORTY)).toBeNull();
  });

  test("waits for support in person where too much was electronic", () => {
    const entries = [
      day("2026-01-05", 2400, "electronic"),
      day("2026-02-05", 1199),
      day("2026-03-05", 1),
    ];
    expect(thresholdDay(entries, FORTY)).toBe("2026-01-05");
    expect(thresholdDay(entries, HALF_ELECTRONIC)).toBe("2026-03-05");
  });

  test("never comes where the programme has no threshold", () => {
    expect(thresholdDay([day("2026-01-05", 9999)], NO_RULE)).toBeNull();
  });
});

describe("the outlook of a person", () => {
  const prospect = (given: Partial<SupportProspect>): SupportProspect => ({
    posted: minutes(0),
    pending: minutes(0),
    booked: minutes(0),
    offered: minutes(0),
    ...given,
  });

  test.each([
    ["reached", { posted: minutes(2400) }],
    ["will-reach", { posted: minutes(2000), pending: minutes(400) }],
    ["will-reach", { posted: minutes(2000), booked: minutes(400) }],
    ["open", { posted: minutes(2000), offered: minutes(400) }],
    ["cannot-reach", { posted: minutes(2000), offered: minutes(399) }],
    ["cannot-reach", { posted: minutes(2000), pending: minutes(-60), offered: minutes(400) }],
  ])("is %s", (expected, given) => {
    expect(outlookOf(prospect(given), FORTY)).toBe(expected);
  });

  test("is not told where the programme has no threshold", () => {
    expect(outlookOf(prospect({ posted: minutes(2400) }), NO_RULE)).toBeNull();
  });
});

test("whoever left early has what they stayed for, never more than the session gives", () => {
  expect(attendedMinutes({ state: "present", minutes: null }, 360)).toBe(360);
  expect(attendedMinutes({ state: "left-early", minutes: 90 }, 360)).toBe(90);
  expect(attendedMinutes({ state: "left-early", minutes: 500 }, 360)).toBe(360);
  expect(attendedMinutes({ state: "excused", minutes: null }, 360)).toBe(0);
  expect(attendedMinutes({ state: "absent", minutes: null }, 360)).toBe(0);
  expect(attendedMinutes(null, 360)).toBe(0);
});
