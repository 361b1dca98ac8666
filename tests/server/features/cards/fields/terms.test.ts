import { describe, expect, test } from "vitest";
import { planTerms } from "../../../../../db/seeds/plan-terms.ts";
import {
  type TermKind,
  termOf,
  termsIn,
} from "../../../../../server/features/cards/fields/terms/rules.ts";

const catalogue = planTerms.map(({ kind, code, labelCs, synonyms }) => ({
  ...{ kind, code, synonyms },
  label: labelCs,
}));

const read = (kind: TermKind, text: string) =>
  termsIn(text, kind, catalogue).map(({ term, mentioned }) => [
    term?.code ?? null,
    mentioned.map(({ code }) => code),
  ]);

describe("terms of a field", () => {
  test.each<[TermKind, string, string]>([
    ["target-group", "S", "seniors"],
    ["target-group", "senioři 65+", "seniors"],
    ["target-group", "Osoba se zdravotním postižením", "disabled"],
    ["target-group", "osoby ohrožené socialnim vyloučenim", "excluded"],
    ["source", "kraj", "region"],
    ["source", "LK", "region"],
    ["source", "lk", "region"],
    ["source", "ÚP", "labour-office"],
    ["body", "Obce.", "municipalities"],
  ])("%s %j is known by any of its names", (kind, text, code) => {
    expect(termOf(text, kind, catalogue)?.code).toBe(code);
  });

  test("are known by what stands before a bracket, and what is in it is mentioned", () => {
    expect(read("body", "LK (ve spolupráci s obcemi)")).toEqual([
      ["region", ["region", "municipalities"]],
    ]);
  });

  test("of a text that names several are mentioned, none is the whole", () => {
    expect(read("body", "kraj ve spolupráci s obcemi, poskytovatelé")).toEqual([
      [null, ["region", "municipalities"]],
      ["providers", ["providers"]],
    ]);
    expect(read("source", "ESF a SR ve výši 2 mil. Kč")).toEqual([[null, ["state", "esf"]]]);
  });

  test("are not seen in ordinary words that look like their letters", () => {
    expect(read("target-group", "lidé s obavami")).toEqual([[null, []]]);
    expect(read("source", "ministr")).toEqual([[null, []]]);
  });

  test("take the longest name for one", () => {
    expect(read("target-group", "rodiny s dětmi s PAS")).toEqual([
      ["families-with-autism", ["families-with-autism"]],
    ]);
  });

  test("keep the words of what nobody knows", () => {
    expect(termsIn("kosmonauti, obce", "body", catalogue)).toMatchObject([
      { text: "kosmonauti", term: null, mentioned: [] },
      { text: "obce", term: { code: "municipalities" } },
    ]);
  });

  test("of sources are no amounts", () => {
    const named = (text: string) => termsIn(text, "source", catalogue).map((one) => one.text);
    expect(named("kraj, 2–3 mil. Kč ročně")).toEqual(["kraj"]);
    expect(named("kraj – 1 mil. Kč, obce, celkem 2 mil. Kč")).toEqual(["kraj – 1 mil. Kč", "obce"]);
    expect(named("12 000 EUR")).toEqual([]);
  });

  test("of another kind are not taken", () => {
    expect(termOf("senioři", "source", catalogue)).toBeUndefined();
  });
});
