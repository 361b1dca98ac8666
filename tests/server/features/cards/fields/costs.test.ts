import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costIn } from "../../../../../server/features/cards/fields/costs/rules.ts";

fc.configureGlobal({ seed: 20261122 });

const CROWN = 100;

describe("a cost", () => {
  test.each([
    ["24 mil. Kč", 24_000_000],
    ["ve výši 60,2 mil. Kč", 60_200_000],
    ["15 795 600 Kč", 15_795_600],
    ["15.795.600,50 Kč", 15_795_600.5],
    ["1.200.000,- Kč", 1_200_000],
    ["5 000 000,-", 5_000_000],
    ["15.000 Kč", 15_000],
    ["Kč 500 000", 500_000],
    ["cca 500 tis. Kč", 500_000],
    ["5mil.Kč", 5_000_000],
    ["2 mld. Kč", 2_000_000_000],
    ["přibližně 3 miliony korun", 3_000_000],
    ["v roce 2025 500 000 Kč", 500_000],
    ["rok 2025 – 5 mil. Kč", 5_000_000],
  ])("%j is an amount", (text, crowns) => {
    expect(costIn(text)).toEqual({
      raw: text,
      kind: "amount",
      min: crowns * CROWN,
      max: crowns * CROWN,
      currency: "CZK",
      perYear: false,
      doubts: [],
    });
  });

  test.each([
    ["2–3 mil. Kč", 2_000_000, 3_000_000],
    ["2,5 - 3 mil. Kč", 2_500_000, 3_000_000],
    ["2 až 3 miliony Kč", 2_000_000, 3_000_000],
    ["od 2 do 3 mil. Kč", 2_000_000, 3_000_000],
    ["mezi 2 a 3 mil. Kč", 2_000_000, 3_000_000],
    ["500 tis. – 1 mil. Kč", 500_000, 1_000_000],
    ["500 000 – 1 000 000 Kč", 500_000, 1_000_000],
    ["do 5 mil. Kč", null, 5_000_000],
    ["max. 5 mil. Kč", null, 5_000_000],
    ["min. 4 mil. Kč", 4_000_000, null],
  ])("%j is a range", (text, min, max) => {
    expect(costIn(text)).toMatchObject({
      kind: "range",
      min: min === null ? null : min * CROWN,
      max: max === null ? null : max * CROWN,
      currency: "CZK",
      doubts: [],
    });
  });

  test.each([
    "podle rozvojových záměrů obcí",
    "viz základní síť",
    "bez finanční zátěže",
    "výzva č. 87",
    "5 mil. obyvatel",
    "§ 44",
    "CZ.03.02.02/00/22_006/0001329",
  ])("%j is words", (text) => {
    expect(costIn(text)).toMatchObject({
      raw: text,
      kind: "text",
      min: null,
      max: null,
      doubts: [],
    });
  });

  test.each(["", "  ", "…", "-"])("%j is missing", (text) => {
    expect(costIn(text)).toMatchObject({ kind: "missing", min: null, max: null, currency: null });
  });

  test("without a currency is taken for crowns, and that is said", () => {
    expect(costIn("24 mil.")).toMatchObject({ currency: "CZK", doubts: ["currencyAssumed"] });
  });

  test.each(["30 000 EUR", "€ 30 000", "30 tis. eur"])("%j is in euro", (text) => {
    expect(costIn(text)).toMatchObject({ kind: "amount", max: 30_000 * CROWN, currency: "EUR" });
  });

  test.each([
    ["2 mil. Kč ročně", true],
    ["500 tis. Kč/rok", true],
    ["1 mil. Kč za rok", true],
    ["každoročně 1 mil. Kč", true],
    ["1 mil. Kč na rok 2025", false],
    ["3 mil. Kč ročně, celkem 12 mil. Kč", false],
  ])("%j is yearly: %s", (text, perYear) => {
    expect(costIn(text).perYear).toBe(perYear);
  });

  test.each([
    ["celkem 11 mil. Kč (5 mil. Kč stavba, 6 mil. Kč provoz)", 11_000_000],
    ["celkové náklady 4,6 mil. Kč, z toho kraj 450 tis. Kč", 4_600_000],
    ["12 mil. Kč (z toho 3 mil. Kč investice)", 12_000_000],
  ])("of several amounts in %j is the total, with a doubt", (text, crowns) => {
    expect(costIn(text)).toMatchObject({
      kind: "amount",
      max: crowns * CROWN,
      doubts: ["severalAmounts"],
    });
  });

  test.each([
    ["2025: 5 mil. Kč, 2026: 6 mil. Kč", "severalAmounts"],
    ["1.200 mil. Kč", "unclearAmount"],
    ["2,500 Kč", "unclearAmount"],
    ["2 x 5 mil. Kč", "unclearAmount"],
    ["999 999 mld. Kč", "unclearAmount"],
    ["600 Kč/hod.", "pricePerUnit"],
    ["20 000 Kč měsíčně", "pricePerUnit"],
  ])("is left as words when %j does not tell it: %s", (text, doubt) => {
    expect(costIn(text)).toMatchObject({ kind: "text", min: null, max: null, doubts: [doubt] });
  });

  test("is what an independent computation makes of its digits, whatever way they are written", () => {
    const units = fc.constantFrom(
      ["tis.", 3],
      ["mil.", 6],
      ["milionů", 6],
      ["mld.", 9],
    ) as fc.Arbitrary<[string, number]>;
    const wholes = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(
        wholes,
        fc.stringMatching(/^\d{1,2}$/),
        units,
        (whole, decimals, [unit, power]) => {
          const halere = BigInt(`${whole}${decimals}`) * 10n ** BigInt(power + 2 - decimals.length);
          const cost = costIn(`náklady asi ${whole},${decimals} ${unit} Kč v letech 2024–2026`);
          expect(cost).toMatchObject({ kind: "amount", min: Number(halere), max: Number(halere) });
        },
      ),
    );
  });

  test("is the same however its thousands are set apart", () => {
    const separators = fc.constantFrom(" ", "\u00a0", "\u202f", "");
    const endings = fc.constantFrom(" Kč", ",- Kč", " korun", ",00 Kč", "Kč", " CZK");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        separators,
        endings,
        (crowns, blank, end) => {
          const grouped = String(crowns).replace(/\B(?=(\d{3})+$)/g, blank);
          expect(costIn(grouped + end)).toMatchObject({ kind: "amount", max: crowns * CROWN });
        },
      ),
    );
  });

  test("always keeps the words, and its bounds are in order", () => {
    const pieces = fc.constantFrom(
      ...[
        "5",
        "3,5",
        "1 000",
        "mil.",
        "tis.",
        "Kč",
        "EUR",
        "–",
        "až",
        "do",
        "(",
        ")",
        ",",
        "ročně",
      ],
      ...["celkem", "/rok", "x", "2025", "obce", "1.200.000", ",-"],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (words) => {
        const text = words.join(" ");
        const { raw, kind, min, max, currency } = costIn(text);
        expect(raw).toBe(text.trim());
        expect(min ?? 0).toBeLessThanOrEqual(max ?? Number.MAX_SAFE_INTEGER);
        expect(currency === null).toBe(kind === "text" || kind === "missing");
      }),
    );
  });
});
