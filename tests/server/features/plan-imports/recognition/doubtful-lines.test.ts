import { describe, expect, test } from "vitest";
import { recogniseCards } from "../../../../../server/features/plan-imports/recognition/recognising/rules.ts";

const read = (lines: string[]) =>
  recogniseCards(
    lines.map((text, at) => ({ number: at + 1, page: null, text })),
    { services: [], terms: [] },
  );

const unread = (lines: string[]) =>
  read(lines)
    .lines.filter(({ fate }) => fate === "unrecognised")
    .map(({ text }) => text);

const ofArea = (
  more: Partial<Record<"name" | "responsible" | "funding" | "end", string[]>> = {},
) => [
  "KARTA ROZVOJOVÉ AKTIVITY",
  "Číslo aktivity: 1.1.1",
  "Název aktivity: Dílna v každém městě",
  ...(more.name ?? []),
  "Cílové skupiny uživatelů: mladí dospělí",
  "Dotčené druhy sociálních služeb (§): Noclehárny (§ 63)",
  "Doba realizace: 2025+",
  "Odpovědnost za realizaci: kraj",
  ...(more.responsible ?? []),
  "Předpokládané náklady: 3 mil. Kč",
  "Zdroje financování: kraj",
  ...(more.funding ?? []),
  "Popis aktivity a její výstupy: Dílna přijme každého, kdo přijde.",
  "Opatření vedoucí k naplnění:",
  "• Najít prostor",
  ...(more.end ?? []),
];

const ofGoal = (number: string, goals: string, description: string[]) => [
  "KARTA ROZVOJOVÉ AKTIVITY",
  `Číslo aktivity: ${number}`,
  "Název aktivity: Sdílený dům",
  `Vazba na další strategické cíle: ${goals}`,
  "Cílové skupiny uživatelů: S",
  "Dotčené druhy sociálních služeb (§): všechny",
  "Doba realizace: 2018-2021",
  "Odpovědnost za realizaci kraj",
  "Financování: kraj",
  `Popis aktivity: ${description[0]}`,
  ...description.slice(1),
];

describe("lines of a card that no field has a place for", () => {
  test("are not glued to the field before them", () => {
    const lines = ofArea({
      name: ["Priorita: vysoká"],
      responsible: ["Území: celý kraj"],
      funding: ["Indikátor: počet dílen"],
    });
    expect(unread(lines)).toEqual([
      "Priorita: vysoká",
      "Území: celý kraj",
      "Indikátor: počet dílen",
    ]);
    expect(read(lines).cards[0]?.content).toMatchObject({
      ...{ name: "Dílna v každém městě", responsible: "kraj", funding: "kraj" },
    });
  });

  test("are told from amounts of a cost that has several lines", () => {
    const lines = ofArea({ funding: ["Obce: 2 mil. Kč"] });
    expect(unread(lines)).toEqual([]);
    expect(read(lines).cards[0]?.content.funding).toBe("kraj Obce: 2 mil. Kč");
  });

  test("are notes of whoever keeps the annex, also under a description", () => {
    const card = ofGoal("A01-01", "SC2", [
      "Dům má osm bytů.",
      "Poznámka: v jednání",
      "Zpracoval: odbor",
    ]);
    expect(unread(card)).toEqual(["Poznámka: v jednání", "Zpracoval: odbor"]);
    expect(read(card).cards[0]?.content.description).toBe("Dům má osm bytů.");
  });

  test("are not sentences of a description that bear a colon", () => {
    const card = ofGoal("A01-01", "SC2", ["Dům má osm bytů.", "Výstup: osm nájemních smluv."]);
    expect(unread(card)).toEqual([]);
  });
});

describe("goals of a card", () => {
  const LIST = ["Strategický cíl 1 – Péče doma", "Strategický cíl 2 – Důstojné bydlení pro rodiny"];

  test("whose columns were read across are put together by titles known from elsewhere", () => {
    const tangled = "SC2 Důstojné bydlení SC3 Podpora lidí v práci pro rodiny";
    const straight = "SC2 Důstojné bydlení pro rodiny SC3 Podpora lidí v práci";
    const lines = [
      ...LIST,
      ...ofGoal("A01-01", tangled, ["Text."]),
      ...ofGoal("A01-02", straight, ["Jiný text."]),
    ];
    const [first, second] = read(lines).cards;
    expect(first?.content.goals).toBe("SC2 Důstojné bydlení pro rodiny\nSC3 Podpora lidí v práci");
    expect(first?.repairs).toMatchObject([{ kind: "goals", before: tangled }]);
    expect(second?.content.goals).toBe(first?.content.goals);
    expect(second?.repairs).toEqual([]);
  });

  test("listed before the first card are no heading that it stands under", () => {
    const lines = [...LIST, ...ofGoal("A01-01", "SC2", ["Text."])];
    const { cards, areas } = read(lines);
    expect(cards[0]?.content.areaCode).toBe("SC1");
    expect(cards[0]?.warnings.map(({ code }) => code)).not.toContain("number-outside-area");
    expect(areas.map(({ code }) => code)).toEqual(["SC1", "SC2"]);
  });
});

describe("a card's heading", () => {
  test("may bear its number", () => {
    const lines = [
      "2.1 Práce",
      "KARTA ROZVOJOVÉ AKTIVITY č. 2.1.1",
      "Název aktivity: Sdílená dílna",
    ];
    expect(read([...lines, ...ofArea().slice(4)]).cards).toMatchObject([
      { content: { number: "2.1.1", name: "Sdílená dílna", areaCode: "2.1" } },
    ]);
  });

  test("that says it goes on begins no card: the list of the page before goes on", () => {
    const lines = [
      ...ofArea(),
      "12",
      "KARTA ROZVOJOVÉ AKTIVITY – pokračování",
      "• Vybavit dílnu",
      "• Otevřít",
      ...ofArea().map((line) => line.replace("1.1.1", "1.1.2")),
    ];
    const { cards } = read(lines);
    expect(cards.map(({ content }) => content.measures)).toEqual([
      ["Najít prostor", "Vybavit dílnu", "Otevřít"],
      ["Najít prostor"],
    ]);
    expect(unread(lines)).toEqual([]);
  });
});
