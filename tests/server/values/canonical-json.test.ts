import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../server/values/canonical-json.ts";

test("equal values are equal text, whatever the order of their keys", () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], a: "č" })).toBe(
    '{"a":"č","b":[{"a":null,"z":1}]}',
  );
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
});

test("what was written can be read back and written again to the same text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 7 },
  );
});
