import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesFor, grossOf, leviesOf, splitOf } from "../../../../server/features/payroll/rules.ts";

const RATE = 3380;

describe("pay and its levies", () => {
  test("levies are 33.8 % of pay, rounded to the haléř", () => {
    expect(leviesOf(3_000_000, RATE)).toBe(1_014_000);
    expect(leviesOf(1, RATE)).toBe(0);
    expect(leviesOf(125, 400)).toBe(5);
  });

  test("the parts proposed of a sum add up to it, and the levies are at most a haléř from their rate", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (amount) => {
        const { pay, levies } = splitOf(amount, RATE);
        expect(pay + levies).toBe(amount);
        expect(Math.abs(levies - leviesOf(pay, RATE))).toBeLessThanOrEqual(1);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test("half a workload earns half of the month's pay, an hour's pay is paid for the project's hours", () => {
    expect(
      grossOf({ payUnit: "month", payHalere: 4_500_001 }, { workloadMilli: 500, hoursE2: 1 }),
    ).toBe(2_250_001);
    expect(
      grossOf({ payUnit: "hour", payHalere: 35_000 }, { workloadMilli: 0, hoursE2: 1_250 }),
    ).toBe(437_500);
  });

  test("the chapter of the line says the code of the contract, elsewhere the contract itself", () => {
    expect(codesFor("1.1.1.2", "dpp")).toEqual(["Smlouva"]);
    expect(codesFor("1.1.2.1", "employment")).toEqual(["DPC"]);
    expect(codesFor("1.1.3", "employment")).toEqual(["DPP", "DPPDo", "DPPNad"]);
    expect(codesFor("1.1.10.1", "dpc")).toEqual(["DPC"]);
    expect(codesFor(null, "employment")).toEqual(["Smlouva"]);
  });
});
