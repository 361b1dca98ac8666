import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  fateOf,
  goalsCard,
} from "../../../../support/annexes/plain-cards.ts";

function titles(annex: ReturnType<typeof annexOf>) {
  return annex.areas.map(({ code, title }) => `${code} ${title}`.trim());
}

describe("areas", () => {
  test.each([
    ["1 OBLAST PÉČE O RODINY", "1 OBLAST PÉČE O RODINY"],
    ["1. OBLAST PÉČE\n\nO RODINY", "1 OBLAST PÉČE O RODINY"],
    ["Oblast 1: Péče o rodiny", "1 Péče o rodiny"],
    ["OBLAST Č. 1 – PÉČE O RODINY", "1 PÉČE O RODINY"],
    ["Priorita 1 Péče o rodiny", "1 Péče o rodiny"],
    ["**1 OBLAST PÉČE O RODINY**", "1 OBLAST PÉČE O RODINY"],
    ["OBLAST PÉČE O RODINY", "1 OBLAST PÉČE O RODINY"],
  ])("are read from %j", (heading, title) => {
    const annex = annexOf(heading, "1.1 Doma a blízko", areasCard("1.1.1"), areasCard("1.1.2"));
    expect(titles(annex)).toEqual([title, "1.1 Doma a blízko"]);
    expect(annex.lines.filter(({ fate }) => fate === "unrecognised")).toEqual([]);
  });

  test.each([
    ["2.1. Pomoc v bytě", "Pomoc v bytě"],
    ["2.1 Pomoc v bytě a\nv okolí", "Pomoc v bytě a v okolí"],
    [
      "2.1 Podpora života lidí, kteří stárnou, v jejich bytě nebo\n\nv obci",
      "Podpora života lidí, kteří stárnou, v jejich bytě nebo v obci",
    ],
    ["Podoblast 2.1: Pomoc v bytě", "Pomoc v bytě"],
  ])("within areas are read after the last measure of the card before: %j", (heading, title) => {
    const annex = annexOf(
      areasCard("1.1.1"),
      "2 OBLAST PÉČE O SENIORY",
      heading,
      areasCard("2.1.1"),
    );
    expect(titles(annex)).toContain(`2.1 ${title}`);
    expect(cardIn(annex, "1.1.1").content.measures).toEqual(["Nákup pomůcek", "Školení řidičů"]);
    expect(cardIn(annex, "2.1.1").content.areaCode).toBe("2.1");
  });

  test("missing are made of the numbers of cards, which is said", () => {
    const annex = annexOf("1.1 Doma", areasCard("1.1.1"), areasCard("1.2.1"), areasCard("1.2.2"));
    expect(cardIn(annex, "1.2.1").content.areaCode).toBe("1.2");
    expect(annex.warnings).toContainEqual({ code: "area-missing", params: { area: "1.2" } });
  });

  test("that the number of a card does not fit are doubted", () => {
    const annex = annexOf("1.1 Doma", areasCard("1.1.1"), areasCard("7.1.2"), areasCard("1.1.3"));
    expect(cardIn(annex, "7.1.2").content.areaCode).toBe("1.1");
    expect(codesOf(cardIn(annex, "7.1.2"))).toContain("number-outside-area");
  });

  test("followed by prose leave it unrecognised", () => {
    const prose =
      "Tato kapitola vysvětluje, proč kraj podporuje rodiny s dětmi v odlehlých obcích.";
    const annex = annexOf("1 OBLAST PÉČE O RODINY", "1.1 Doma", prose, areasCard("1.1.1"));
    expect(titles(annex)).toEqual(["1 OBLAST PÉČE O RODINY", "1.1 Doma"]);
    expect(fateOf(annex, "Tato kapitola")).toBe("unrecognised");
  });

  test("are not numbered lines of a description", () => {
    const description = "Popis aktivity:\tKroky:\n1.1 Nákup vozu.\n1.2 Školení řidiče.";
    const annex = annexOf(goalsCard("A01-01", { description }), goalsCard("A01-02"));
    expect(annex.areas.map(({ kind }) => kind)).toEqual(["goal", "goal"]);
    expect(cardIn(annex, "A01-01").content.description).toContain("Školení řidiče.");
  });
});

describe("goals", () => {
  const straight = goalsCard("A02-01", {
    goals: "Vazba na strategický cíl:\tSC2 Pomoc v domácnosti SC3 Práce pro každého",
  });

  test.each([
    ["with the code at the end", "SC2 Pomoc v domácnosti Práce pro každého\tSC3"],
    ["with the codes first", "SC2 SC3 Pomoc v domácnosti Práce pro každého"],
    ["with the codes last", "Pomoc v domácnosti Práce pro každého SC2 SC3"],
    ["with columns across lines", "SC2 Pomoc v\nSC3 domácnosti Práce pro každého"],
  ])("read across columns are put in order by titles from elsewhere: %s", (how, goals) => {
    const card = cardIn(
      annexOf(goalsCard("A01-01", { goals: `Vazba na strategický cíl:\t${goals}` }), straight),
      "A01-01",
    );
    if (how === "with columns across lines") return expect(card.content.goals).toContain("SC2");
    expect(card.content.goals).toBe("SC2 Pomoc v domácnosti\nSC3 Práce pro každého");
    expect(card.repairs).toMatchObject([{ kind: "goals", field: "goals" }]);
  });

  test("each on a line of its own", () => {
    expect(cardIn(annexOf(straight), "A02-01").content.goals).toBe(
      "SC2 Pomoc v domácnosti\nSC3 Práce pro každého",
    );
  });

  test("of a card are those of its number, with the title wherever the annex gives it", () => {
    const annex = annexOf(goalsCard("A01-01"), straight, goalsCard("A03-01"));
    expect(cardIn(annex, "A03-01").content.areaCode).toBe("SC3");
    expect(annex.areas).toContainEqual({
      code: "SC3",
      title: "Práce pro každého",
      parentCode: null,
      kind: "goal",
    });
  });

  test.each([
    "SC1 Rodina doma",
    "Strategický cíl 1: Rodina doma",
    "Strategický cíl SC1 – Rodina doma",
  ])("may have headings: %s", (heading) => {
    const annex = annexOf(heading, goalsCard("A01-01"), straight);
    expect(annex.areas[0]).toMatchObject({ code: "SC1", title: "Rodina doma" });
    expect(fateOf(annex, "Rodina doma")).toBe("heading");
  });

  test("with two labels in a card are no field that stands there twice", () => {
    const goals =
      "Vazba na strategický cíl:\tSC2 Pomoc v domácnosti\nVazba na další strategické cíle:\tSC3 Práce pro každého";
    const card = cardIn(annexOf(goalsCard("A02-01", { goals }), goalsCard("A02-02")), "A02-01");
    expect(card.content.goals).toBe("SC2 Pomoc v domácnosti\nSC3 Práce pro každého");
    expect(codesOf(card)).not.toContain("field-twice");
  });

  test("that only a field read across tells have its title", () => {
    const annex = annexOf(
      goalsCard("A01-01", { goals: "Vazba na strategický cíl:\tSC3 Práce pro každého" }),
      goalsCard("A02-01", {
        goals: "Vazba na strategický cíl:\tSC2 Pomoc v domácnosti Práce pro každého\tSC3",
      }),
    );
    expect(annex.areas).toContainEqual(
      expect.objectContaining({ code: "SC2", title: "Pomoc v domácnosti" }),
    );
  });
});
