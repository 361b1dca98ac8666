import { describe, expect, test } from "vitest";
import {
  dayOfFigures,
  lastMonthToReport,
  monthsOf,
  monthsToReport,
  ranIn,
  reportDayOf,
} from "../../../../server/features/months/rules.ts";

describe("the months of a project", () => {
  test("a month is reported on the third working day of the next one, holidays left out", () => {
    expect(reportDayOf("2026-02")).toBe("2026-03-04");
    expect(reportDayOf("2025-12")).toBe("2026-01-06"); // New Year, then a weekend
    expect(reportDayOf("2026-03")).toBe("2026-04-07"); // Good Friday and Easter Monday
    expect(reportDayOf("2026-04")).toBe("2026-05-06"); // 1 May is a Friday
  });

  test("it is due from half past seven of a Prague clock, in winter and in summer", () => {
    expect(lastMonthToReport("2026-03-04T06:29:59.999Z")).toBe("2026-01");
    expect(lastMonthToReport("2026-03-04T06:30:00.000Z")).toBe("2026-02");
    expect(lastMonthToReport("2026-06-03T05:29:59.999Z")).toBe("2026-04");
    expect(lastMonthToReport("2026-06-03T05:30:00.000Z")).toBe("2026-05");
  });

  test("the last minutes of a month in Prague are its own, however the change of time falls", () => {
    expect(lastMonthToReport("2026-03-31T21:59:59.000Z")).toBe("2026-02");
    expect(lastMonthToReport("2026-03-31T22:00:00.000Z")).toBe("2026-02"); // 1 April in Prague
    expect(lastMonthToReport("2026-10-31T23:00:00.000Z")).toBe("2026-09"); // 1 November in Prague
    expect(lastMonthToReport("2026-12-31T23:30:00.000Z")).toBe("2026-11");
  });

  test("after an outage each month that was missed is due, once", () => {
    expect(monthsToReport("2025-11", "2026-03-20T08:00:00.000Z")).toEqual([
      "2025-12",
      "2026-01",
      "2026-02",
    ]);
    expect(monthsToReport("2026-02", "2026-03-20T08:00:00.000Z")).toEqual([]);
    expect(monthsToReport("2026-03", "2026-03-20T08:00:00.000Z")).toEqual([]);
    expect(monthsToReport(undefined, "2026-03-20T08:00:00.000Z")).toEqual(["2026-02"]);
  });

  test("begin with the first day and end with the last one, the newest first", () => {
    const project = { startsOn: "2025-11-15", endsOn: "2026-02-10" };
    expect(monthsOf(project, "2026-05-01")).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
    expect(monthsOf(project, "2025-12-31")).toEqual(["2025-12", "2025-11"]);
    expect(monthsOf(project, "2025-11-14")).toEqual([]);
    expect(["2025-10", "2025-11", "2026-02", "2026-03"].map((m) => ranIn(project, m))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("are seen from their last day, the running one from today", () => {
    expect(dayOfFigures("2028-02", "2028-03-01")).toBe("2028-02-29");
    expect(dayOfFigures("2026-03", "2026-03-02")).toBe("2026-03-02");
  });
});
