import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../../server/tables/limits.ts";
import { readTable } from "../../../server/tables/read-table.ts";
import { readTableApart } from "../../../server/tables/reading.ts";
import { columnName, textRow, workbook, workbookParts } from "../../support/workbooks.ts";
import { docx, type ZipPart, zip } from "../../support/zips.ts";

const csv = (text: string) => ["x.csv", Buffer.from(text)] as const;
const xlsx = (file: Buffer) => ["x.xlsx", file] as const;
const book = (given: Parameters<typeof workbook>[0]) => xlsx(workbook(given));
const changed = (change: (parts: ZipPart[]) => ZipPart[]) => xlsx(zip(change(workbookParts())));
const replaced = (name: string, part: Partial<ZipPart>) =>
  changed((parts) => parts.map((one) => (one.name === name ? { ...one, ...part } : one)));
const SHEET = "xl/worksheets/sheet1.xml";
const HEAD = textRow(1, ["a"]);
const cellAt = (place: string) => `<row r="1"><c r="${place}"><v>1</v></c></row>`;
const bomb = "0".repeat(20_000_000);
const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

const hostile: [string, readonly [string, Buffer], string][] = [
  ["a bomb of one text", book({ sheets: [textRow(1, [bomb])] }), "tableTooLarge"],
  ["a bomb of shared texts", book({ sharedTexts: [bomb] }), "tableTooLarge"],
  [
    "a part that claims to be small",
    replaced(SHEET, { content: bomb, claimedSize: 10 }),
    "fileNotWhatItSays",
  ],
  [
    "a part that claims to be large",
    replaced(SHEET, { claimedSize: 4_000_000_000 }),
    "tableTooLarge",
  ],
  [
    "a thousand parts",
    book({ more: Array.from({ length: 1_000 }, (_, n) => ({ name: `x${n}`, content: "x" })) }),
    "tableTooLarge",
  ],
  ["the same part twice", changed((parts) => [...parts, parts[1] as ZipPart]), "fileNotWhatItSays"],
  [
    "a cell in the last column of all",
    book({ sheets: [HEAD + cellAt("XFD1048576")] }),
    "tableTooManyColumns",
  ],
  ["a cell nowhere", book({ sheets: [HEAD + cellAt("ZZZZZZ1")] }), "fileNotWhatItSays"],
  ["101 columns", book({ sheets: [textRow(1, Array(101).fill("a"))] }), "tableTooManyColumns"],
  [
    "a document type",
    replaced(SHEET, { content: `${entity}<worksheet><sheetData>&b;</sheetData></worksheet>` }),
    "fileNotWhatItSays",
  ],
  [
    "a document type in the list of sheets",
    replaced("xl/workbook.xml", {
      content: `<!DOCTYPE workbook SYSTEM "file:///etc/passwd"><workbook/>`,
    }),
    "fileNotWhatItSays",
  ],
  [
    "macros by name",
    book({ more: [{ name: "xl/vbaProject.bin", content: "x" }] }),
    "fileHasMacros",
  ],
  ["macros by type", book({ types: macros }), "fileHasMacros"],
  [
    "controls that run",
    book({ more: [{ name: "xl/activeX/activeX1.xml", content: "x" }] }),
    "fileHasMacros",
  ],
  [
    "links to other files",
    book({ more: [{ name: "xl/externalLinks/externalLink1.xml", content: "x" }] }),
    "tableHasLinks",
  ],
  ["a part under a password", replaced(SHEET, { isEncrypted: true }), "fileEncrypted"],
  [
    "a workbook under a password, or an old one",
    xlsx(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])),
    "fileEncrypted",
  ],
  ["a workbook cut short", xlsx(workbook().subarray(0, 900)), "fileNotWhatItSays"],
  [
    "a workbook behind something else",
    xlsx(Buffer.concat([Buffer.from("MZ"), workbook()])),
    "fileNotWhatItSays",
  ],
  ["no archive at all", xlsx(Buffer.from("Název;Termín\n")), "fileNotWhatItSays"],
  [
    "an archive of something else",
    xlsx(zip([{ name: "a.txt", content: "a" }])),
    "fileNotWhatItSays",
  ],
  ["a document of Word", xlsx(docx()), "fileNotWhatItSays"],
  [
    "a sheet that is not there",
    changed((parts) => parts.filter(({ name }) => name !== SHEET)),
    "fileNotWhatItSays",
  ],
  [
    "a sheet that ends in the middle",
    replaced(SHEET, { content: "<worksheet><sheetData><row><c" }),
    "fileNotWhatItSays",
  ],
  [
    "a sheet that is no UTF-8",
    replaced(SHEET, { content: Buffer.from([0x3c, 0xff, 0xfe, 0x3e]) }),
    "fileNotWhatItSays",
  ],
  ["a sheet without rows", book({ sheets: [""] }), "tableWithoutRows"],
  ["headings alone", book({ sheets: [HEAD] }), "tableWithoutRows"],
  ["no sheets", book({ sheets: [], names: [] }), "tableWithoutRows"],
  ["nothing", csv(""), "fileEmpty"],
  ["a text of headings alone", csv("a;b\n"), "tableWithoutRows"],
  ["a quotation mark that never ends", csv('a;b\n"c;d\n'), "tableUnclosedQuote"],
  ["a cell of a megabyte", csv(`a\n${"x".repeat(1_000_000)}\n`), "tableCellTooLong"],
  ["20,001 rows", csv(`a\n${"x\n".repeat(20_001)}`), "tableTooManyRows"],
  ["a line of separators", csv(`a\n${";".repeat(5_000)}x\n`), "tableTooManyColumns"],
  ["zeros called a table", csv("a;b\n\0\0\0;c\n"), "fileNotWhatItSays"],
  ["a page called a table", csv("<html><script>alert(1)</script>"), "fileNotWhatItSays"],
  ["a workbook called a text", ["x.csv", workbook()], "fileNotWhatItSays"],
  ["an old workbook", ["x.xls", Buffer.from("x")], "tableTypeRefused"],
  ["a workbook with macros by its ending", ["x.xlsm", workbook()], "tableTypeRefused"],
  ["a file without an ending", ["table", Buffer.from("a;b\n1;2\n")], "tableTypeRefused"],
];

