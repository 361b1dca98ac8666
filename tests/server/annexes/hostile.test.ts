import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { readAnnex } from "../../../server/annexes/read-annex.ts";
import { drawn, pdf } from "../../support/annexes/pdfs.ts";
import { textRow, workbook } from "../../support/workbooks.ts";
import { docx, zip } from "../../support/zips.ts";

const CARD = "Cislo aktivity: 1.1.1";
const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const word = (document: string | Buffer, more: Parameters<typeof zip>[0] = []) =>
  zip([
    { name: "[Content_Types].xml", content: TYPES },
    { name: "word/document.xml", content: document },
    ...more,
  ]);
const said = (text: string) =>
  `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const sheet = pdf({ content: drawn([{ x: 50, y: 700, text: CARD }]) });

async function paperOf(pages: number): Promise<Buffer> {
  const paper = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) paper.addPage([100, 100]);
  return Buffer.from(await paper.save());
}

async function lockedPaper(): Promise<Buffer> {
  const paper = await PDFDocument.create();
  paper.addPage([100, 100]);
  paper.encrypt({ userPassword: "heslo", ownerPassword: "jine" });
  return Buffer.from(await paper.save());
}

const hostile: [what: string, name: string, file: Buffer, fault: string][] = [
  ["nothing", "x.txt", Buffer.from(""), "fileEmpty"],
  ["blanks alone", "x.txt", Buffer.from(" \n\t\r\n \n"), "fileEmpty"],
  ["zeros called a text", "x.txt", Buffer.alloc(5_000), "fileNotWhatItSays"],
  ["a PDF called a text", "x.txt", sheet, "fileNotWhatItSays"],
  ["a document called a text", "x.txt", word(said(CARD)), "fileNotWhatItSays"],
  ["a page of the web called a text", "x.txt", Buffer.from("<html><p>a"), "fileNotWhatItSays"],
  ["a line of a megabyte", "x.txt", Buffer.alloc(1_000_000, "a"), "annexLineTooLong"],
  ["60,001 lines", "x.txt", Buffer.from("a\n".repeat(60_001)), "annexTooManyLines"],
  ["26 megabytes", "x.txt", Buffer.alloc(26_000_000, "a\n"), "annexTooLarge"],
  ["an old document", "x.doc", Buffer.from("x"), "annexTypeRefused"],
  ["a document that may run", "x.docm", word(said(CARD)), "annexTypeRefused"],
  ["a file without an ending", "cards", Buffer.from(CARD), "annexTypeRefused"],

  ["no archive", "x.docx", Buffer.from(CARD), "fileNotWhatItSays"],
  ["a workbook called a document", "x.docx", workbook(), "fileNotWhatItSays"],
  ["a document without words", "x.docx", docx(), "fileEmpty"],
  ["a document cut short", "x.docx", word(said(CARD)).subarray(0, 300), "fileNotWhatItSays"],
  [
    "an old document renamed, or one under a password",
    "x.docx",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]),
    "annexEncrypted",
  ],
  [
    "a part under a password",
    "x.docx",
    word(said(CARD), [{ name: "a", content: "a", isEncrypted: true }]),
    "annexEncrypted",
  ],
  [
    "macros",
    "x.docx",
    word(said(CARD), [{ name: "word/vbaProject.bin", content: "x" }]),
    "fileHasMacros",
  ],
  ["a bomb", "x.docx", word(said("0".repeat(20_000_000))), "annexTooLarge"],
  [
    "a bomb that nothing asks for",
    "x.docx",
    word(said(CARD), [{ name: "word/media/a.png", content: Buffer.alloc(60_000_000) }]),
    "annexTooLarge",
  ],
  [
    "a part that claims to be small",
    "x.docx",
    zip([
      { name: "[Content_Types].xml", content: TYPES },
      { name: "word/document.xml", content: said("0".repeat(9_000)), claimedSize: 10 },
    ]),
    "fileNotWhatItSays",
  ],
  [
    "three thousand parts",
    "x.docx",
    word(
      said(CARD),
      Array.from({ length: 3_000 }, (_, n) => ({ name: `x${n}`, content: "" })),
    ),
    "annexTooLarge",
  ],
  ["a document type", "x.docx", word(`${entities}${said("&b;")}`), "fileNotWhatItSays"],
  [
    "a document type that reads a file",
    "x.docx",
    word(`<!DOCTYPE d SYSTEM "file:///etc/passwd">${said(CARD)}`),
    "fileNotWhatItSays",
  ],
  [
    "a document that ends in the middle",
    "x.docx",
    word("<w:document><w:body><w:p><w:r"),
    "fileNotWhatItSays",
  ],
  [
    "a document that is no UTF-8",
    "x.docx",
    word(Buffer.from([0x3c, 0xff, 0xfe, 0x3e])),
    "fileNotWhatItSays",
  ],
  [
    "a paragraph of a megabyte",
    "x.docx",
    word(said(`${"ab cd ".repeat(9_000)}`)),
    "annexLineTooLong",
  ],

  ["no PDF", "x.pdf", Buffer.from(CARD), "fileNotWhatItSays"],
  ["a PDF cut short", "x.pdf", sheet.subarray(0, 300), "fileNotWhatItSays"],
  [
    "a PDF of noise",
    "x.pdf",
    Buffer.concat([
      Buffer.from("%PDF-1.7\n"),
      Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * 7_919) % 256)),
    ]),
    "fileNotWhatItSays",
  ],
  ["pages that hold themselves", "x.pdf", pdf({ content: "", kids: "2 0 R" }), "fileNotWhatItSays"],
  [
    "pictures of pages, without text",
    "x.pdf",
    pdf({ content: "0 0 100 100 re f" }),
    "annexIsScanned",
  ],

  ["no workbook", "x.xlsx", Buffer.from(CARD), "fileNotWhatItSays"],
  [
    "a bomb of a workbook",
    "x.xlsx",
    workbook({ sheets: [textRow(1, ["0".repeat(20_000_000)])] }),
    "annexTooLarge",
  ],
  [
    "a workbook with macros",
    "x.xlsx",
    workbook({ more: [{ name: "xl/vbaProject.bin", content: "x" }] }),
    "fileHasMacros",
  ],
  ["a workbook without rows", "x.xlsx", workbook({ sheets: [""] }), "fileEmpty"],
  ["a quotation mark that never ends", "x.csv", Buffer.from('a;b\n"c;d\n'), "tableUnclosedQuote"],
];

describe("an annex is refused with a reason when it is", () => {
  test.each(hostile)("%s", async (_what, name, file, fault) => {
    await expect(readAnnex(file, name)).rejects.toThrow(new RegExp(`^${fault}$`));
  });

  test("a PDF of two thousand pages", async () => {
    await expect(readAnnex(await paperOf(2_000), "x.pdf")).rejects.toThrow("annexTooManyPages");
  });

  test("a PDF under a password", async () => {
    await expect(readAnnex(await lockedPaper(), "x.pdf")).rejects.toThrow("annexEncrypted");
  });
});

describe("an annex is read though it holds", () => {
  test("scripts and links that a PDF would run", async () => {
    const runs = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>";
    const file = pdf({ content: drawn([{ x: 50, y: 700, text: CARD }]), catalog: runs });
    expect((await readAnnex(file, "x.pdf")).lines).toEqual([{ number: 1, page: 1, text: CARD }]);
  });

  test("a stray zero and signs that no database keeps", async () => {
    const file = Buffer.from(
      `Číslo\u0000 aktivity: 1.1.1\u0007\n${"Název aktivity: Pomoc\n".repeat(40)}`,
    );
    const [first] = (await readAnnex(file, "x.txt")).lines;
    expect(first?.text).toBe("Číslo aktivity: 1.1.1");
  });

  test("elements named as things that every object has", async () => {
    const odd = "<w:constructor/><w:toString w:val='1'/><w:__proto__/>";
    const document = said(CARD).replace("<w:t>", `${odd}<w:t>`);
    const list = { name: "word/numbering.xml", content: `<w:numbering>${odd}</w:numbering>` };
    const { lines } = await readAnnex(word(document, [list]), "x.docx");
    expect(lines.map(({ text }) => text)).toEqual([CARD]);
  });
});
