import { describe, expect, test } from "vitest";
import { isIco, parseIco } from "../../../server/values/ico.ts";

describe("an IČO", () => {
  test.each(["70891508", "70889546", "70891095", "00006947", "00551023", "70890692"])(
    "%s of a real authority is accepted",
    (ico) => {
      expect(isIco(ico)).toBe(true);
    },
  );

  test("has exactly one check digit for any seven digits", () => {
    for (const seven of ["0000000", "7089150", "1234567", "9999999", "0000006", "0000013"]) {
      const accepted = [..."0123456789"].filter((digit) => isIco(seven + digit));
      expect([seven, accepted]).toEqual([seven, [checkDigit(seven)]]);
    }
  });

  test("may be typed with blanks, not shortened", () => {
    expect(parseIco(" 708 91 508 ")).toBe("70891508");
    expect(parseIco("7089\u00a01508")).toBe("70891508");
    for (const typed of ["6947", "708915080", "CZ70891508", "7089150A", "70891509", ""]) {
      expect(parseIco(typed)).toBeUndefined();
    }
  });
});

/** The rule by its table: remainder 0 gives 1, 1 gives 0, any other is taken from 11. */
function checkDigit(seven: string): string {
  const remainder =
    [8, 7, 6, 5, 4, 3, 2].reduce((sum, weight, i) => sum + weight * Number(seven[i]), 0) % 11;
  if (remainder === 0) return "1";
  return remainder === 1 ? "0" : String(11 - remainder);
}
