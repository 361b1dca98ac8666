import { describe, expect, test } from "vitest";
import { comparePlans, olderFirst } from "../../../../server/features/card-continuations/rules.ts";

const plan = (id: number, fromYear: number | null, toYear: number | null = null) => ({
  ...{ id, fromYear, toYear },
});
const cards = (names: string[], first = 1) => names.map((name, at) => ({ id: first + at, name }));
const nothing = { continuations: [], dismissed: [] };

describe("two plans beside each other", () => {
  test("stand the older one first, one without years last", () => {
    const [old, recent, undated] = [plan(9, 2014, 2017), plan(2, 2024), plan(1, null)];
    expect(olderFirst(recent, old)).toEqual([old, recent]);
    expect(olderFirst(old, recent)).toEqual([old, recent]);
    expect(olderFirst(undated, recent)).toEqual([recent, undated]);
    expect(olderFirst(plan(5, 2024, 2026), plan(4, 2024, 2026))[0].id).toBe(4);
  });

  test("tell what continues, what might, what has ended and what is new", () => {
    const older = cards(["Terénní péče o seniory", "Krizová pomoc rodinám", "Sociální podnikání"]);
    const newer = cards(["Rozvoj terénní péče pro seniory", "Pomoc rodinám v krizi", "Hospic"], 11);
    const linked = { id: 5, fromCardId: 2, toCardId: 12, note: "jen zčásti" };
    const { older: rows, fresh } = comparePlans(older, newer, {
      ...nothing,
      continuations: [linked],
    });
    expect(rows.map(({ state }) => state)).toEqual(["offered", "continued", "ended"]);
    expect(rows[0]?.offers.map(({ card }) => card.id)).toEqual([11]);
    expect(rows[0]?.offers[0]?.words.map(({ from }) => from)).toEqual([
      "Terénní",
      "péče",
      "seniory",
    ]);
    expect(rows[1]?.continuations).toEqual([{ id: 5, card: newer[1], note: "jen zčásti" }]);
    // What a person has linked is not asked about again.
    expect(rows[1]?.offers).toEqual([]);
    expect(fresh).toEqual([
      { card: newer[0], isOffered: true },
      { card: newer[2], isOffered: false },
    ]);
  });

  test("offer no more than the three most alike, and let a card go on as several", () => {
    const newer = cards(["Péče o seniory", "Péče o seniory", "Péče o seniory", "Seniory péče"], 11);
    const [row] = comparePlans(cards(["Péče o seniory"]), newer, nothing).older;
    expect(row?.offers.map(({ card }) => card.id)).toEqual([11, 12, 13]);
    const split = [11, 12].map((toCardId) => ({
      id: toCardId,
      fromCardId: 1,
      toCardId,
      note: null,
    }));
    const [both] = comparePlans(cards(["Péče o seniory"]), newer, {
      ...nothing,
      continuations: split,
    }).older;
    expect(both?.continuations).toHaveLength(2);
  });

  test("offer what a person has dismissed no more, and the next alike in its place", () => {
    const newer = cards(["Péče o seniory", "Péče o seniory", "Péče o seniory", "Seniory péče"], 11);
    const away = (toCardId: number) => ({ id: toCardId + 100, fromCardId: 1, toCardId });
    const older = cards(["Péče o seniory"]);
    const dismissed = [away(11)];
    const [row] = comparePlans(older, newer, { ...nothing, dismissed }).older;
    expect(row?.offers.map(({ card }) => card.id)).toEqual([12, 13, 14]);
    expect(row?.dismissed).toEqual([{ id: 111, card: newer[0] }]);
    const all = { ...nothing, dismissed: [11, 12, 13, 14].map(away) };
    const { older: ended, fresh } = comparePlans(older, newer, all);
    expect(ended[0]).toMatchObject({ state: "ended", offers: [] });
    expect(fresh.map(({ isOffered }) => isOffered)).toEqual([false, false, false, false]);
    const linked = [{ id: 5, fromCardId: 1, toCardId: 12, note: null }];
    const [both] = comparePlans(older, newer, { continuations: linked, dismissed }).older;
    expect(both).toMatchObject({ state: "continued", dismissed: [] });
  });

  test("are told with nothing in either of them", () => {
    expect(comparePlans([], [], nothing)).toEqual({ older: [], fresh: [] });
    expect(comparePlans(cards(["Péče"]), [], nothing).older.map(({ state }) => state)).toEqual([
      "ended",
    ]);
  });
});
