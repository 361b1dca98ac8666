import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  LIKE_ENOUGH,
  type Likeness,
  similarTitles,
} from "../../../../server/features/card-continuations/likeness/rules.ts";

const titled = (titles: readonly string[], first = 1) =>
  titles.map((title, at) => ({ id: first + at, title }));
const pairsOf = (found: readonly Likeness[]) => found.map(({ fromId, toId }) => [fromId, toId]);

describe("titles that may speak of the same thing", () => {
  test("are alike whatever the case, the diacritics and the forms of their words", () => {
    const [found] = similarTitles(
      titled(["Terénní pečovatelská služba"]),
      titled(["ROZVOJ TERENNICH PECOVATELSKYCH SLUZEB"]),
    );
    expect(found?.words).toEqual([
      { from: "Terénní", to: "TERENNICH" },
      { from: "pečovatelská", to: "PECOVATELSKYCH" },
      { from: "služba", to: "SLUZEB" },
    ]);
    expect(found?.scoreBp).toBeGreaterThan(LIKE_ENOUGH);
  });

  test("are the whole alike when they are the same, and are not offered for a common word", () => {
    const older = titled(["Rozvoj domovů", "Rozvoj poradny", "Rozvoj dílen", "Rozvoj stáží"]);
    expect(similarTitles(older, titled(["rozvoj  domovů."]))).toEqual([
      expect.objectContaining({ fromId: 1, toId: 1, scoreBp: 10_000 }),
    ]);
    expect(similarTitles(older, titled(["Rozvoj knihoven"]))).toEqual([]);
  });

  test("share no word that is but the beginning of another", () => {
    expect(similarTitles(titled(["Sociální práce"]), titled(["Socializace pravidel"]))).toEqual([]);
    expect(similarTitles(titled(["a v na pro"]), titled(["a v na pro"]))).toEqual([]);
    expect(similarTitles(titled([""]), titled(["…"]))).toEqual([]);
  });

  const word = fc.constantFrom(
    ...["péče", "péči", "služba", "služby", "službám", "rodina", "rodiny", "rozvoj", "rozvoje"],
    ...["senioři", "seniorů", "krize", "krizová", "bydlení", "pro", "a", "děti", "dětem", "Děti"],
  );
  const title = fc.array(word, { maxLength: 7 }).map((words) => words.join(" "));
  const titles = fc.array(title, { maxLength: 8 });

  test("are found the same from either side, and in the same order each time", () => {
    fc.assert(
      fc.property(titles, titles, (one, other) => {
        const [from, to] = [titled(one), titled(other, 100)];
        const found = similarTitles(from, to);
        const mirrored = similarTitles(to, from).map((pair) => ({
          ...{ fromId: pair.toId, toId: pair.fromId, scoreBp: pair.scoreBp },
          words: pair.words.map(({ from, to }) => ({ from: to, to: from })),
        }));
        const plain = (all: readonly Likeness[]) =>
          all
            .map((pair) => ({ ...pair, words: pair.words.map((w) => JSON.stringify(w)).sort() }))
            .sort((a, b) => a.fromId - b.fromId || a.toId - b.toId);
        expect(plain(mirrored)).toEqual(plain(found));
        expect(similarTitles(from, to)).toEqual(found);
        expect(pairsOf(similarTitles(from.toReversed(), to.toReversed())).sort()).toEqual(
          pairsOf(found).sort(),
        );
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("are never less than enough alike nor more than the whole, each word said once", () => {
    fc.assert(
      fc.property(titles, titles, (one, other) => {
        for (const { scoreBp, words } of similarTitles(titled(one), titled(other, 100))) {
          expect(scoreBp).toBeGreaterThanOrEqual(LIKE_ENOUGH);
          expect(scoreBp).toBeLessThanOrEqual(10_000);
          expect(words.length).toBeGreaterThan(0);
          expect(new Set(words.map(({ from }) => from)).size).toBe(words.length);
          expect(new Set(words.map(({ to }) => to)).size).toBe(words.length);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