describe("a file is refused with a reason when it is", () => {
  test.each(hostile)("%s", (_what, [name, file], fault) => {
    expect(() => readTable(file, { name }, () => {})).toThrow(fault);
  });
});

describe("a file read in a process of its own", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tables-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const apart = (name: string, file: Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, file);
    return readTableApart(path, { name });
  };

  test("gives its rows and how it was read", async () => {
    const table = await apart("a.csv", Buffer.from("Název;Termín\n„Zpráva“;1. 2. 2026\n"));
    expect(table.rows).toEqual([
      { number: 1, cells: '["Název","Termín"]' },
      { number: 2, cells: '["„Zpráva“","1. 2. 2026"]' },
    ]);
    expect(table.reading).toMatchObject({ encoding: "utf-8", separator: ";" });
  });

  test("is refused with the same reasons", async () => {
    const [name, file] = book({ sharedTexts: [bomb] });
    await expect(apart(name, file)).rejects.toThrow("tableTooLarge");
  });

  test("that takes all memory it may is refused, and nobody waits for it meanwhile", async () => {
    // Incompressible to the rule of ratio, within the size allowed, yet dear to hold as rows.
    const cells = Array.from({ length: LIMITS.columns }, (_, n) => columnName(n));
    const row = (n: number) =>
      `<row r="${n}">${cells.map((c) => `<c r="${c}${n}"><v>${(n * 7919 + c.charCodeAt(0)) % 9973}</v></c>`).join("")}</row>`;
    const rows = Array.from({ length: 15_000 }, (_, n) => row(n + 1)).join("");
    const [name, file] = book({ sheets: [rows] });
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const outcome = await apart(name, file).then(
      ({ rows: read }) => `${read.length} rows`,
      (error: Error) => error.message,
    );
    clearInterval(ticking);
    expect(["15000 rows", "tableTooLarge", "tableTookTooLong"]).toContain(outcome);
    expect(longest).toBeLessThan(1_000);
  }, 30_000);
});
