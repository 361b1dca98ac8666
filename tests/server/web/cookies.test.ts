import type { Request, Response } from "express";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCookies } from "../../../server/web/cookies.ts";

function cookiesOf(cookie?: string): Record<string, unknown> {
  const req = { headers: cookie === undefined ? {} : { cookie } } as Request;
  readCookies()(req, {} as Response, () => {});
  return req.cookies;
}

test("every cookie is found by its name, decoded", () => {
  expect({ ...cookiesOf("osnova=a.b_c-1; flash=success%3Asaved; language=cs") }).toEqual({
    osnova: "a.b_c-1",
    flash: "success:saved",
    language: "cs",
  });
});

test("a request without cookies has none", () => {
  expect({ ...cookiesOf() }).toEqual({});
  expect({ ...cookiesOf("nothing here;;") }).toEqual({});
});

test("of two cookies of one name the first counts, and a value may hold the sign", () => {
  expect({ ...cookiesOf("osnova=first=1; osnova=second") }).toEqual({ osnova: "first=1" });
});

test("JSON, wrong escapes and names of the language stay texts", () => {
  const cookies = cookiesOf('a=j:{"x":1}; b=%E0%A4; __proto__=c; constructor=d');
  expect([cookies.a, cookies.b, cookies.constructor]).toEqual(['j:{"x":1}', "%E0%A4", "d"]);
  expect(cookiesOf("a=1").toString).toBeUndefined();
});

test("whatever is sent, only texts come of it", () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const values = Object.values(cookiesOf(header));
      expect(values.every((value) => typeof value === "string")).toBe(true);
    }),
    { seed: 2026, numRuns: 500 },
  );
});
