import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  goalsCard,
} from "../../../../support/annexes/plain-cards.ts";

const rest = [areasCard("1.1.2"), areasCard("1.1.3")];

function first(sources: Parameters<typeof areasCard>[1]) {
  return cardIn(annexOf(areasCard("1.1.1", sources), ...rest), "1.1.1");
}

describe("what a card lacks", () => {
  test("is told of fields that are missing and of labels with nothing behind", () => {
    const card = first({ period: null, funding: "Zdroje financování:" });
    expect(card.warnings).toContainEqual({ code: "field-missing", field: "period" });
    expect(card.warnings).toContainEqual({ code: "field-empty", field: "funding" });
  });

  test("is nothing in a card of either form that is complete", () => {
    expect(codesOf(first({}))).toEqual([]);
    expect(codesOf(cardIn(annexOf(goalsCard("A02-01"), goalsCard("A02-02")), "A02-01"))).toEqual(
      [],
    );
  });

  test.each(["bude doplněno", "xxx", "…", "neobsazeno"])(
    "is everything in a card that keeps a place with %j",
    (filler) => {
      const empty = {
        targetGroups: "Cílové skupiny uživatelů:",
        services: "Dotčené druhy sociálních služeb (§):",
        responsible: "Odpovědnost za realizaci:",
        description: `Popis aktivity a její výstupy\n${filler}`,
        measures: "Opatření vedoucí k naplnění",
      };
      const card = first(empty);
      expect(card.isPlaceholder).toBe(true);
      expect(codesOf(card)).toEqual(["placeholder"]);
    },
  );

  test("with nothing but number and name it is a place kept too", () => {
    const annex = annexOf(
      "KARTA ROZVOJOVÉ AKTIVITY\nČíslo aktivity: 1.1.1\nNázev aktivity: Rezerva",
      ...rest,
    );
    expect(cardIn(annex, "1.1.1").isPlaceholder).toBe(true);
  });
});

describe("a field that stands there twice", () => {
  test("with the same text is one", () => {
    const card = first({ period: "Doba realizace: 2024+\nDoba realizace: 2024+" });
    expect(card.content.period).toBe("2024+");
    expect(codesOf(card)).toEqual(["field-twice-same"]);
  });

  test("with other texts keeps both", () => {
    const card = first({
      targetGroups: "Cílové skupiny uživatelů: Senioři\nCílové skupiny uživatelů: OZP",
    });
    expect(card.content.targetGroups).toBe("Senioři\nOZP");
    expect(codesOf(card)).toContain("field-twice");
  });
});

describe("what is doubted", () => {
  test("a section that does not fit its service is kept with the proposed one", () => {
    const card = first({ services: "Dotčené druhy sociálních služeb (§): Raná péče (§ 65)" });
    expect(card.content.services).toBe("Raná péče (§ 65)");
    expect(card.warnings).toMatchObject([
      { code: "section-does-not-fit", params: { section: "65", proposed: "54" } },
    ]);
  });

  test("a cost in words", () => {
    expect(codesOf(first({ costs: "Předpokládané náklady: viz síť služeb" }))).toEqual([
      "cost-text",
    ]);
  });

  test("in the form with goals the cost is in the field of sources", () => {
    const funding = "Financování:\tESF a LK ve výši 12,5 mil. Kč";
    const annex = annexOf(goalsCard("A02-01", { funding }), goalsCard("A02-02"));
    expect(annex.cards.map(({ content }) => content.costs)).toEqual([
      "ESF a LK ve výši 12,5 mil. Kč",
      "",
    ]);
  });
});

describe("an annex", () => {
  test("without any card has none", () => {
    for (const text of ["", "Zápis z jednání.\n\nPřítomni byli všichni členové komise."]) {
      expect(annexOf(text).cards).toEqual([]);
    }
  });

  test("has one fate for each line, whatever stands in it", () => {
    const odd = [
      "\u0000",
      "\t\t",
      "•",
      "((((",
      "Číslo aktivity:",
      "KARTA",
      "a".repeat(40_000),
      "|||",
      "§ § §",
    ];
    const { lines } = annexOf(areasCard("1.1.1"), odd.join("\n"), areasCard("1.1.2"));
    const fates = new Set(["field", "heading", "noise", "unrecognised"]);
    expect(
      lines.every(
        ({ fate, reason }) => fates.has(fate) && (fate === "noise") === (reason !== undefined),
      ),
    ).toBe(true);
  });
});
