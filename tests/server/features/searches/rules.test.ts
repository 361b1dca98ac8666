import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf, markHits } from "../../../../server/features/searches/excerpts/rules.ts";
import { parseSearch, ranked, searchWords } from "../../../../server/features/searches/rules.ts";

describe("what is typed into the search", () => {
  test("words, words in quotes and words joined by punctuation become terms", () => {
    expect(parseSearch('Kulatý "stůl v Hradci" 22_006 slu')).toEqual([
      { words: ["kulaty"], isPrefix: false },
      { words: ["stul", "v", "hradci"], isPrefix: false },
      { words: ["22", "006"], isPrefix: false },
      { words: ["slu"], isPrefix: true },
    ]);
    expect(parseSearch("a")).toEqual([{ words: ["a"], isPrefix: false }]);
    expect(parseSearch(' "" * -- ')).toEqual([]);
  });

  test("never makes more than ten terms nor anything but letters and digits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
        const terms = parseSearch(typed);
        expect(terms.length).toBeLessThanOrEqual(10);
        for (const word of terms.flatMap(({ words }) => words)) {
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a number with punctuation is indexed in one piece and without leading zeros as well", () => {
    expect(searchWords("CZ.03.02/0003861, 5. 5. 2026").split(" ")).toEqual(
      expect.arrayContaining(["cz", "0003861", "cz03020003861", "3861", "2026"]),
    );
  });
});

describe("what stands out in a hit", () => {
  test("whole words are marked in the original writing", () => {
    expect(markHits("Proběhlo Školení lektorů", parseSearch("skoleni lekt"))).toEqual([
      { text: "Proběhlo ", isHit: false },
      { text: "Školení", isHit: true },
      { text: " ", isHit: false },
      { text: "lektorů", isHit: true },
    ]);
  });

  test("a registration number typed without punctuation is marked whole", () => {
    const parts = markHits("č. CZ.03.02.02/00/22_006/0001329", parseSearch("1329"));
    expect(parts.at(-1)).toEqual({ text: "CZ.03.02.02/00/22_006/0001329", isHit: true });
  });

  test("the excerpt is cut around the first hit, and its parts are pieces of the text", () => {
    const text = `${"slovo ".repeat(100)}porada ${"konec ".repeat(100)}`;
    const parts = excerptOf(text, parseSearch("porada"));
    expect(parts.find(({ isHit }) => isHit)?.text).toBe("porada");
    expect(parts.map((part) => part.text).join("").length).toBeLessThan(260);
    expect(parts[0]?.text).toBe("… ");
  });

  test("no text and no question breaks the marking", () => {
    const anything = fc.string({ unit: "grapheme", maxLength: 600 });
    fc.assert(
      fc.property(anything, anything, (text, typed) => {
        const terms = parseSearch(typed);
        const joined = markHits(text, terms).map((part) => part.text);
        expect(joined.join("")).toBe(text);
        const excerpt = excerptOf(text, terms).map((part) => part.text);
        const inner = excerpt.filter((part) => part !== "… " && part !== " …").join("");
        expect(text).toContain(inner);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

test("own projects come first, then hits in titles, then later days", () => {
  const candidate = (
    objectId: number,
    projectId: number,
    title: string,
    datedOn: string | null,
  ) => ({
    objectId,
    projectId,
    titleWords: searchWords(title),
    datedOn,
  });
  const order = ranked(
    [
      candidate(1, 9, "Porada", "2026-03-01"),
      candidate(2, 9, "", "2026-03-02"),
      candidate(3, 5, "", "2024-01-01"),
      candidate(4, 5, "", null),
      candidate(5, 5, "Velká porada", "2023-01-01"),
    ],
    parseSearch("porada"),
    new Set([5]),
  );
  expect(order.map(({ objectId }) => objectId)).toEqual([5, 3, 4, 1, 2]);
});
