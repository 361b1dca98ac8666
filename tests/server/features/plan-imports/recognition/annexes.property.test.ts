import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recognition } from "../../../../../server/features/plan-imports/recognition/rules.ts";
import { lostTexts, misplaced, unaccounted } from "../../../../support/annexes/account.ts";
import {
  annexOfAreas,
  annexOfGoals,
  contentOf,
  type PutAnnex,
} from "../../../../support/annexes/content.ts";
import { recognise } from "../../../../support/annexes/recognised.ts";
import {
  type Defect,
  defects,
  type Interleaving,
  interleavedPair,
  interleaving,
  type Style,
  style,
  textsOf,
  written,
} from "../../../../support/annexes/writing.ts";

const RUNS = { seed: 20261122, numRuns: 50 };
const layouts = [
  ["areas", annexOfAreas],
  ["goals", annexOfGoals],
] as const;

/** A page may end between two paragraphs; nobody can tell that from a paragraph cut by it. */
function paragraphsFor({ isDoubleSpaced, pageNumber, pageHeader }: Style) {
  const isUncertain = isDoubleSpaced || pageNumber !== "none" || pageHeader !== null;
  return (text: string) => (isUncertain ? text.replaceAll("\n", " ") : text);
}

function put(annex: PutAnnex, look: Style) {
  const paragraphs = paragraphsFor(look);
  return annex.cards.map((card) => {
    const content = contentOf(card);
    return { ...content, description: paragraphs(content.description) };
  });
}

function read({ cards }: Recognition, look: Style) {
  const paragraphs = paragraphsFor(look);
  return cards.map(({ content }) => ({
    ...content,
    description: paragraphs(content.description),
  }));
}

/** In their order; one that touches two cards is named by both. */
function repairIds({ cards }: Recognition): string[] {
  return [...new Set(cards.flatMap(({ repairs }) => repairs.map(({ id }) => id)))];
}

/** Ordinals of the cards that each repair touches. */
function touched({ cards }: Recognition): string[] {
  return cards.flatMap(({ repairs, ordinal }) =>
    repairs.map(({ others }) => together([ordinal, ...others])),
  );
}

function together(ordinals: readonly number[]): string {
  return ordinals.toSorted((one, other) => one - other).join();
}

describe.each(layouts)("an annex of %s", (_layout, annexes) => {
  const spoiled = fc.tuple(annexes, style, defects, fc.option(interleaving, { nil: undefined }));
  const linesOf = ([annex, look, spoiling, mixed]: [
    PutAnnex,
    Style,
    Defect[],
    Interleaving | undefined,
  ]) => textsOf(written(annex, look, { defects: spoiling, interleaving: mixed }));

  test("is read back as it was put in, however it was laid out", () => {
    fc.assert(
      fc.property(annexes, style, (annex, look) => {
        expect(read(recognise(textsOf(written(annex, look))), look)).toEqual(put(annex, look));
      }),
      RUNS,
    );
  });

  test("has each of its lines in the card and field that it was written for", () => {
    fc.assert(
      fc.property(annexes, style, (annex, look) => {
        const lines = written(annex, look);
        expect(misplaced(recognise(textsOf(lines)), lines)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("is read back with labels misspelt, decorated, broken, shortened, within lines; with bullets glued", () => {
    fc.assert(
      fc.property(annexes, style, defects, (annex, look, spoiling) => {
        const lines = textsOf(written(annex, look, { defects: spoiling }));
        expect(read(recognise(lines), look)).toEqual(put(annex, look));
      }),
      RUNS,
    );
  });

  test("is read back when a page break put one card into another, by a repair of both", () => {
    fc.assert(
      fc.property(annexes, style, interleaving, (annex, look, mixed) => {
        const pair = interleavedPair(annex, mixed);
        fc.pre(pair !== undefined);
        const recognition = recognise(textsOf(written(annex, look, { interleaving: mixed })));
        expect(read(recognition, look)).toEqual(put(annex, look));
        expect(touched(recognition)).toContain(together([pair.loser + 1, pair.host + 1]));
      }),
      RUNS,
    );
  });

  test("has every line accounted for once, whatever is wrong with it", () => {
    fc.assert(
      fc.property(spoiled, (given) => {
        const lines = linesOf(given);
        expect(unaccounted(recognise(lines), lines)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("loses no text when its repairs are turned down", () => {
    fc.assert(
      fc.property(spoiled, (given) => {
        const lines = linesOf(given);
        const { cards } = recognise(lines, repairIds(recognise(lines)));
        const texts = put(given[0], given[1]).flatMap(({ areaCode, number, goals, ...said }) => [
          ...goals.split("\n"),
          ...Object.values(said).flat(),
        ]);
        expect(lostTexts(texts, cards)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("proposes the same repairs under the same names, whichever were turned down", () => {
    fc.assert(
      fc.property(spoiled, fc.nat(), (given, pick) => {
        const lines = linesOf(given);
        const ids = repairIds(recognise(lines));
        expect(repairIds(recognise(lines))).toEqual(ids);
        const declined = ids.filter((_, place) => ((pick >> (place % 16)) & 1) === 1);
        expect(repairIds(recognise(lines, declined)).toSorted()).toEqual(ids.toSorted());
      }),
      RUNS,
    );
  });
});
