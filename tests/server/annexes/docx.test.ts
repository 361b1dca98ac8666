import { Document, LevelFormat, Packer, PageBreak, Paragraph, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { readAnnex } from "../../../server/annexes/read-annex.ts";
import { zip } from "../../support/zips.ts";

const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

async function linesOf(body: string, parts: Record<string, string> = {}): Promise<string[]> {
  const file = zip([
    { name: "[Content_Types].xml", content: TYPES },
    { name: "word/document.xml", content: `<w:document><w:body>${body}</w:body></w:document>` },
    ...Object.entries(parts).map(([name, content]) => ({ name: `word/${name}`, content })),
  ]);
  const { lines } = await readAnnex(file, "karty.docx");
  return lines.map(({ text }) => text);
}

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const p = (text: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
const cell = (...inside: string[]) => `<w:tc>${inside.join("")}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;
const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;

describe("a document of Word", () => {
  test("has a line for each paragraph, broken where its lines are, and one for a page that ends", async () => {
    const words = `${run("a")}<w:r><w:br/></w:r>${run("b")}<w:r><w:br w:type="page"/></w:r>${run("c")}`;
    expect(await linesOf(`<w:p>${words}</w:p><w:p/>${p("d")}`)).toEqual([
      ...["a", "b", "\f", "c", "", "d"],
    ]);
  });

  test("has a line for each row of a table, the value beside its label though both are long", async () => {
    const rows = [
      row(cell(p("Číslo:")), cell(p("1.1.1"))),
      row(cell(p("Druhy"), p("(§):")), cell(p("první"), p("druhý"), "<w:p/>")),
      row(cell(p("Prázdné:")), cell("<w:p/>")),
    ];
    expect(await linesOf(table(...rows))).toEqual([
      ...["Číslo:\t1.1.1", "Druhy", "(§):\tprvní", "druhý", "Prázdné:"],
    ]);
  });

  test("has tables within cells", async () => {
    const inner = table(row(cell(p("a")), cell(p("b"))), row(cell(p("c")), cell(p("d"))));
    expect(await linesOf(table(row(cell(p("x")), cell(inner, "<w:p/>"))))).toEqual([
      ...["x\ta\tb", "c\td"],
    ]);
  });

  test("is read with what was inserted and without what was deleted or moved away", async () => {
    const changed = [
      `<w:ins>${run("nové ")}</w:ins>`,
      "<w:del><w:r><w:delText>staré </w:delText></w:r></w:del>",
      `<w:moveFrom>${run("odtud ")}</w:moveFrom><w:moveTo>${run("sem")}</w:moveTo>`,
    ];
    expect(await linesOf(`<w:p>${changed.join("")}</w:p>`)).toEqual(["nové sem"]);
  });

  test("says a box once, after the paragraph that it hangs on", async () => {
    const both = `<mc:AlternateContent><mc:Choice>${box("v rámečku")}</mc:Choice><mc:Fallback>${box("v rámečku")}</mc:Fallback></mc:AlternateContent>`;
    expect(await linesOf(`<w:p>${run("a")}<w:r>${both}</w:r>${run("b")}</w:p>`)).toEqual([
      ...["ab", "v rámečku"],
    ]);
  });

  test("has its tabs, signs and hyphens, but no codes of fields and no stops of tabs", async () => {
    const words = [
      '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>',
      '<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>',
      "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    ];
    expect(await linesOf(`<w:p>${words.join("")}</w:p>`)).toEqual(["•\ta-b"]);
  });

  test("shows capitals where its letters are only made to look so, and dots in its contents", async () => {
    const styles =
      '<w:styles><w:style w:styleId="N1"><w:basedOn w:val="N"/></w:style><w:style w:styleId="N"><w:rPr><w:caps/></w:rPr></w:style><w:style w:styleId="O"><w:name w:val="toc 1"/></w:style></w:styles>';
    const body = [
      p("oblast péče", '<w:pStyle w:val="N1"/>'),
      `<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>karta</w:t></w:r>${run(" a")}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="O"/></w:pPr>${run("Karta")}<w:r><w:tab/></w:r>${run("12")}</w:p>`,
    ];
    expect(await linesOf(body.join(""), { "styles.xml": styles })).toEqual([
      ...["OBLAST PÉČE", "KARTA a", "Karta ........ 12"],
    ]);
  });

  test("counts its lists, each level within the one above, and tells deeper bullets", async () => {
    const at = (level: number, reference: string, text: string) =>
      new Paragraph({ text, numbering: { reference, level } });
    const levels = (formats: [string, (typeof LevelFormat)[keyof typeof LevelFormat]][]) =>
      formats.map(([text, format], level) => ({ level, format, text }));
    const { DECIMAL, LOWER_LETTER, BULLET } = LevelFormat;
    const document = new Document({
      numbering: {
        config: [
          {
            reference: "areas",
            levels: levels([
              ["%1", DECIMAL],
              ["%1.%2", DECIMAL],
            ]),
          },
          { reference: "letters", levels: levels([["%1)", LOWER_LETTER]]) },
          {
            reference: "bullets",
            levels: levels([
              ["", BULLET],
              ["o", BULLET],
            ]),
          },
        ],
      },
      sections: [
        {
          children: [
            ...[at(0, "areas", "OBLAST"), at(1, "areas", "První"), at(1, "areas", "Druhá")],
            ...[at(0, "letters", "x"), at(0, "letters", "y")],
            ...[at(0, "bullets", "bod"), at(1, "bullets", "pod ním")],
            ...[at(0, "areas", "DALŠÍ"), at(1, "areas", "Třetí")],
            new Paragraph({ children: [new PageBreak(), new TextRun("konec")] }),
          ],
        },
      ],
    });
    const { lines } = await readAnnex(await Packer.toBuffer(document), "karty.docx");
    expect(lines.map(({ text }) => text)).toEqual([
      ...["1 OBLAST", "1.1 První", "1.2 Druhá", "a) x", "b) y", "• bod", "◦ pod ním"],
      ...["2 DALŠÍ", "2.1 Třetí", "\f", "konec"],
    ]);
  });
});
