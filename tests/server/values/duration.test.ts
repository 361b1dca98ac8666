import fc from "fast-check";
import { expect, test } from "vitest";
import { clockText, hoursOf, parseHours } from "../../../server/values/duration.ts";

test.each([
  ["7,5", 450],
  ["7.5", 450],
  ["7:30", 450],
  ["7 h 30", 450],
  ["8", 480],
  ["8 h", 480],
  ["0,25", 15],
  ["1 000", 60_000],
])("reads %s as minutes", (typed, minutes) => {
  expect(parseHours(typed)).toBe(minutes);
});

test.each(["", "hodně", "7:60", "-1", "7,555", "7::30", "1.000,5"])(
  "does not guess what %s means",
  (typed) => {
    expect(parseHours(typed)).toBeUndefined();
  },
);

test("a form shows again exactly what was stored", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600_000 }), (minutes) => {
      expect(parseHours(clockText(minutes))).toBe(minutes);
      expect(Math.abs(hoursOf(minutes) * 60 - minutes)).toBeLessThanOrEqual(0.3);
    }),
    { seed: 7 },
  );
});
