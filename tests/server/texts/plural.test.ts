import { expect, test } from "vitest";
import { plural } from "../../../server/texts/plural.ts";

test("Czech counts one, two to four, five and more, and fractions apart", () => {
  const forms = { one: "den", few: "dny", many: "dne", other: "dní" };
  const shown = [0, 1, 2, 4, 5, 11, 21, 22, 100, 1.5, 0.5].map((n) => plural("cs")(n, forms));
  const expected = "dní den dny dny dní dní dní dní dní dne dne";
  expect(shown).toEqual(expected.split(" "));
});

test("Czech without a form for fractions falls back to the general one", () => {
  expect(plural("cs")(1.5, { one: "osoba", few: "osoby", other: "osob" })).toBe("osob");
});

test("English counts one and all the others", () => {
  const forms = { one: "day", other: "days" };
  const shown = [0, 1, 2, 5, 21, 1.5].map((n) => plural("en")(n, forms));
  expect(shown).toEqual(["days", "day", "days", "days", "days", "days"]);
});
