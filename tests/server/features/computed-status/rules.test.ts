import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computedStatus,
  type Figures,
  isContradicted,
  neededEachMonth,
  paceOf,
} from "../../../../server/features/computed-status/rules.ts";

const HALFWAY: Figures = {
  timeBp: 5_000,
  physicalBp: 5_000,
  indicatorsBp: 5_000,
  spentHalere: 50,
  totalHalere: 100,
  overdue: 0,
};

describe("the computed status", () => {
  test("lies on one scale: a tenth behind time is a risk, a quarter is off track", () => {
    const physical = (physicalBp: number) => computedStatus({ ...HALFWAY, physicalBp });
    expect(physical(4_001)).toEqual({ signal: "on-track", behind: "physical", lagBp: 999 });
    expect(physical(4_000)).toEqual({ signal: "at-risk", behind: "physical", lagBp: 1_000 });
    expect(physical(2_501).signal).toBe("at-risk");
    expect(physical(2_500)).toEqual({ signal: "off-track", behind: "physical", lagBp: 2_500 });
  });

  test("money may follow the work by fifteen points before it counts as late", () => {
    const spent = (spentHalere: number) => computedStatus({ ...HALFWAY, spentHalere });
    expect(spent(35)).toMatchObject({ signal: "on-track", behind: null });
    expect(spent(25)).toEqual({ signal: "at-risk", behind: "spent", lagBp: 1_000 });
    expect(spent(10)).toMatchObject({ signal: "off-track", behind: "spent" });
  });

  test("anything overdue is a risk even where the figures keep pace", () => {
    expect(computedStatus({ ...HALFWAY, overdue: 1 })).toMatchObject({ signal: "at-risk" });
  });

  test("says nothing where neither work nor indicators are known", () => {
    const nothing = { ...HALFWAY, physicalBp: null, indicatorsBp: null, spentHalere: null };
    expect(computedStatus(nothing)).toEqual({ signal: null, behind: null, lagBp: 0 });
  });

  test("contradicts a manager only where the figures are worse", () => {
    const late = { ...HALFWAY, indicatorsBp: 1_000 };
    expect(isContradicted({ ...late, health: "on-track" })).toBe(true);
    expect(isContradicted({ ...late, health: "at-risk" })).toBe(true);
    expect(isContradicted({ ...late, health: "off-track" })).toBe(false);
    expect(isContradicted({ ...late, health: "on-hold" })).toBe(false);
    expect(isContradicted({ ...late, health: null })).toBe(false);
    expect(isContradicted({ ...HALFWAY, health: "off-track" })).toBe(false);
  });

  test("never gets better when a figure falls or time passes", () => {
    const bp = fc.option(fc.integer({ min: 0, max: 12_000 }), { nil: null });
    const figures = fc.record({
      timeBp: fc.integer({ min: 0, max: 10_000 }),
      physicalBp: bp,
      indicatorsBp: bp,
      spentHalere: fc.option(fc.integer({ min: 0, max: 1_000 }), { nil: null }),
      totalHalere: fc.constant(1_000),
      overdue: fc.integer({ min: 0, max: 3 }),
    });
    const severity = (one: Figures) =>
      ["off-track", "at-risk", "on-track", null].indexOf(computedStatus(one).signal);
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 3_000 }), (one, less) => {
        expect(severity({ ...one, timeBp: one.timeBp + less })).toBeLessThanOrEqual(severity(one));
        if (one.physicalBp === null) return;
        const slower = { ...one, physicalBp: one.physicalBp - less };
        expect(severity(slower)).toBeLessThanOrEqual(severity(one));
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe("the pace of a figure", () => {
  test("leads where it leads by the last day, and says what the whole would take", () => {
    const days = { before: "2026-01-01", now: "2026-05-01", end: "2027-01-01" };
    const pace = paceOf({ beforeBp: 2_000, nowBp: 4_000 }, days);
    // 120 days for twenty points, 245 days left.
    expect(pace?.perMonthBp).toBe(507);
    expect(pace?.atEndBp).toBe(8_083);
    expect(pace?.neededPerMonthBp).toBe(745);
  });

  test("asks for nothing when the whole is reached or no time is left", () => {
    const days = { before: "2026-01-01", now: "2026-05-01", end: "2026-05-01" };
    expect(paceOf({ beforeBp: 0, nowBp: 9_000 }, days)?.neededPerMonthBp).toBeNull();
    const early = { ...days, end: "2027-05-01" };
    expect(paceOf({ beforeBp: 0, nowBp: 10_000 }, early)?.neededPerMonthBp).toBeNull();
    expect(paceOf({ beforeBp: 0, nowBp: 0 }, { ...days, before: days.now })).toBeUndefined();
  });

  test("whole units are rounded up and never spread over less than a month", () => {
    expect(neededEachMonth(63, { now: "2026-05-01", end: "2026-12-01" })).toBe(9);
    expect(neededEachMonth(1, { now: "2026-05-01", end: "2027-12-01" })).toBe(1);
    expect(neededEachMonth(8, { now: "2026-05-01", end: "2026-05-11" })).toBe(8);
    expect(neededEachMonth(8, { now: "2026-05-01", end: "2026-05-01" })).toBeUndefined();
  });
});
