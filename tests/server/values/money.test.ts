import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distribute, MAX_HALERE, parseHalere } from "../../../server/values/money.ts";

fc.configureGlobal({ seed: 20261121 });

describe("an amount typed by hand or copied from a paper", () => {
  test.each([
    ["15.795.600,05 Kč", 1_579_560_005],
    ["15 795 600,05 Kč", 1_579_560_005],
    ["15\u00a0795\u00a0600,05\u00a0Kč", 1_579_560_005],
    ["6 999 465,80", 699_946_580],
    ["9.729.456,24 Kč", 972_945_624],
    ["1.600.000 Kč", 160_000_000],
    ["CZK 15,795,600.05", 1_579_560_005],
    ["1,000.50", 100_050],
    ["1 234.5", 123_450],
    ["1234,5", 123_450],
    ["1234.50 CZK", 123_450],
    ["0,05", 5],
    ["12", 1200],
    ["1 200,-", 120_000],
    ["2.200,– Kč", 220_000],
    ["2.200,00", 220_000],
    ["0", 0],
    ["-0", 0],
    ["1 000 000 000 000", MAX_HALERE],
  ])("%j is %i haléře", (typed, halere) => {
    expect(parseHalere(typed)).toEqual({ ok: true, halere });
  });

  test.each([
    ["2.200", "ambiguous"],
    ["2,200", "ambiguous"],
    ["2.200 Kč", "ambiguous"],
    ["15.795", "ambiguous"],
    ["1,005", "ambiguous"],
    ["0.200", "tooManyDecimals"],
    ["1234.567", "tooManyDecimals"],
    ["1 234,567", "tooManyDecimals"],
    ["1.234,567", "tooManyDecimals"],
    ["1.5000", "tooManyDecimals"],
    ["-5", "negative"],
    ["\u22121 200,50", "negative"],
    ["-CZK 5", "negative"],
    ["1 000 000 000 000,01", "tooLarge"],
    ["9".repeat(40), "tooLarge"],
    ["12 34", "notAnAmount"],
    ["1.23.456", "notAnAmount"],
    ["1.234.56", "notAnAmount"],
    ["1.234,567,890", "notAnAmount"],
    ["1 234.567,00", "notAnAmount"],
    ["5,-50", "notAnAmount"],
    ["12,50,-", "notAnAmount"],
    [",50", "notAnAmount"],
    ["5 EUR", "notAnAmount"],
    ["1e9", "notAnAmount"],
    ["Kč", "notAnAmount"],
    ["", "notAnAmount"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(parseHalere(typed)).toEqual({ ok: false, reason });
  });

  test("may be negative where it is asked for, as in corrections", () => {
    const allowNegative = true;
    expect(parseHalere("-1 200,50", { allowNegative })).toEqual({ ok: true, halere: -120_050 });
    expect(parseHalere("1 200,50", { allowNegative })).toEqual({ ok: true, halere: 120_050 });
    expect(parseHalere("-2.200", { allowNegative })).toEqual({ ok: false, reason: "ambiguous" });
  });

  test("is read the same with thousands set off by blanks, dots, commas or nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_HALERE }), (halere) => {
        const crowns = Math.floor(halere / 100);
        const rest = String(halere % 100).padStart(2, "0");
        const grouped = (separator: string) =>
          crowns.toLocaleString("en-US").replaceAll(",", separator);
        const written = [
          `${crowns},${rest}`,
          `${crowns}.${rest}`,
          `${grouped("\u00a0")},${rest} Kč`,
          `${grouped(".")},${rest}`,
          `${grouped(",")}.${rest}`,
        ];
        for (const text of written) expect(parseHalere(text)).toEqual({ ok: true, halere });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("an amount split by weights", () => {
  const weights = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
    .filter((all) => all.some((weight) => weight > 0));
  const totals = fc.integer({ min: -MAX_HALERE, max: MAX_HALERE });

  test("adds up to the total exactly, each part within one haléř of its share", () => {
    fc.assert(
      fc.property(totals, weights, (total, all) => {
        const parts = distribute(total, all);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        const whole = all.reduce((sum, weight) => sum + BigInt(weight), 0n);
        all.forEach((weight, index) => {
          const distance = BigInt(parts[index] ?? 0) * whole - BigInt(total) * BigInt(weight);
          expect(distance < whole && distance > -whole).toBe(true);
          if (weight === 0) expect(parts[index]).toBe(0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("gives what is left to the largest remainders, among equal ones to the earlier", () => {
    expect(distribute(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(distribute(1_000, [5, 3, 1])).toEqual([556, 333, 111]);
    expect(distribute(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(distribute(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(distribute(1_579_560_005, [76_735, 18_265, 5_000])).toEqual([
      1_212_075_370, 288_506_635, 78_978_000,
    ]);
  });

  test("is refused where there is nothing to split by", () => {
    for (const wrong of [[], [0, 0], [1, -1], [0.5, 0.5]]) {
      expect(() => distribute(100, wrong)).toThrow(RangeError);
    }
    expect(() => distribute(0.5, [1])).toThrow(RangeError);
  });
});
