import { readFileSync } from "node:fs";
import { PDFDocument, type PDFFont, type PDFPage } from "@cantoo/pdf-lib";
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import * as fontkit from "fontkit";
import type { AnnexField } from "../../../server/features/plan-imports/recognition/rules.ts";
import { workbookBuffer } from "../../../server/web/workbook.ts";
import { contentOf, type PutAnnex, type PutCard } from "./content.ts";
import { fieldsOf, labelOf } from "./labels.ts";

const CP1250 = new TextDecoder("windows-1250");
const codes = new Map(
  Array.from({ length: 256 }, (_, code) => [CP1250.decode(Uint8Array.of(code)), code] as const),
);

export function inCp1250(text: string): Buffer {
  return Buffer.from([...text].map((letter) => codes.get(letter) ?? 63));
}

interface Row {
  label: string;
  lines: string[];
  isList: boolean;
}

/** What stands above a card, and the card as label and value. */
function blocksOf(annex: PutAnnex): { above: string[]; rows: Row[] }[] {
  return annex.cards.map((card, index) => ({
    above: [...(index === 0 ? titlesOf(annex) : []), ...areasAbove(annex, index)],
    rows: fieldsOf(annex.layout).map((field) => ({
      label: labelOf(annex.layout, field),
      lines: linesOf(card, field),
      isList: field === "measures",
    })),
  }));
}

function titlesOf({ goals }: PutAnnex): string[] {
  return goals.map(({ code, title }) => `${code} ${title}`);
}

function areasAbove({ areas, cards }: PutAnnex, index: number): string[] {
  const code = cards[index]?.areaCode;
  if (cards[index - 1]?.areaCode === code) return [];
  return areas.flatMap((area) => {
    const sub = area.subAreas.find((one) => one.code === code);
    if (!sub) return [];
    const opens = area.subAreas[0] === sub ? [`${area.code} ${area.title}`] : [];
    return [...opens, `${sub.code} ${sub.title}`];
  });
}

function linesOf(card: PutCard, field: AnnexField): string[] {
  const content = contentOf(card);
  if (field === "measures") return content.measures;
  return content[field].split("\n");
}

/** A table of two columns for each card, bullets as Word keeps them. */
export async function inDocx(annex: PutAnnex): Promise<Buffer> {
  const cell = (children: Paragraph[]) => new TableCell({ children });
  const value = ({ lines, isList }: Row) =>
    lines.map((text) => new Paragraph({ text, ...(isList ? { bullet: { level: 0 } } : {}) }));
  const children = blocksOf(annex).flatMap(({ above, rows }) => [
    ...above.map((text) => new Paragraph(text)),
    new Paragraph("KARTA ROZVOJOVÉ AKTIVITY"),
    new Table({
      rows: rows.map(
        (row) => new TableRow({ children: [cell([new Paragraph(row.label)]), cell(value(row))] }),
      ),
    }),
  ]);
  const headers = { default: new Header({ children: [new Paragraph("Plán kraje")] }) };
  const footers = { default: new Footer({ children: [new Paragraph("12")] }) };
  return Packer.toBuffer(new Document({ sections: [{ headers, footers, children }] }));
}

const A4: [number, number] = [595, 842];
const MARGIN = 50;
const VALUES_AT = 210;
const SIZE = 10;
const LEADING = 13;

interface Sheet {
  pdf: PDFDocument;
  font: PDFFont;
  page: PDFPage;
  y: number;
}

/** Cell after cell of a table of two columns, as word processors print it; a header and a number on each page. */
export async function inPdf(annex: PutAnnex): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit as never);
  const inter = "node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf";
  const font = await pdf.embedFont(readFileSync(inter), { subset: true });
  const sheet: Sheet = { pdf, font, page: pdf.addPage(A4), y: 0 };
  turn(sheet);
  for (const { above, rows } of blocksOf(annex)) {
    for (const text of [...above, "KARTA ROZVOJOVÉ AKTIVITY"]) put(sheet, text, MARGIN, 480);
    for (const row of rows) putRow(sheet, row);
    sheet.y -= LEADING;
  }
  return Buffer.from(await pdf.save());
}

function turn(sheet: Sheet): void {
  if (sheet.y !== 0) sheet.page = sheet.pdf.addPage(A4);
  const { page, font, pdf } = sheet;
  page.drawText("Střednědobý plán kraje", { x: MARGIN, y: 810, size: 8, font });
  page.drawText(`${pdf.getPageCount()}`, { x: 300, y: 25, size: 8, font });
  sheet.y = 780;
}

/** Lines of one cell, wrapped to its width; gives where it ended. */
function put(sheet: Sheet, text: string, x: number, width: number): void {
  for (const line of linesOfWidth(text, sheet.font, width)) {
    if (sheet.y < 60) turn(sheet);
    sheet.page.drawText(line, { x, y: sheet.y, size: SIZE, font: sheet.font });
    sheet.y -= LEADING;
  }
}

function putRow(sheet: Sheet, { label, lines, isList }: Row): void {
  // A row is kept on one page as far as its label and first lines go.
  if (sheet.y < 120) turn(sheet);
  const top = sheet.y;
  put(sheet, label, MARGIN, VALUES_AT - MARGIN - 8);
  const below = sheet.y;
  sheet.y = top;
  const page = sheet.page;
  lines.forEach((text, index) => {
    if (index > 0 && !isList) sheet.y -= LEADING / 2;
    put(sheet, isList ? `• ${text}` : text, VALUES_AT, 545 - VALUES_AT);
  });
  if (page === sheet.page) sheet.y = Math.min(sheet.y, below);
  sheet.y -= 4;
}

function linesOfWidth(text: string, font: PDFFont, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    const fits = lines.length > 0 && font.widthOfTextAtSize(longer, SIZE) <= width;
    if (fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function tableOf(annex: PutAnnex): { headings: string[]; rows: string[][] } {
  const fields = fieldsOf(annex.layout);
  const areaNames = (code: string) => {
    const area = annex.areas.find(({ subAreas }) => subAreas.some((one) => one.code === code));
    const sub = area?.subAreas.find((one) => one.code === code);
    return area && sub ? [`${area.code} ${area.title}`, `${sub.code} ${sub.title}`] : [];
  };
  const hasAreas = annex.layout === "areas";
  return {
    headings: [
      ...(hasAreas ? ["Oblast", "Podoblast"] : []),
      ...fields.map((field) => labelOf(annex.layout, field).replace(/:$/, "")),
    ],
    rows: annex.cards.map((card) => [
      ...(hasAreas ? areaNames(card.areaCode) : []),
      ...fields.map((field) => cellOf(card, field)),
    ]),
  };
}

function cellOf(card: PutCard, field: AnnexField): string {
  const lines = linesOf(card, field);
  return (field === "measures" ? lines.map((text) => `• ${text}`) : lines).join("\n");
}

/** A row for each card. */
export function inXlsx(annex: PutAnnex): Promise<Buffer> {
  const { headings, rows } = tableOf(annex);
  const columns = headings.map((header, at) => ({
    ...{ header, type: "text" as const },
    value: (row: string[]) => row[at] ?? "",
  }));
  return workbookBuffer<[string[]]>([{ name: "Karty", columns, rows }] as never);
}

export function inCsv(annex: PutAnnex): Buffer {
  const { headings, rows } = tableOf(annex);
  const line = (cells: string[]) =>
    cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(";");
  return Buffer.from(`${[headings, ...rows].map(line).join("\r\n")}\r\n`);
}
