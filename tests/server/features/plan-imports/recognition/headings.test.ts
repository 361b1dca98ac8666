import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  fateOf,
  goalsCard,
} from "../../../../support/annexes/plain-cards.ts";

describe("the heading of a card", () => {
  test.each([
    "KARTA ROZVOJOVÉAKTIVITY",
    "Karta rozvojové aktivity",
    "K A R T A  R O Z V O J O V É  A K T I V I T Y",
    "KARTA ROZVOJOVÉ\nAKTIVITY",
    "KARTA ROZVOJOVE AKTIVTY",
    "**KARTA ROZVOJOVÉ AKTIVITY**",
    "KARTA ROZVOJOVÉ AKTIVITY\nKARTA ROZVOJOVÉ AKTIVITY",
  ])("opens one card as %j", (heading) => {
    const annex = annexOf(areasCard("1.1.1"), areasCard("1.1.2", { heading }), areasCard("1.1.3"));
    expect(annex.cards.map(({ content }) => content.number)).toEqual(["1.1.1", "1.1.2", "1.1.3"]);
    expect(annex.lines.filter(({ fate }) => fate === "unrecognised")).toEqual([]);
    expect(cardIn(annex, "1.1.1").content.measures).toEqual(["Nákup pomůcek", "Školení řidičů"]);
  });

  test("may be missing: the number opens the card", () => {
    const annex = annexOf(areasCard("1.1.1"), areasCard("1.1.2", { heading: null }));
    expect(annex.cards).toHaveLength(2);
  });

  test("may have the first label glued to it", () => {
    const glued = areasCard("1.1.2", {
      heading: "KARTA ROZVOJOVÉ AKTIVITYČíslo aktivity: 1.1.2",
      number: null,
    });
    expect(cardIn(annexOf(areasCard("1.1.1"), glued), "1.1.2").content.name).toContain("1.1.2");
  });

  test("may bear the number", () => {
    const heading = "KARTA ROZVOJOVÉ AKTIVITY č. 1.1.2";
    const annex = annexOf(areasCard("1.1.1"), areasCard("1.1.2", { heading, number: null }));
    expect(annex.cards.map(({ content }) => content.number)).toEqual(["1.1.1", "1.1.2"]);
  });

  test("may have the bare number under it, or behind a label nobody can read", () => {
    for (const number of ["1.1.2", "Člío aktvty: 1.1.2"]) {
      const annex = annexOf(areasCard("1.1.1"), areasCard("1.1.2", { number }), areasCard("1.1.3"));
      expect(annex.cards.map(({ content }) => content.number)).toEqual(["1.1.1", "1.1.2", "1.1.3"]);
      expect(annex.lines.filter(({ fate }) => fate === "unrecognised")).toEqual([]);
    }
  });

  test("comes again where a card goes on on the next page", () => {
    const costs = "KARTA ROZVOJOVÉ AKTIVITY – pokračování\nPředpokládané náklady: 3 mil. Kč";
    const again =
      "KARTA ROZVOJOVÉ AKTIVITY\nČíslo aktivity: 1.1.1\nPředpokládané náklady: 3 mil. Kč";
    for (const source of [costs, again]) {
      const annex = annexOf(areasCard("1.1.1", { costs: source }), areasCard("1.1.2"));
      expect(annex.cards).toHaveLength(2);
      expect(cardIn(annex, "1.1.1").content).toMatchObject({
        costs: "3 mil. Kč",
        funding: "EU, MPSV",
      });
    }
  });

  test("is not what prose says of such cards", () => {
    const description =
      "Popis aktivity a její výstupy\nKarta rozvojové aktivity popisuje záměr kraje.";
    const annex = annexOf(areasCard("1.1.1", { description }), areasCard("1.1.2"));
    expect(annex.cards).toHaveLength(2);
  });

  test("and the number lost, a card still begins with its name", () => {
    const annex = annexOf(
      areasCard("1.1.1"),
      areasCard("1.1.2", { heading: null, number: null }),
      areasCard("1.1.3"),
    );
    expect(annex.cards.map(({ content }) => content.number)).toEqual(["1.1.1", "1.1.2", "1.1.3"]);
    expect(cardIn(annex, "1.1.2").repairs).toHaveLength(1);
  });
});

describe("numbers", () => {
  test.each(["A 01 – 02", "A1-2", "AO1-02", "A01 - 02", "a01-02", "A01–02"])(
    "of goals may be written %s",
    (number) => {
      const annex = annexOf(goalsCard("A01-01"), goalsCard(number), goalsCard("A01-03"));
      expect(codesOf(cardIn(annex, "A01-02"))).toContain("number-normalised");
    },
  );

  test.each(["1.1.2.", "1. 1. 2", "1.1.2)", "1 . 1 . 2", "1.l.2"])(
    "of areas may be written %s",
    (number) => {
      const annex = annexOf(areasCard("1.1.1"), areasCard(number), areasCard("1.1.3"));
      expect(codesOf(cardIn(annex, "1.1.2"))).toContain("number-normalised");
    },
  );

  test("twice are told with both cards", () => {
    const annex = annexOf(areasCard("1.1.1"), areasCard("1.1.2"), areasCard("1.1.2"));
    expect(annex.cards.map((card) => codesOf(card).includes("number-twice"))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("left out are told of the whole", () => {
    const { warnings } = annexOf(areasCard("1.1.1"), areasCard("1.1.3"));
    expect(warnings).toContainEqual({ code: "number-gap", params: { number: "1.1.2" } });
  });

  test("missing are proposed by the cards before and after, and may be declined", () => {
    const parts = [
      areasCard("1.1.1"),
      areasCard("1.1.2", { number: "Číslo aktivity:" }),
      areasCard("1.1.3"),
    ];
    const [, card] = annexOf(...parts).cards;
    expect(card?.content.number).toBe("1.1.2");
    expect(card?.repairs).toMatchObject([{ kind: "number", before: "", after: "1.1.2" }]);
  });

  test("followed by the name on their line give it to the name where that is missing", () => {
    const card = areasCard("1.1.2", {
      number: "Číslo aktivity: 1.1.2 Doprava k lékaři",
      name: null,
    });
    expect(cardIn(annexOf(areasCard("1.1.1"), card), "1.1.2").content.name).toBe(
      "Doprava k lékaři",
    );
  });

  test("keep prose under them out of the card", () => {
    const number = "Číslo aktivity: 1.1.2\nTento odstavec nepatří k žádnému údaji karty.";
    const annex = annexOf(areasCard("1.1.1"), areasCard("1.1.2", { number }));
    expect(fateOf(annex, "Tento odstavec")).toBe("unrecognised");
  });
});
