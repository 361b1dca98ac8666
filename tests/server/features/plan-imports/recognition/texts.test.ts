import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  goalsCard,
} from "../../../../support/annexes/plain-cards.ts";

function described(...lines: string[]) {
  const description = ["Popis aktivity a její výstupy", ...lines].join("\n");
  return cardIn(
    annexOf(areasCard("1.1.1", { description }), areasCard("1.1.2"), areasCard("1.1.3")),
    "1.1.1",
  );
}

describe("descriptions", () => {
  test("join the lines of a paragraph and keep paragraphs apart", () => {
    const card = described(
      "Půjčovna bude otevřena",
      "každý den.",
      "",
      "O víkendu pomohou",
      "dobrovolníci.",
    );
    expect(card.content.description).toBe(
      "Půjčovna bude otevřena každý den.\nO víkendu pomohou dobrovolníci.",
    );
  });

  test("go by the annex's own rhythm where nearly each line has a blank one behind", () => {
    const doubled = (text: string) => text.split("\n").join("\n\n");
    const description =
      "Popis aktivity a její výstupy\n\nPůjčovna bude otevřena\n\nkaždý den.\n\nV sobotu zajistí\n\nprovoz dobrovolníci.\n\n\n\nObce pomohou\n\ns dopravou.";
    const annex = annexOf(
      areasCard("1.1.1", { description }),
      doubled(
        areasCard("1.1.2", {
          measures: "Opatření vedoucí k naplnění\n• Nákup vozu pro\nobce\n• Školení\nřidičů",
        }),
      ),
    );
    expect(cardIn(annex, "1.1.1").content.description.split("\n").at(-1)).toBe(
      "Obce pomohou s dopravou.",
    );
    expect(cardIn(annex, "1.1.2").content.measures).toEqual([
      "Nákup vozu pro obce",
      "Školení řidičů",
    ]);
  });

  test.each(["•", "▪", "-", "–", "*", "\uf0b7", "1)", "a)"])(
    "keep items signed %s as items",
    (sign) => {
      const card = described(
        "Půjčovna nabídne:",
        `${sign} vozíky`,
        `${sign} lůžka pro lidi,`,
        "kteří leží doma",
        "",
        "Zájemci se objednají předem.",
      );
      expect(card.content.description).toBe(
        "Půjčovna nabídne:\n• vozíky\n• lůžka pro lidi, kteří leží doma\nZájemci se objednají předem.",
      );
    },
  );

  test("without the markup that was left in them", () => {
    const card = described(
      "<p>Půjčovna&nbsp;nabídne</p><ul><li>vozíky</li><li>lůžka</li></ul><p>Vše **zdarma**.</p>",
    );
    expect(card.content.description).toBe("Půjčovna nabídne\n• vozíky\n• lůžka\nVše zdarma.");
  });

  test("a word cut at the end of a line is whole again, a compound keeps its hyphen", () => {
    const card = described(
      "O spolupráci rozhodne kraj. Tato spolu-",
      "práce a sociálně-",
      "zdravotní péče. Péče je sociálně-zdravotní.",
    );
    expect(card.content.description).toContain("spolupráce a sociálně-zdravotní péče");
    expect(codesOf(card)).not.toContain("hyphen-unclear");
    expect(codesOf(described("Bude zřízena meziobec-", "ní půjčovna."))).toContain(
      "hyphen-unclear",
    );
  });

  test("a number at the beginning of a wrapped line is no item", () => {
    const card = described(
      "Půjčovna bude v provozu od roku 2025 a poslouží lidem ve stupni závislosti",
      "3) nebo 4) a jejich rodinám v celém okrese i mimo něj, pokud o to požádají,",
      "a také obcím.",
    );
    expect(card.content.description).not.toContain("•");
  });
});

describe("registration numbers", () => {
  const known = "CZ.03.02.02/00/22_004/0001329";

  test.each([
    [
      "within a measure",
      { measures: `Opatření vedoucí k naplnění\n• Nákup vozu\n• Projekt reg. č. ${known}` },
      ["measures", 1],
    ],
    [
      "broken behind its introduction",
      { description: `Popis aktivity a její výstupy\nNavazuje na projekt reg.\nč. ${known}.` },
      ["description", null],
    ],
    [
      "broken within",
      {
        description:
          "Popis aktivity a její výstupy\nNavazuje na projekt CZ.03.02.02/00/22_004/\n0001329 a další.",
      },
      ["description", null],
    ],
    [
      "with blanks within",
      { funding: "Zdroje financování: EU (CZ.03. 02.02/00/22_004/ 0001329)" },
      ["funding", null],
    ],
    ["in the name", { name: `Název aktivity: Půjčovna (${known})` }, ["name", null]],
  ] as const)("are found %s", (_where, sources, [field, measure]) => {
    const card = cardIn(annexOf(areasCard("1.1.1", sources), areasCard("1.1.2")), "1.1.1");
    expect(card.registrationNumbers).toEqual([{ number: known, field, measure }]);
  });

  test("of the years before are found too, what only looks like one is doubted", () => {
    const description =
      "Popis aktivity:\tNavazuje na CZ.03.2.63/0.0/0.0/15_007/0003861 a CZ.03.02.02/00/22_4/13.";
    const card = cardIn(
      annexOf(goalsCard("A01-01", { description }), goalsCard("A01-02")),
      "A01-01",
    );
    expect(card.registrationNumbers).toHaveLength(1);
    expect(codesOf(card)).toContain("registration-number-invalid");
  });
});
