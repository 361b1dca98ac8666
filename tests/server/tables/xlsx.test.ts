import { describe, expect, test } from "vitest";
import { dayOfSerial, numberText, showsDay } from "../../../server/tables/excel-values.ts";
import { readTable } from "../../../server/tables/read-table.ts";
import { LOST_TEXT } from "../../../server/values/lost-text.ts";
import { workbookBuffer } from "../../../server/web/workbook.ts";
import { textRow, workbook, workbookParts } from "../../support/workbooks.ts";
import { zip } from "../../support/zips.ts";

function rowsOf(file: Buffer, headings: string[] = []): string[][] {
  const rows: string[][] = [];
  readTable(file, { name: "x.xlsx", headings }, ({ cells }) => rows.push(cells));
  return rows;
}

describe("a workbook without its shared texts", () => {
  const cell = (place: string, index: number) => `<c r="${place}" t="s"><v>${index}</v></c>`;
  const rows = `<row r="1">${cell("A1", 0)}${cell("B1", 1)}</row><row r="2">${cell("A2", 2)}<c r="B2"><v>5</v></c></row>`;
  const parts = workbookParts({ sheets: [rows] });
  const file = zip(parts.filter(({ name }) => name !== "xl/sharedStrings.xml"));

  test("is refused with that reason rather than read as blank", () => {
    expect(() => rowsOf(file)).toThrow("tableTextsMissing");
  });

  test("gives its numbers and marks what is lost to whom takes it so", () => {
    const taken: string[][] = [];
    const wish = { name: "x.xlsx", takesLostTexts: true };
    const reading = readTable(file, wish, ({ cells }) => taken.push(cells));
    expect(taken).toEqual([
      [LOST_TEXT, LOST_TEXT],
      [LOST_TEXT, "5"],
    ]);
    expect(reading.lostTexts).toBe(3);
  });
});

describe("a workbook", () => {
  test("of our own is read back as it was written", async () => {
    type Line = { title: string; on: string; sum: number; share: number | null };
    const file = await workbookBuffer<[Line]>([
      {
        name: "Milníky",
        rows: [
          { title: "=1+1 „zpráva“ & <b>", on: "2026-03-29", sum: 1_234_550, share: 125 },
          { title: "  mezery\nřádky ", on: "1999-12-31", sum: -5, share: null },
        ],
        columns: [
          { header: "Název", type: "text", value: (line) => line.title },
          { header: "Termín", type: "day", value: (line) => line.on },
          { header: "Částka", type: "money", value: (line) => line.sum },
          { header: "Hodnota", type: "scaled", value: (line) => line.share, decimals: () => 1 },
        ],
      },
    ]);
    expect(rowsOf(file)).toEqual([
      ["Název", "Termín", "Částka", "Hodnota"],
      ["=1+1 „zpráva“ & <b>", "2026-03-29", "12345,5", "12,5"],
      ["  mezery\nřádky ", "1999-12-31", "-0,05"],
    ]);
  });

  test("may hold shared texts, formulas, yes and no, days, errors and gaps", () => {
    const rows =
      textRow(1, ["a", "b"]) +
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><f>1+1</f><v>2</v></c><c r="D3" t="b"><v>1</v></c>' +
      '<c r="E3" s="1"><v>46083.5</v></c><c r="F3" t="e"><v>#N/A</v></c><c r="G3" t="str"><f>x</f><v>text</v></c></row>';
    const file = workbook({
      sheets: [rows],
      sharedTexts: ["x", "B &amp; C"],
      formats: ["d. m. yyyy"],
    });
    expect(rowsOf(file)[1]).toEqual(["B & C", "", "2", "TRUE", "2026-03-02", "#N/A", "text"]);
  });

  test("of several sheets is read where the headings are known", () => {
    const sheets = [
      textRow(1, ["Pokyny"]) + textRow(2, ["x"]),
      textRow(1, ["Termín"]) + textRow(2, ["y"]),
    ];
    expect(rowsOf(workbook({ sheets }), ["termin"])).toEqual([["Termín"], ["y"]]);
  });

  test("counts days from 1904 where it says so", () => {
    const rows = `${textRow(1, ["a"])}<row r="2"><c r="A2" s="1"><v>0</v></c></row>`;
    expect(rowsOf(workbook({ sheets: [rows], formats: ["yyyy-mm-dd"], is1904: true }))[1]).toEqual([
      "1904-01-01",
    ]);
  });
});

test.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [60, false, undefined],
  [61, false, "1900-03-01"],
  [46_083, false, "2026-03-02"],
  [44_621, true, "2026-03-02"],
  [0, false, undefined],
  [2_958_466, false, undefined],
  [Number.NaN, false, undefined],
])("serial %s (1904: %s) is the day %s", (serial, is1904, day) => {
  expect(dayOfSerial(serial, { is1904 })).toBe(day);
});

test.each([
  ["d. m. yyyy", true],
  ['d". "m". "yyyy', true],
  ["[$-405]d. mmmm yyyy", true],
  ["m/d/yy h:mm", true],
  ["h:mm", false],
  ["mm:ss", false],
  ['0.00 "dny"', false],
  ["#,##0.00", false],
  ["General", false],
])("the format %s shows a day: %s", (code, shows) => {
  expect(showsDay(200, code)).toBe(shows);
});

test.each([
  ["1234.5", "1234,5"],
  ["0.1", "0,1"],
  ["0.30000000000000004", "0,3"],
  ["1E3", "1000"],
  ["-5", "-5"],
  ["", ""],
])("the number %s is read as %s", (raw, text) => {
  expect(numberText(raw)).toBe(text);
});
