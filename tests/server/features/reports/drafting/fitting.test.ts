import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, fitted } from "../../../../../server/features/reports/drafting/fitting.ts";
import { countedLength } from "../../../../../server/features/reports/places.ts";

const rest = (left: number) => `Dalších ${left}.`;
const list = (texts: readonly string[], heading: string | null = "Přehled:"): Block => ({
  heading,
  lines: texts.map((text, place) => ({ text, weight: place })),
  rest,
});

describe("a drafted text", () => {
  test("keeps every paragraph and line where there is room, and no empty list", () => {
    const blocks = ["Úvod.", "", list([]), list(["První.", "Druhý."]), "Závěr."];
    expect(fitted(blocks, 2_000)).toBe("Úvod.\nPřehled:\n– První.\n– Druhý.\nZávěr.");
  });

  test("tells long lines shorter before it leaves any out", () => {
    const long = { text: `Krátce. ${"A ještě dlouze. ".repeat(20)}`, short: "Krátce." };
    const text = fitted([{ heading: null, lines: [long, long], rest }], 200);
    expect(text).toBe("– Krátce.\n– Krátce.");
  });

  test("leaves out what weighs least and says how many", () => {
    const lines = Array.from({ length: 10 }, (_, i) => `Řádek ${i} ${"x".repeat(30)}`);
    const text = fitted(["Úvod.", list(lines)], 300);
    expect(text).toMatch(/^Úvod\.\nPřehled:\n/);
    expect(text).toContain("Řádek 9");
    expect(text).not.toContain("Řádek 0");
    const kept = text.match(/Řádek/g)?.length ?? 0;
    expect(text.endsWith(`Dalších ${10 - kept}.`)).toBe(true);
  });

  test("cuts a paragraph that alone is too long between words", () => {
    const text = fitted(["slovo ".repeat(100).trim()], 150);
    expect(text).toMatch(/slovo …$/);
    expect(countedLength(text)).toBeLessThanOrEqual(100);
  });

  test("always leaves the reserve that the official form asks for, new lines counted as two", () => {
    const words = fc.string({ minLength: 1, maxLength: 120 });
    const block = fc.oneof(
      words,
      fc.array(words, { maxLength: 40 }).map((texts) => list(texts)),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 6 }),
        fc.integer({ min: 120, max: 2_000 }),
        (blocks, limit) => {
          expect(countedLength(fitted(blocks, limit))).toBeLessThanOrEqual(limit - 50);
        },
      ),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});
