import { describe, expect, test } from "vitest";
import {
  annexOf,
  areasCard,
  cardIn,
  fateOf,
  goalsCard,
} from "../../../../support/annexes/plain-cards.ts";

describe("lines that say nothing", () => {
  test.each([
    ["----------|----------", "noise separator"],
    ["____________________", "noise separator"],
    ["| --- | --- |", "noise separator"],
    ["- 12 -", "noise page-number"],
    ["Strana 12 z 80", "noise page-number"],
    ["12/80", "noise page-number"],
    ["str. 12", "noise page-number"],
    ["<br/>", "noise markup"],
    ["</ul>", "noise markup"],
  ])("within a value are left out with the reason: %s", (line, fate) => {
    const description = `Popis aktivity a její výstupy\nPůjčovna bude otevřena každý den\n${line}\nod rána do večera.`;
    const annex = annexOf(areasCard("1.1.1", { description }), areasCard("1.1.2"));
    expect(fateOf(annex, line)).toBe(fate);
    expect(cardIn(annex, "1.1.1").content.description).toBe(
      "Půjčovna bude otevřena každý den od rána do večera.",
    );
  });

  test("a year under its label is no number of a page", () => {
    const annex = annexOf(
      areasCard("1.1.1", { period: "Doba realizace:\n2026" }),
      areasCard("1.1.2"),
    );
    expect(cardIn(annex, "1.1.1").content.period).toBe("2026");
  });

  test("headers of pages with a changing number stand in the middle of sentences", () => {
    const cards = [1, 2, 3, 4].map((n) =>
      areasCard(`1.1.${n}`, {
        [n % 2 ? "description" : "measures"]:
          n % 2
            ? `Popis aktivity a její výstupy\nPůjčovna číslo ${n} bude\nOdbor sociální péče, karty – list ${n}\nk dispozici všem.`
            : `Opatření vedoucí k naplnění\n• Nákup vozu ${n} pro\nOdbor sociální péče, karty – list ${n}\nobce`,
      }),
    );
    const annex = annexOf(...cards);
    expect(fateOf(annex, "list 3")).toBe("noise page-header");
    expect(cardIn(annex, "1.1.3").content.description).toBe(
      "Půjčovna číslo 3 bude k dispozici všem.",
    );
    expect(cardIn(annex, "1.1.2").content.measures).toEqual(["Nákup vozu 2 pro obce"]);
  });

  test("headers around the headings of cards, with a date that changes", () => {
    const heading = (month: string) =>
      `Plán rozvoje sociálních služeb 2014-2017\nKARTA ROZVOJOVÉ AKTIVITY\n${month} 2013`;
    const annex = annexOf(
      goalsCard("A01-01", { heading: heading("srpen") }),
      goalsCard("A01-02", { heading: heading("září") }),
      goalsCard("A01-03", { heading: heading("říjen") }),
    );
    expect(fateOf(annex, "září 2013")).toBe("noise page-header");
    expect(annex.lines.filter(({ reason }) => reason === "page-header")).toHaveLength(6);
    expect(cardIn(annex, "A01-01").content.description).toBe("Pečující si odpočinou.");
  });

  test("what cards say again and again is no header", () => {
    const annex = annexOf(
      ...[1, 2, 3, 4].map((n) =>
        areasCard(`1.1.${n}`, {
          funding: "Zdroje financování:\nEU, MPSV, kraj",
          responsible: "Odpovědnost za realizaci:\nkraj a obce",
        }),
      ),
    );
    expect(annex.cards.map(({ content }) => [content.funding, content.responsible])).toEqual(
      [1, 2, 3, 4].map(() => ["EU, MPSV, kraj", "kraj a obce"]),
    );
  });

  test("a table of contents is neither areas nor cards", () => {
    const contents =
      "OBSAH\n1 OBLAST PÉČE O RODINY ........ 3\n1.1 Doma ........ 3\n1.1.1 Půjčovna ........ 4";
    const annex = annexOf(contents, "1 OBLAST PÉČE O RODINY", "1.1 Doma", areasCard("1.1.1"));
    expect(annex.lines.slice(0, 4).map(({ reason }) => reason)).toEqual(Array(4).fill("contents"));
    expect(annex.areas).toHaveLength(2);
  });
});

describe("what precedes the first card", () => {
  const title =
    "STŘEDNĚDOBÝ PLÁN ROZVOJE SOCIÁLNÍCH SLUŽEB\n\nZLÍNSKÝ KRAJ\n\n2031 - 2034\n\nPříloha č. 1\n\nKARTY ROZVOJOVÝCH AKTIVIT\n\nčerven 2030";

  test("is a title page with the plan, the region and the years", () => {
    const annex = annexOf(title, areasCard("1.1.1"));
    expect(annex).toMatchObject({
      title: "STŘEDNĚDOBÝ PLÁN ROZVOJE SOCIÁLNÍCH SLUŽEB",
      region: "Zlínský kraj",
      fromYear: 2031,
      toYear: 2034,
    });
    expect(annex.lines.filter(({ fate }) => fate === "heading")).toHaveLength(7);
  });

  test("is not recognised where it is prose", () => {
    const prose =
      "Karty rozvojových aktivit vznikly na setkáních pracovních skupin, kterých se účastnili poskytovatelé\nsociálních služeb, obce a kraj.";
    const annex = annexOf(title, prose, areasCard("1.1.1"));
    expect([fateOf(annex, "Karty rozvojových"), fateOf(annex, "obce a kraj")]).toEqual([
      "unrecognised",
      "unrecognised",
    ]);
  });
});
