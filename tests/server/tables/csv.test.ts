import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable } from "../../../server/tables/read-table.ts";
import { guessSeparator, readCsv } from "../../../server/values/csv.ts";
import { decodeText, type Encoding, guessEncoding } from "../../../server/values/text-encoding.ts";

/** The plainest writer there is: every field in quotation marks, or none where none are needed. */
function write(records: string[][], separator: string, end: string, isQuoted: boolean): string {
  const field = (text: string) =>
    isQuoted || /["\r\n;,\t|]/.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text;
  return records.map((record) => record.map(field).join(separator) + end).join("");
}

const CP1250 = new TextDecoder("windows-1250");
const cp1250Codes = new Map(
  Array.from({ length: 256 }, (_, code) => [CP1250.decode(Uint8Array.of(code)), code] as const),
);

function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "windows-1250")
    return Buffer.from([...text].map((letter) => cp1250Codes.get(letter) ?? 63));
  if (encoding === "utf-8") return Buffer.from(text);
  const little = Buffer.from(text, "utf16le");
  return encoding === "utf-16be" ? little.swap16() : little;
}

const letters = "aZ09 ;,\t|\"'\n\rřŽěůČ=+-@".split("");
const cell = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((all) => all.join(""));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 8,
});

describe("a table in text", () => {
  test("is read back cell by cell, whatever its separator, quotation marks, line ends and letters", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(";", ",", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.constantFrom<Encoding>("utf-8", "windows-1250", "utf-16le", "utf-16be"),
        (records, separator, end, isQuoted, encoding) => {
          const bytes = encode(write(records, separator, end, isQuoted), encoding);
          const { text } = decodeText(bytes, encoding);
          expect([...readCsv(text, separator)]).toEqual(records);
        },
      ),
      { seed: 20260302, numRuns: 400 },
    );
  });

  test.each([
    [
      "a last line without an end",
      "a;b\nc;d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["an empty last field", "a;\n", [["a", ""]]],
    ["an empty last field at the very end", "a;", [["a", ""]]],
    ["a blank line", "a\n\nb\n", [["a"], [""], ["b"]]],
    ["rows of unequal length", "a;b;c\nd\n", [["a", "b", "c"], ["d"]]],
    ["a mark inside a field", 'výška 5" a;b', [['výška 5" a', "b"]]],
    ["text after a closing mark", '"a"b;c', [["ab", "c"]]],
    ["nothing at all", "", []],
  ])("may have %s", (_what, text, records) => {
    expect([...readCsv(text, ";")]).toEqual(records);
  });

  test.each([
    [";", "Název;Termín\nZpráva, závěrečná;1. 2. 2026\n"],
    [",", "Name,Due\nReport,2026-02-01\n"],
    ["\t", "Název\tTermín\nZpráva; závěr\t1. 2. 2026\n"],
    [";", "sep=;\na,b;c\n"],
    [";", "Jediný sloupec\nřádek\n"],
  ])("has its separator guessed: %j", (separator, text) => {
    expect(guessSeparator(text)).toBe(separator);
  });

  test.each<[Encoding, Buffer]>([
    ["utf-8", Buffer.from("Žluťoučký")],
    ["utf-8", Buffer.from("\ufeffŽluťoučký")],
    ["windows-1250", encode("Žluťoučký kůň", "windows-1250")],
    ["utf-16le", Buffer.from("\ufeffŽena", "utf16le")],
    ["utf-16be", Buffer.from("\ufeffŽena", "utf16le").swap16()],
    ["utf-16le", Buffer.from("Jmeno;Prijmeni", "utf16le")],
  ])("has its encoding guessed: %s", (encoding, bytes) => {
    expect(guessEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes).text).not.toContain("\ufeff");
  });

  test("is read with the line that tells Excel the separator left out", () => {
    const rows: string[][] = [];
    const reading = readTable(Buffer.from("sep=;\na;b\n1;2\n"), { name: "x.csv" }, ({ cells }) =>
      rows.push(cells),
    );
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(reading).toEqual({ encoding: "utf-8", separator: ";", sheet: null, sheets: [] });
  });
});
