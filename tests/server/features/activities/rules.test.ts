import { describe, expect, test } from "vitest";
import {
  canBeRestored,
  filterTree,
  firstBaseline,
  inTreeOrder,
  isMove,
  leaves,
  neighbour,
  nextNumber,
  sharesFit,
  slip,
} from "../../../../server/features/activities/rules.ts";

const activity = (id: number, parentId: number | null = null, given = {}) => ({
  id,
  parentId,
  number: String(id),
  title: `Aktivita ${id}`,
  state: "running",
  ownerKey: "",
  ...given,
});
const idsOf = (list: { id: number }[]) => list.map(({ id }) => id);

describe("the order of the tree", () => {
  test("puts sub-activities below their own activity, in the order of their siblings", () => {
    const tree = inTreeOrder([activity(5), activity(3, 1), activity(1), activity(2, 1)]);
    expect(idsOf(tree)).toEqual([5, 1, 3, 2]);
    expect(tree.map(({ isSub }) => isSub)).toEqual([false, false, true, true]);
  });

  test("loses nobody whose parent is not there", () => {
    expect(idsOf(inTreeOrder([activity(1), activity(7, 99)]))).toEqual([1, 7]);
  });
});

describe("the filter", () => {
  const all = inTreeOrder([
    activity(1, null, { title: "Vzdělávání" }),
    activity(2, 1, { title: "Stáže pracovníků", state: "done", ownerKey: "user-4" }),
    activity(3, null, { title: "Kampaň", ownerKey: "contact-2" }),
  ]);
  const none = { text: "", state: "", owner: "" };

  test("without a wish passes everything", () => {
    expect(idsOf(filterTree(all, none))).toEqual([1, 2, 3]);
  });

  test("reads text without diacritics and keeps the parent of what it found", () => {
    const found = filterTree(all, { ...none, text: "STAZE" });
    expect(found.map(({ id, fits }) => [id, fits])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test("knows state, owner and the lack of an owner", () => {
    expect(idsOf(filterTree(all, { ...none, state: "done" }))).toEqual([1, 2]);
    expect(idsOf(filterTree(all, { ...none, owner: "contact-2" }))).toEqual([3]);
    expect(idsOf(filterTree(all, { ...none, owner: "nobody" }))).toEqual([1]);
  });
});

describe("the next number", () => {
  test.each([
    [[], false, "1"],
    [["1", "7", "3"], false, "8"],
    [[], true, "a"],
    [["a", "c"], true, "d"],
    [["z"], true, "aa"],
    [["z", "az"], true, "ba"],
  ])("after %j is %s → %s", (taken, isSub, next) => {
    expect(nextNumber(taken, isSub)).toBe(next);
  });

  test("is never one that is taken, however many there are", () => {
    const numbers: string[] = [];
    const letters: string[] = [];
    for (let count = 0; count < 800; count += 1) {
      numbers.push(nextNumber(numbers, false));
      letters.push(nextNumber(letters, true));
    }
    expect(new Set(numbers).size).toBe(800);
    expect(new Set(letters).size).toBe(800);
    expect([letters.at(25), letters.at(26), letters.at(-1)]).toEqual(["z", "aa", "adt"]);
  });
});

describe("shares and dates", () => {
  test("the shares of the key activities may make the whole, not more", () => {
    expect(sharesFit([6000, 4000, null])).toBe(true);
    expect(sharesFit([6000, 4000, 1])).toBe(false);
  });

  test("a day outside the span above is noticed, an unknown day is not", () => {
    const project = { startsOn: "2025-01-01", endsOn: "2025-12-31" };
    expect(leaves({ startsOn: "2025-01-01", endsOn: "2025-12-31" }, project)).toBe(false);
    expect(leaves({ startsOn: "2024-12-31", endsOn: null }, project)).toBe(true);
    expect(leaves({ startsOn: null, endsOn: "2026-01-01" }, project)).toBe(true);
    expect(leaves({ startsOn: "2026-05-01", endsOn: null }, project)).toBe(true);
    expect(leaves({ startsOn: null, endsOn: null }, project)).toBe(false);
    expect(
      leaves({ startsOn: "1999-01-01", endsOn: null }, { startsOn: null, endsOn: "2025-01-01" }),
    ).toBe(false);
  });

  test("slip is counted in days against the baseline", () => {
    expect(slip("2025-02-28", "2025-03-31")).toBe(31);
    expect(slip("2025-03-31", "2025-02-28")).toBe(-31);
    expect(slip(null, "2025-03-31")).toBeNull();
  });

  test("the first known dates become the baseline, later ones do not", () => {
    const none = { startsOn: null, endsOn: null };
    const first = firstBaseline(none, { startsOn: "2025-01-01", endsOn: null });
    expect(first).toEqual({ startsOn: "2025-01-01", endsOn: null });
    expect(firstBaseline(first, { startsOn: "2025-02-01", endsOn: "2025-06-30" })).toEqual({
      startsOn: "2025-01-01",
      endsOn: "2025-06-30",
    });
  });

  test("dates that were unknown are set, not moved", () => {
    const before = { startsOn: "2025-01-01", endsOn: null };
    expect(isMove(before, { startsOn: "2025-01-01", endsOn: "2025-06-30" })).toBe(false);
    expect(isMove(before, { startsOn: "2025-01-02", endsOn: null })).toBe(true);
    expect(isMove(before, { startsOn: null, endsOn: null })).toBe(true);
  });
});

test("a neighbour is found on both sides, not beyond the ends", () => {
  const row = [{ id: 4 }, { id: 9 }, { id: 2 }];
  expect(neighbour(row, 9, "up")).toEqual({ id: 4 });
  expect(neighbour(row, 9, "down")).toEqual({ id: 2 });
  expect(neighbour(row, 4, "up")).toBeUndefined();
  expect(neighbour(row, 2, "down")).toBeUndefined();
  expect(neighbour(row, 5, "down")).toBeUndefined();
});

test("what was archived is brought back within thirty days by the Prague calendar", () => {
  const archivedAt = "2026-01-31T23:30:00.000Z"; // already 1 February in Prague
  expect(canBeRestored(archivedAt, "2026-03-03")).toBe(true);
  expect(canBeRestored(archivedAt, "2026-03-04")).toBe(false);
});
