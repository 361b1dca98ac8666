import { describe, expect, test } from "vitest";
import { readAnnex } from "../../../server/annexes/read-annex.ts";
import { recogniseAnnex } from "../../../server/features/plan-imports/recognition/lines-apart/rules.ts";
import { catalogue } from "../../support/annexes/recognised.ts";
import { textRow, workbook } from "../../support/workbooks.ts";

async function linesOf(...sheets: string[][][]): Promise<string[]> {
  const file = workbook({
    sheets: sheets.map((rows) => rows.map((cells, n) => textRow(n + 1, cells)).join("")),
  });
  const { lines } = await readAnnex(file, "karty.xlsx");
  return lines.map(({ text }) => text);
}

describe("a table of cards", () => {
  test("with a card in each row reads as its labels and values, number and name first", async () => {
    const lines = await linesOf([
      ["Karty kraje"],
      ["Oblast", "Název aktivity", "Doba realizace", "Čislo aktivity", "Zdroje"],
      ["1 OBLAST PÉČE", "Pomoc", "2024+", "1.1.1", "LK"],
      ["1 OBLAST PÉČE", "Opora", "", "1.1.2", "obce"],
    ]);
    expect(lines).toEqual([
      "Karty kraje",
      ...["1 OBLAST PÉČE", "Čislo aktivity\t1.1.1", "Název aktivity\tPomoc"],
      ...["Doba realizace\t2024+", "Zdroje\tLK"],
      ...["Čislo aktivity\t1.1.2", "Název aktivity\tOpora", "Doba realizace", "Zdroje\tobce"],
    ]);
  });

  test("takes the number of a card for the number, not that of a row", async () => {
    const lines = await linesOf([
      ["Číslo", "Číslo aktivity", "Název aktivity", "Doba realizace"],
      ["1", "1.1.1", "Pomoc", "2024+"],
    ]);
    expect(lines[0]).toBe("Číslo aktivity\t1.1.1");
  });

  test("keeps columns that cards do not have out of their fields, and tells them", async () => {
    const rows = [
      ["Číslo aktivity", "Název aktivity", "Poznámka", "Doba realizace", "Stav"],
      ["1.1.1", "Pomoc", "projednáno", "2024+", "hotovo"],
    ];
    const file = workbook({ sheets: [rows.map((cells, n) => textRow(n + 1, cells)).join("")] });
    const { lines } = await readAnnex(file, "karty.xlsx");
    const recognition = recogniseAnnex(lines, catalogue);
    expect(recognition.cards[0]?.content).toMatchObject({ name: "Pomoc", period: "2024+" });
    expect(recognition.lines.map(({ text, fate }) => [text, fate])).toEqual([
      ...[
        ["Číslo aktivity\t1.1.1", "field"],
        ["Název aktivity\tPomoc", "field"],
      ],
      ...[
        ["Poznámka\tprojednáno", "unrecognised"],
        ["Doba realizace\t2024+", "field"],
      ],
      ["Stav\thotovo", "unrecognised"],
    ]);
  });

  test("with a card in each column reads card by card", async () => {
    const lines = await linesOf([
      ["Číslo aktivity:", "1.1.1", "1.1.2"],
      ["Název aktivity:", "Pomoc", "Opora"],
      ["Opatření:", "• a\n• b", "• c"],
    ]);
    expect(lines).toEqual([
      ...["Číslo aktivity:\t1.1.1", "Název aktivity:\tPomoc", "Opatření:\t• a", "• b"],
      ...["Číslo aktivity:\t1.1.2", "Název aktivity:\tOpora", "Opatření:\t• c"],
    ]);
  });

  test("with labels and values under one another reads as a document, sheet after sheet", async () => {
    const card = (number: string) => [
      ["KARTA ROZVOJOVÉ AKTIVITY"],
      ["Číslo aktivity:", number],
      ["Název aktivity:", "Pomoc"],
    ];
    expect(await linesOf(card("1.1.1"), card("2.1.1"))).toEqual([
      ...["KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity:\t1.1.1", "Název aktivity:\tPomoc"],
      ...["KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity:\t2.1.1", "Název aktivity:\tPomoc"],
    ]);
  });

  test("in text keeps the lines of its cells", async () => {
    const text = 'Číslo aktivity;Název aktivity;Opatření\r\n1.1.1;Pomoc;"• a\n• b"\r\n';
    const { lines, encoding } = await readAnnex(Buffer.from(text), "karty.csv");
    expect(encoding).toBe("utf-8");
    expect(lines.map((line) => line.text)).toEqual([
      ...["Číslo aktivity\t1.1.1", "Název aktivity\tPomoc", "Opatření\t• a", "• b"],
    ]);
  });
});
