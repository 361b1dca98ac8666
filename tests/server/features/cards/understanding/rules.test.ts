import { describe, expect, test } from "vitest";
import { planTerms } from "../../../../../db/seeds/plan-terms.ts";
import { socialServices } from "../../../../../db/seeds/social-services.ts";
import {
  type KnownWords,
  understanding,
} from "../../../../../server/features/cards/understanding/rules.ts";
import { cardContent } from "../../../../support/plan-factories.ts";

const known: KnownWords = {
  services: socialServices.map(({ section, nameCs: name, synonyms }, index) => ({
    ...{ id: index + 1, section, name, synonyms },
  })),
  terms: planTerms.map(({ kind, code, labelCs: label, synonyms }, index) => ({
    ...{ id: index + 1, kind, code, label, synonyms },
  })),
  areas: [{ id: 7, code: "SC2" }],
};
const understand = understanding(known);

function codes(given: Parameters<typeof cardContent>[0]): (string | null)[] {
  return understand(cardContent(given)).terms.map(
    ({ termId }) => known.terms.find(({ id }) => id === termId)?.code ?? null,
  );
}

describe("what is understood of a card", () => {
  test("shortcuts and names of the same group, body or source are one term", () => {
    expect(codes({ targetGroups: "S, OZP" })).toEqual(["seniors", "disabled"]);
    expect(codes({ targetGroups: "Senioři" })).toEqual(["seniors"]);
    const [county] = codes({ funding: "LK" });
    expect(county).not.toBeNull();
    expect(codes({ funding: "kraj" })).toEqual([county]);
  });

  test("a body that works with another is two terms of one text", () => {
    const { terms } = understand(cardContent({ responsible: "LK ve spolupráci s obcemi" }));
    expect(terms).toHaveLength(2);
    expect(new Set(terms.map(({ text }) => text))).toEqual(new Set(["LK ve spolupráci s obcemi"]));
    expect(new Set(terms.map(({ position }) => position))).toEqual(new Set([0]));
  });

  test("a word that no catalogue knows stays as it is", () => {
    const { terms } = understand(cardContent({ targetGroups: "včelaři" }));
    expect(terms).toEqual([
      { kind: "target-group", position: 0, text: "včelaři", folded: "vcelari", termId: null },
    ]);
  });

  test("a section that does not fit keeps what the source says and leads to what is meant", () => {
    const { services } = understand(cardContent({ services: "Osobní asistence (§ 44)" }));
    const meant = known.services.find(({ id }) => id === services[0]?.serviceId);
    expect(services[0]).toMatchObject({ text: "Osobní asistence (§ 44)", section: "44" });
    expect(meant?.section).toBe("39");
  });

  test("goals are told by their codes, those of the plan found there", () => {
    const { goals } = understand(cardContent({ goals: "SC2 Humanizace\nSC 3 Jiné, SC2" }));
    expect(goals).toEqual([
      { code: "SC2", areaId: 7 },
      { code: "SC3", areaId: null },
    ]);
  });

  test("years and costs are numbers where the text is clear, and nothing where it is not", () => {
    expect(
      understand(cardContent({ period: "2024+", costs: "2,5–3 mil. Kč ročně" })).figures,
    ).toMatchObject({
      ...{ fromYear: 2024, toYear: null, costKind: "range", isCostPerYear: true },
      ...{ costMinHalere: 250_000_000, costMaxHalere: 300_000_000, costCurrency: "CZK" },
    });
    expect(
      understand(cardContent({ period: "průběžně", costs: "v rámci sítě" })).figures,
    ).toMatchObject({
      ...{ fromYear: null, toYear: null, costKind: "text", costMinHalere: null },
    });
  });

  test.each([
    [{ name: "Rezerva" }, true],
    [{ description: "Bude doplněno", measures: ["…"] }, true],
    [{ description: "Doplní se síť služeb." }, false],
    [{ measures: ["Otevřít půjčovnu"] }, false],
    [{ targetGroups: "S" }, false],
  ])("of %j it is told whether it only keeps a place: %s", (given, expected) => {
    expect(understand(cardContent(given)).figures.isPlaceholder).toBe(expected);
  });
});
