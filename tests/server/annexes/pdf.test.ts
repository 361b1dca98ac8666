import { describe, expect, test } from "vitest";
import { readAnnex } from "../../../server/annexes/read-annex.ts";
import { drawn, pdf } from "../../support/annexes/pdfs.ts";

async function linesOf(texts: Parameters<typeof drawn>[0]): Promise<string[]> {
  const { lines } = await readAnnex(pdf({ content: drawn(texts) }), "karty.pdf");
  return lines.map(({ text }) => text);
}

describe("lines of a PDF", () => {
  test("are put together of pieces beside each other, cells of a table apart by a tab", async () => {
    const lines = await linesOf([
      { x: 50, y: 700, text: "Cislo" },
      { x: 76, y: 700, text: "aktivity:" },
      { x: 200, y: 700.8, text: "1.1.1" },
      { x: 50, y: 686, text: "Nazev:" },
      { x: 200, y: 686, text: "Pomoc" },
    ]);
    expect(lines).toEqual(["Cislo aktivity:\t1.1.1", "Nazev:\tPomoc"]);
  });

  test("keep the order of cells, so that a label in the middle of its row comes before its value", async () => {
    const lines = await linesOf([
      { x: 50, y: 690, text: "Popis:" },
      { x: 200, y: 702, text: "prvni radek" },
      { x: 200, y: 690.5, text: "druhy radek" },
      { x: 200, y: 679, text: "treti radek" },
      { x: 50, y: 650, text: "Zdroje:" },
      { x: 200, y: 650, text: "LK" },
    ]);
    expect(lines.filter(Boolean)).toEqual([
      ...["Popis:", "prvni radek", "druhy radek", "treti radek", "Zdroje:\tLK"],
    ]);
  });

  test("are moved up when they were written last, as headers are", async () => {
    const lines = await linesOf([
      { x: 50, y: 700, text: "a" },
      { x: 50, y: 688, text: "b" },
      { x: 50, y: 800, text: "Plan kraje" },
      { x: 50, y: 20, text: "12" },
    ]);
    expect(lines.filter(Boolean)).toEqual(["Plan kraje", "a", "b", "12"]);
  });

  test("keep the order of cells below a header and a number of the page that were written first", async () => {
    const lines = await linesOf([
      { x: 50, y: 800, text: "Plan kraje" },
      { x: 50, y: 20, text: "12" },
      { x: 50, y: 700, text: "Dotcene druhy" },
      { x: 50, y: 688, text: "sluzeb:" },
      { x: 200, y: 700, text: "Rana pece" },
    ]);
    expect(lines.filter(Boolean)).toEqual([
      ...["Plan kraje", "Dotcene druhy", "sluzeb:", "Rana pece", "12"],
    ]);
  });

  test("have a blank one where a paragraph ends", async () => {
    const lines = await linesOf(
      [700, 688, 676, 655, 643].map((y, n) => ({ x: 50, y, text: `radek ${n}` })),
    );
    expect(lines).toEqual(["radek 0", "radek 1", "radek 2", "", "radek 3", "radek 4"]);
  });
});
