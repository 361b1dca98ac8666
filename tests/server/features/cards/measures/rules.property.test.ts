import fc from "fast-check";
import { expect, test } from "vitest";
import type { MeasurePlace } from "../../../../../db/queries/measures.ts";
import { rewriteMeasures } from "../../../../../server/features/cards/measures/rules.ts";
import { foldText } from "../../../../../server/values/fold.ts";

const AT = "2026-03-02T07:30:00.000Z";
const LONG_AGO = "2025-01-01T00:00:00.000Z";
const texts = fc.array(fc.constantFrom("Kurzy", "kurzy", "Půjčovna", "Pujcovna", "Síť", "Dům"), {
  maxLength: 8,
});
const before = texts.chain((all) =>
  fc.tuple(...all.map(() => fc.boolean())).map((gone) =>
    all.map(
      (text, index): MeasurePlace => ({
        ...{ id: index + 1, cardId: 1, position: index + 1, text },
        archivedAt: gone[index] ? LONG_AGO : null,
      }),
    ),
  ),
);

test("a rewritten list is in its order what was asked for, and nobody is lost or doubled", () => {
  fc.assert(
    fc.property(before, texts, (standing, wanted) => {
      const { added, changed } = rewriteMeasures(standing, wanted, AT);
      const after = standing.map((one) => changed.find(({ id }) => id === one.id) ?? one);
      const living = after.filter(({ archivedAt }) => archivedAt === null);
      const list = [...living, ...added].toSorted((a, b) => a.position - b.position);
      expect(list.map(({ text }) => text)).toEqual(wanted);
      expect(after).toHaveLength(standing.length);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("no measure is written anew while one with the same words was there", () => {
  fc.assert(
    fc.property(before, texts, (standing, wanted) => {
      const { added } = rewriteMeasures(standing, wanted, AT);
      for (const words of new Set(wanted.map(foldText))) {
        const count = (all: readonly { text: string }[]) =>
          all.filter(({ text }) => foldText(text) === words).length;
        const asked = wanted.filter((text) => foldText(text) === words).length;
        expect(count(added)).toBe(Math.max(0, asked - count(standing)));
      }
    }),
    { seed: 8, numRuns: 300 },
  );
});

test("the same list again changes nothing", () => {
  fc.assert(
    fc.property(texts, (wanted) => {
      const standing = wanted.map((text, index) => ({
        ...{ id: index + 1, cardId: 1, position: index + 1, text, archivedAt: null },
      }));
      const { added, changed } = rewriteMeasures(standing, wanted, AT);
      expect({ added, changed }).toEqual({ added: [], changed: [] });
    }),
    { seed: 9, numRuns: 200 },
  );
});
