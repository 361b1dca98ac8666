import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatScaled, parseDecimal } from "../../../server/values/decimal.ts";

fc.configureGlobal({ seed: 20261121 });

const decimals = fc.integer({ min: 0, max: 6 });

describe("a decimal number typed by hand", () => {
  test.each([
    ["1234,5", 2, 123450],
    ["1234.5", 2, 123450],
    ["1 234,5", 2, 123450],
    ["1\u00a0234\u202f567,89", 2, 123456789],
    ["-0,25", 2, -25],
    ["\u22125", 0, -5],
    ["- 5", 0, -5],
    ["+5", 0, 5],
    [" 600 ", 0, 600],
    ["007", 0, 7],
    ["2,200", 3, 2200],
    ["-0", 0, 0],
    ["90071992547409.91", 2, Number.MAX_SAFE_INTEGER],
  ])("%j with %i places is %i", (typed, places, expected) => {
    expect(parseDecimal(typed, places)).toBe(expected);
  });

  test.each([
    ["2.200", 2],
    ["1,5", 0],
    ["1.000,50", 2],
    ["1,234,567", 3],
    ["12 34", 0],
    ["1234 567", 0],
    ["90071992547409.92", 2],
    [",5", 1],
    ["5,", 1],
    ["1e3", 0],
    ["0x10", 0],
    ["NaN", 0],
    ["Infinity", 0],
    ["--5", 0],
    ["5 osob", 0],
    ["٣", 0],
    ["", 0],
  ])("%j with %d places is refused", (typed, places) => {
    expect(parseDecimal(typed, places)).toBeUndefined();
  });

  test("is read back from each way of writing it", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), decimals, (scaled, places) => {
        const plain = formatScaled(scaled, places);
        const [whole = "", fraction] = plain.split(".");
        const grouped = BigInt(whole).toLocaleString("cs");
        const sign = scaled < 0 && !grouped.startsWith("-") ? "-" : "";
        const czech = sign + grouped + (fraction === undefined ? "" : `,${fraction}`);
        expect(parseDecimal(plain, places)).toBe(scaled);
        expect(parseDecimal(plain.replace(".", ","), places)).toBe(scaled);
        expect(parseDecimal(czech, places)).toBe(scaled);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a scaled integer without language", () => {
  test("is written with all its places", () => {
    expect(formatScaled(123450, 2)).toBe("1234.50");
    expect(formatScaled(5, 2)).toBe("0.05");
    expect(formatScaled(-5, 2, ",")).toBe("-0,05");
    expect(formatScaled(0, 3)).toBe("0.000");
    expect(formatScaled(-42, 0)).toBe("-42");
  });

  test("is the exact decimal value", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), decimals, (scaled, places) => {
        const written = formatScaled(scaled, places);
        expect(BigInt(written.replace(".", ""))).toBe(BigInt(scaled));
        expect(written.split(".")[1]?.length ?? 0).toBe(places);
      }),
    );
  });
});
