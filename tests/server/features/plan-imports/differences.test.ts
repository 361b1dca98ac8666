import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTexts } from "../../../../server/features/plan-imports/differences/rules.ts";
import {
  measuresIn,
  measuresText,
} from "../../../../server/features/plan-imports/measures/rules.ts";

const SEED = { seed: 20261122, numRuns: 300 };

/** The text that the pieces of these kinds make. */
function textOf(pieces: ReturnType<typeof compareTexts>, left: "removed" | "added"): string {
  return pieces
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join("");
}

const words = fc
  .array(fc.constantFrom("jedna", "dvě", "tři", "čtyři", " ", "\n"), { maxLength: 25 })
  .map((all) => all.join(" "));

describe("two texts compared", () => {
  test("only the words that differ are marked", () => {
    expect(compareTexts("pomoc lidem doma", "pomoc všem lidem doma")).toEqual([
      { kind: "same", text: "pomoc " },
      { kind: "added", text: "všem " },
      { kind: "same", text: "lidem doma" },
    ]);
  });

  test("both texts can be read from the pieces, whatever they are", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = compareTexts(before, after);
        expect(textOf(pieces, "added")).toBe(before);
        expect(textOf(pieces, "removed")).toBe(after);
        if (before === after) expect(pieces.every(({ kind }) => kind === "same")).toBe(true);
      }),
      SEED,
    );
  });

  test("texts too long to be compared word by word are shown as replaced", () => {
    const before = Array.from({ length: 1_100 }, (_, at) => `a${at}`).join(" ");
    const after = Array.from({ length: 1_100 }, (_, at) => `b${at}`).join(" ");
    expect(compareTexts(before, after).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});

describe("measures as a text", () => {
  test("a line that begins with a dash belongs to the measure above it", () => {
    expect(measuresIn("• Jedno\n- pod ním\n  – a dál\n\nDruhé")).toEqual([
      "Jedno\n– pod ním\n– a dál",
      "Druhé",
    ]);
  });

  test("what is read back is what was shown", () => {
    const line = fc.stringMatching(/^[a-zěščřžýáíé]{1,12}( [a-z]{1,8}){0,3}$/);
    const measure = fc
      .tuple(line, fc.array(line, { maxLength: 3 }))
      .map(([first, below]) => [first, ...below.map((one) => `– ${one}`)].join("\n"));
    fc.assert(
      fc.property(fc.array(measure, { maxLength: 8 }), (measures) => {
        expect(measuresIn(measuresText(measures))).toEqual(measures);
      }),
      SEED,
    );
  });
});
