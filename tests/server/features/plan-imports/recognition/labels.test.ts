import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  fateOf,
  goalsCard,
} from "../../../../support/annexes/plain-cards.ts";

const others = [areasCard("1.1.1"), areasCard("1.1.3")];

function second(sources: Parameters<typeof areasCard>[1]) {
  return cardIn(annexOf(others[0] ?? "", areasCard("1.1.2", sources), others[1] ?? ""), "1.1.2");
}

describe("labels", () => {
  test.each([
    ["without marks", "Doba realizace: 2025-2027".normalize("NFD").replace(/\p{M}/gu, "")],
    ["in capitals", "DOBA REALIZACE: 2025-2027"],
    ["in bold", "**Doba realizace:** 2025-2027"],
    ["after an opening bracket", "(Doba realizace: 2025-2027"],
    ["after a number", "5. Doba realizace: 2025-2027"],
    ["after a letter", "e) Doba realizace: 2025-2027"],
    ["in a row of a table", "| Doba realizace | 2025-2027 |"],
    ["with a letter missing", "Doba reaizace: 2025-2027"],
    ["with a letter doubled", "Doba realizzace: 2025-2027"],
    ["with letters swapped", "Doba raelizace: 2025-2027"],
    ["with another letter", "Doba realisace: 2025-2027"],
    ["with a blank before its colon", "Doba realizace : 2025-2027"],
    ["with a wide colon", "Doba realizace：2025-2027"],
    ["with a dash", "Doba realizace – 2025-2027"],
    ["with a semicolon", "Doba realizace; 2025-2027"],
    ["with a tab", "Doba realizace\t2025-2027"],
    ["with nothing behind", "Doba realizace 2025-2027"],
    ["glued", "Dobarealizace: 2025-2027"],
    ["over two lines", "Doba\nrealizace:\n2025-2027"],
    ["with its value on the next line", "Doba realizace:\n\n2025-2027"],
    ["shortened", "Termín: 2025-2027"],
    ["worded otherwise", "Období realizace: 2025-2027"],
  ])("are found %s", (_how, period) => {
    const { content } = second({ period });
    expect([content.period, content.services, content.responsible]).toEqual([
      "2025-2027",
      "Osobní asistence (§ 39), Raná péče (§ 54)",
      "LK, obce",
    ]);
  });

  test.each([
    "Dotčené druhy sociálních služeb\n(§):\nRaná péče (§ 54)",
    "Dotčené druhy sociálních\nslužeb (§):\nRaná péče (§ 54)",
    "Dotčené druhy\nsociálních\nslužeb (§): Raná péče (§ 54)",
    "Dotčené druhy sociálních služeb: (§)\nRaná péče (§ 54)",
    "Druhy služeb (§): Raná péče (§ 54)",
  ])("of services take their sign with them: %j", (services) => {
    expect(second({ services }).content.services).toBe("Raná péče (§ 54)");
  });

  test("of a table broken in their cell leave the value beside it whole", () => {
    const services =
      "Dotčené druhy sociálních\tOsobní asistence (§ 39),\nslužeb (§):\tRaná péče (§ 54)";
    expect(second({ services }).content.services).toBe("Osobní asistence (§ 39), Raná péče (§ 54)");
  });

  test("behind another value cut the line, which is said", () => {
    const card = second({
      period: "Doba realizace: 2024+ Odpovědnost za realizaci: obce",
      responsible: null,
    });
    expect([card.content.period, card.content.responsible]).toEqual(["2024+", "obce"]);
    expect(codesOf(card)).toContain("label-inside-line");
  });

  test("misspelt are told", () => {
    expect(codesOf(second({ costs: "Předpokládané nklady: 3 mil. Kč" }))).toContain(
      "label-misspelt",
    );
  });

  test.each([
    "Popis aktivity vychází z rozhovorů s rodinami.",
    "Financování bude zajištěno z rozpočtu kraje.",
    "Opatření vedoucí k naplnění cílů budou projednána s obcemi.",
    "Cílové skupiny uživatelů budou osloveny dopisem.",
  ])("are not seen where a sentence of the description begins like one: %s", (sentence) => {
    const card = second({
      description: `Popis aktivity a její výstupy\nPůjčovna se otevře.\n${sentence}`,
    });
    expect(card.content.description).toBe(`Půjčovna se otevře.\n${sentence}`);
    expect(card.content.measures).toEqual(["Nákup pomůcek", "Školení řidičů"]);
  });

  test("shortened in every card are the form of that annex, within other fields they are text", () => {
    const short = {
      targetGroups: "Cílová skupina: Senioři",
      services: "Druhy služeb: Raná péče (§ 54)",
      costs: "Náklady: 3 mil. Kč",
      funding: "Zdroje: EU",
      description: "Popis: Půjčovna vznikne v krajském městě.",
      measures: "Opatření:\n• Nákup vozu\n• Náklady: sleduje odbor",
    };
    const annex = annexOf(
      areasCard("1.1.1", short),
      areasCard("1.1.2", short),
      areasCard("1.1.3", short),
    );
    expect(cardIn(annex, "1.1.2").content).toMatchObject({
      targetGroups: "Senioři",
      services: "Raná péče (§ 54)",
      costs: "3 mil. Kč",
      funding: "EU",
      measures: ["Nákup vozu", "Náklady: sleduje odbor"],
    });
  });

  test("of both forms may be mixed in one annex", () => {
    const annex = annexOf(goalsCard("A01-01"), areasCard("1.1.1"), goalsCard("A01-02"));
    expect(annex.cards.map(({ content }) => [content.number, content.areaCode])).toEqual([
      ["A01-01", "SC1"],
      ["1.1.1", "1.1"],
      ["A01-02", "SC1"],
    ]);
  });

  test("that are no labels of the form keep their lines out of the field above", () => {
    const annex = annexOf(
      areasCard("1.1.1", {
        funding: "Zdroje financování: EU, MPSV\nSchválil: rada kraje dne 3. 2.",
      }),
      areasCard("1.1.2"),
    );
    expect(cardIn(annex, "1.1.1").content.funding).toBe("EU, MPSV");
    expect(fateOf(annex, "Schválil")).toBe("unrecognised");
  });

  test("are doubted where their marks differ from those of most cards", () => {
    const marks = (number: string) => ({ number: `${number}: #` });
    const recognised = annexOf(
      areasCard("1.1.1", marks("Číslo aktivity")),
      areasCard("1.1.2", marks("Císlo aktivity")),
      areasCard("1.1.3", marks("ČÍSLO AKTIVITY")),
    );
    const doubted = recognised.cards.filter((card) => codesOf(card).includes("label-misspelt"));
    expect(doubted.map(({ content }) => content.number)).toEqual(["1.1.2"]);
  });
});
