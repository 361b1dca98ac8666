import { describe, expect, test } from "vitest";
import { programmeRules } from "../../../../db/seeds/programme-rules.ts";
import {
  blankValue,
  isRuleKind,
  overlapsAny,
  predecessorOf,
  type RuleKind,
  readRuleValue,
  suitsKind,
  type TypedValue,
  typedParts,
} from "../../../../server/features/programme-rules/rules.ts";
import { readDueRule } from "../../../../server/values/due-rule.ts";

const read = (kind: RuleKind, value: string) => readRuleValue(kind, { ...blankValue(kind), value });

describe("the value of a rule", () => {
  test.each([
    ["period-length", "6", "6"],
    ["period-length", " 12 ", "12"],
    ["period-length", "10", "10"],
    ["support-threshold", "40", "40"],
    ["own-share", "5", "5"],
    ["eu-share", "76,735", "76.735"],
    ["eu-share", "76.70", "76.7"],
    ["eu-share", "100,000", "100"],
    ["indicator-alert", "0", "0"],
  ] as const)("of %s typed as %s is kept as %s", (kind, typed, kept) => {
    expect(read(kind, typed)).toBe(kept);
  });

  test.each([
    ["period-length", "půl roku"],
    ["period-length", "-6"],
    ["period-length", "6,5"],
    ["period-length", "61"],
    ["indicator-alert", "101"],
    ["eu-share", "76,7351"],
    ["eu-share", "100,001"],
    ["support-threshold", "9".repeat(10)],
  ] as const)("of %s cannot be %s", (kind, typed) => {
    expect(read(kind, typed)).toBeUndefined();
  });

  test("that gives a day says all of it, and reads back as it was typed", () => {
    const typed: TypedValue = {
      ...blankValue("final-report-offset"),
      value: "2",
      monthEnd: "same-day",
      weekend: "next-working-day",
    };
    const value = readRuleValue("final-report-offset", typed) ?? "";
    expect(value).toBe("2 months same-day next-working-day project-end");
    expect(typedParts("final-report-offset", value)).toEqual(typed);
  });

  test("that gives a day may be no larger than its unit allows", () => {
    const typed = (unit: "days" | "years", value: string) =>
      readRuleValue("retention-years", { ...blankValue("retention-years"), unit, value });
    expect([typed("years", "51"), typed("days", "3651")]).toEqual([undefined, undefined]);
    expect(typed("years", "50")).toContain("50 years");
  });

  test("is counted only from days that its kind knows", () => {
    expect(suitsKind("interim-report-offset", "period-end")).toBe(true);
    expect(suitsKind("interim-report-offset", "last-payment")).toBe(false);
    expect(suitsKind("own-share", "last-payment")).toBe(true);
  });

  test("that the product brings is one that could be typed, of a kind that is known", () => {
    for (const { kind, value } of programmeRules) {
      if (!isRuleKind(kind)) throw new Error(`unknown kind ${kind}`);
      expect([kind, readRuleValue(kind, typedParts(kind, value))]).toEqual([kind, value]);
      expect(suitsKind(kind, readDueRule(value)?.anchor ?? "period-end")).toBe(true);
    }
  });
});

describe("versions of a rule", () => {
  const version = (id: number, validFrom: string, validTo: string | null) => ({
    id,
    validFrom,
    validTo,
  });
  const first = version(1, "2021-01-01", null);

  test("a new one takes over from the one in force, which ends the day before", () => {
    expect(predecessorOf([first], "2026-03-01")).toEqual({ version: first, validTo: "2026-02-28" });
  });

  test("one that begins with or before all others takes over from none", () => {
    expect(predecessorOf([first], "2021-01-01")).toBeUndefined();
    expect(predecessorOf([first], "2020-01-01")).toBeUndefined();
    expect(predecessorOf([version(1, "2021-01-01", "2022-12-31")], "2023-01-01")).toBeUndefined();
  });

  test.each([
    ["2021-01-01", null, true],
    ["2022-12-31", "2022-12-31", true],
    ["2020-01-01", "2020-12-31", false],
    ["2023-01-01", null, false],
    ["2020-01-01", null, true],
  ])("from %s to %s overlaps one of 2021–2022: %s", (validFrom, validTo, overlaps) => {
    const other = version(1, "2021-01-01", "2022-12-31");
    expect(overlapsAny({ validFrom, validTo }, [other])).toBe(overlaps);
  });
});
