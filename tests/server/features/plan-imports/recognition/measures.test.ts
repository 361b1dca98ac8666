import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  declining,
  fateOf,
} from "../../../../support/annexes/plain-cards.ts";

const other = areasCard("1.1.2", {
  measures: "Opatření vedoucí k naplnění\n• Podpora pečujících\n• Podpora obcí",
});

function measured(...lines: string[]) {
  const measures = ["Opatření vedoucí k naplnění", ...lines].join("\n");
  return cardIn(annexOf(areasCard("1.1.1", { measures }), other), "1.1.1");
}

describe("measures", () => {
  test("are items, their lines joined", () => {
    expect(
      measured("• Nákup vozu pro", "lidi na vozíku", "• Školení řidičů").content.measures,
    ).toEqual(["Nákup vozu pro lidi na vozíku", "Školení řidičů"]);
  });

  test("go on where a line begins with a preposition that looks like a sign", () => {
    expect(
      measured("• Rozvoz obědů také", "o svátcích", "• Školení řidičů").content.measures,
    ).toEqual(["Rozvoz obědů také o svátcích", "Školení řidičů"]);
  });

  test("with letters go on behind what lay within one of them", () => {
    const lines = ["a) Nákup vozů", "b) Školení", "   - řidičů", "   - průvodců", "c) Úklid vozů"];
    expect(measured(...lines).content.measures).toEqual([
      "Nákup vozů",
      "Školení\n– řidičů\n– průvodců",
      "Úklid vozů",
    ]);
  });

  test("with dashes are parted at a sign of another list within them", () => {
    const card = measured("- Nákup vozu • Školení řidičů", "- Úklid vozu");
    expect(card.content.measures).toEqual(["Nákup vozu", "Školení řidičů", "Úklid vozu"]);
    expect(codesOf(card)).toContain("measures-glued");
  });

  test("leave a note under them to a person", () => {
    const recognised = annexOf(
      areasCard("1.1.1", {
        measures: "Opatření vedoucí k naplnění: Nákup vozu.\n\nPoznámka: projednáno v květnu",
      }),
    );
    expect(cardIn(recognised, "1.1.1").content.measures).toEqual(["Nákup vozu."]);
    expect(fateOf(recognised, "Poznámka: projednáno v květnu")).toBe("unrecognised");
  });

  test("with their sign on a line of its own", () => {
    expect(measured("•", "Nákup vozu", "•", "Školení řidičů").content.measures).toEqual([
      "Nákup vozu",
      "Školení řidičů",
    ]);
  });

  test.each([
    ["a dash", "– větší vůz", "– menší vůz"],
    ["a ring", "◦ větší vůz", "◦ menší vůz"],
    ["the letter o", "o\tvětší vůz", "o\tmenší vůz"],
    ["the letter o and a blank", "o větší vůz", "o menší vůz"],
    ["a place to the right", "    ▪ větší vůz", "    ▪ menší vůz"],
  ])("keep what lies within them: by %s", (_how, one, two) => {
    expect(measured("• Nákup vozů:", one, two, "• Školení řidičů").content.measures).toEqual([
      "Nákup vozů:\n– větší vůz\n– menší vůz",
      "Školení řidičů",
    ]);
  });

  test("run together are taken apart by what other measures begin with", () => {
    const card = measured(
      "• Nákup vozu pro lidi na vozíku Podpora rodin v odlehlých obcích",
      "• Školení řidičů",
    );
    expect(card.content.measures).toEqual([
      "Nákup vozu pro lidi na vozíku",
      "Podpora rodin v odlehlých obcích",
      "Školení řidičů",
    ]);
    expect(card.repairs).toMatchObject([
      { kind: "measures", before: expect.stringContaining("vozíku Podpora") },
    ]);
  });

  test("run together stay so when that is declined", () => {
    const measures =
      "Opatření vedoucí k naplnění\n• Nákup vozu pro lidi na vozíku Podpora rodin v odlehlých obcích";
    const parts = [areasCard("1.1.1", { measures }), other];
    const ids = annexOf(...parts).cards.flatMap(({ repairs }) => repairs.map(({ id }) => id));
    const [card] = declining(ids, ...parts).cards;
    expect(card?.content.measures).toEqual([
      "Nákup vozu pro lidi na vozíku Podpora rodin v odlehlých obcích",
    ]);
    expect(card?.repairs.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    "• Vazba na projekt Podpora rodin v odlehlých obcích",
    "• Rozvoj bydlení s vazbou na Podporu samostatného bydlení",
    "• Setkávání obcí (dříve akce Podpora obcí na hranicích kraje)",
  ])("with a capital of another cause are one: %s", (line) => {
    expect(measured(line, "• Školení řidičů").content.measures).toHaveLength(2);
  });

  test("with signs in one line are taken apart", () => {
    expect(measured("• Nákup vozu • Školení řidičů • Dohoda s obcemi").content.measures).toEqual([
      "Nákup vozu",
      "Školení řidičů",
      "Dohoda s obcemi",
    ]);
  });

  test("without any sign are one a line, or one a sentence, which is said", () => {
    const lines = measured(
      "Nákup vozu pro lidi",
      "Školení řidičů a pečujících osob",
      "Dohoda s obcemi",
    );
    expect(lines.content.measures).toEqual([
      "Nákup vozu pro lidi",
      "Školení řidičů a pečujících osob",
      "Dohoda s obcemi",
    ]);
    expect(codesOf(lines)).toContain("measures-without-signs");
    expect(measured("Bude koupen vůz. Řidiči projdou školením.").content.measures).toEqual([
      "Bude koupen vůz.",
      "Řidiči projdou školením.",
    ]);
  });

  test("that are empty or have lost their sign are told", () => {
    const card = measured("• Nákup vozu", "", "Podpora řidičů", "• Školení", "•");
    expect(card.content.measures).toEqual(["Nákup vozu", "Podpora řidičů", "Školení"]);
    expect(codesOf(card)).toEqual(
      expect.arrayContaining(["measure-without-sign", "measure-empty"]),
    );
  });

  test("end where prose stands behind them", () => {
    const measures =
      "Opatření vedoucí k naplnění\n• Nákup vozu\n• Školení řidičů\n\nKartu projednala pracovní skupina na jaře.";
    const annex = annexOf(areasCard("1.1.1", { measures }), other);
    expect(cardIn(annex, "1.1.1").content.measures).toEqual(["Nákup vozu", "Školení řidičů"]);
    expect(fateOf(annex, "Kartu projednala")).toBe("unrecognised");
  });
});
