import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mentionedIn } from "../../../../../server/features/notifications/mentions/rules.ts";

const people = [
  { id: 1, name: "Jana Nová" },
  { id: 2, name: "Jana Nováková" },
  { id: 3, name: "Petr Malý" },
  { id: 4, name: "Petr Malý" },
  { id: 5, name: "Ing. Eva Dvořáková, Ph.D." },
];

describe("a mention", () => {
  test.each([
    ["@Jana Nová, podívej se na to", [1]],
    ["@Jana Nováková a (@jana nova)", [2, 1]],
    ["Volal @petr maly.", [3, 4]],
    ["@Ing. Eva Dvořáková, Ph.D.: prosím doplnit", [5]],
    ["@Jana\u00a0Nová i na konci řádku @Petr\nMalý", [1, 3, 4]],
    ["jana@Jana Nová", []],
    ["@Jana Novákovi", []],
    ["@ Jana Nová", []],
    ["@Jana", []],
    ["Jana Nová", []],
  ])("in %j is of %j", (text, ids) => {
    expect(mentionedIn(text, people)).toEqual(ids);
  });

  test("is found wherever it stands between words, and only there", () => {
    const words = fc.array(fc.constantFrom("a", "zápis", "@", "5. 3.", "x@y.cz", "(", "Jana"));
    fc.assert(
      fc.property(words, words, fc.constantFrom(...people), (before, after, { name }) => {
        const around = (mention: string) => [...before, mention, ...after].join(" ");
        const all = people.filter((one) => one.name === name).map(({ id }) => id);
        expect(mentionedIn(around(`@${name}`), people)).toEqual(expect.arrayContaining(all));
        expect(mentionedIn(around(`x@${name}`), people)).toEqual(mentionedIn(around("x"), people));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test("takes no longer for a long text full of signs", () => {
    const many = Array.from({ length: 200 }, (_, id) => ({ id, name: `Jméno Příjmení ${id}` }));
    const started = performance.now();
    mentionedIn("@".repeat(4_000) + " @Jméno".repeat(500), many);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
