import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaGroups,
  countGroups,
  countStates,
  cutBar,
  isBare,
  markGroups,
  topArea,
  WITHOUT,
} from "../../../../../../server/features/card-links/coverage/groups/rules.ts";
import {
  type CoverageState,
  coverageStates,
} from "../../../../../../server/features/card-links/rules.ts";

const SEED = { seed: 20_261_122 };

const area = (id: number, code: string, parentId: number | null = null) => ({
  ...{ id, parentId, code, title: `Oblast ${code}` },
});
const AREAS = [area(1, "1"), area(2, "1.1", 1), area(3, "1.2", 1), area(4, "2")];

describe("cards put together by areas", () => {
  const cards = [
    { id: 11, areaId: 2 },
    { id: 12, areaId: 3 },
    { id: 13, areaId: 1 },
    { id: 14, areaId: null },
  ];

  test("an area holds what lies in it and within, the rest comes last", () => {
    const groups = areaGroups(AREAS, cards, "Mimo oblasti");
    expect(groups.map(({ label, depth, cardIds }) => [label, depth, cardIds])).toEqual([
      ["1 Oblast 1", 0, [13, 11, 12]],
      ["1.1 Oblast 1.1", 1, [11]],
      ["1.2 Oblast 1.2", 1, [12]],
      ["2 Oblast 2", 0, []],
      ["Mimo oblasti", 0, [14]],
    ]);
  });

  test("an area without cards is not bare, one whose cards nothing covers is", () => {
    const groups = countGroups(areaGroups(AREAS, cards, ""), (id) =>
      id === 11 ? "named" : "none",
    );
    expect(groups.map((group) => [group.key, isBare(group)])).toEqual([
      ["area-1", true],
      ["area-2", true],
      ["area-3", true],
      ["area-4", false],
      [WITHOUT, true],
    ]);
  });

  test("the outermost area is found from any depth, even of areas tangled into a circle", () => {
    expect(topArea(AREAS, 2)?.code).toBe("1");
    expect(topArea(AREAS, 4)?.code).toBe("2");
    expect(topArea(AREAS, null)).toBeUndefined();
    expect(topArea([area(1, "1", 2), area(2, "2", 1)], 1)).toBeDefined();
  });
});

test("a card stands in each of its groups, words of the catalogue before others", () => {
  const mark = (cardId: number, key: string, position: number | null) => ({
    ...{ cardId, key, position, label: key },
  });
  const marks = [
    mark(1, "jiné", null),
    mark(1, "senioři", 2),
    mark(2, "děti", 1),
    mark(2, "senioři", 2),
  ];
  const cards = [1, 2, 3].map((id) => ({ id, areaId: null }));
  const groups = markGroups(marks, cards, "Bez skupiny");
  expect(groups.map(({ label, cardIds }) => [label, cardIds])).toEqual([
    ["děti", [2]],
    ["senioři", [1, 2]],
    ["jiné", [1]],
    ["Bez skupiny", [3]],
  ]);
});

describe("a bar of coverage", () => {
  const states = fc.array(fc.constantFrom(...coverageStates), { minLength: 1, maxLength: 500 });

  test("is as long as the whole, its pieces follow one another and none is left out", () => {
    fc.assert(
      fc.property(states, (all) => {
        const ids = all.map((_, id) => id);
        const counts = countStates(ids, (id) => all[id] as CoverageState);
        const parts = cutBar({ counts, total: all.length });
        expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(parts.map(({ state }) => state)).toEqual(
          coverageStates.filter((state) => all.includes(state)),
        );
        let end = 0;
        for (const { x, width, count } of parts) {
          expect(x).toBeCloseTo(end, 1);
          expect(width).toBeCloseTo((count / all.length) * 100, 1);
          end = x + width;
        }
        expect(end).toBeCloseTo(100, 1);
      }),
      SEED,
    );
  });
});
