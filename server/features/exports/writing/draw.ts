import { PDFDocument, type PDFFont, type PDFPage, rgb } from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";
import { chosenSize, PADDING, type PlacedColumn, placed } from "./columns.ts";
import { type Lettering, lettering, linesOf } from "./lettering.ts";
import type { PaperRow, TablePaper } from "./paper.ts";

export interface Fonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

const A4 = { width: 841.89, height: 595.28 };
const MARGIN = 34;
const WIDE = A4.width - 2 * MARGIN;
const TOP = A4.height - MARGIN;
const BOTTOM = MARGIN + 18;
const INDENT = 6;
const LEADING = 1.3;
const INK = rgb(0.11, 0.13, 0.17);
const SOFT = rgb(0.34, 0.38, 0.44);
const LINE = rgb(0.82, 0.84, 0.87);
const SHADE = rgb(0.945, 0.955, 0.97);

type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];

// Figures of one width stand below each other; arrows, fractions and ligatures only cost time.
const FONT_OPTIONS = {
  subset: true,
  features: { tnum: true, calt: false, frac: false, liga: false, kern: false },
};

interface Hand {
  document: PDFDocument;
  paper: TablePaper;
  regular: Lettering;
  bold: Lettering;
  small: Lettering;
  columns: PlacedColumn[];
  page: PDFPage;
  /** Where the next line is written below, from the bottom of the page up. */
  y: number;
}

/** The table on as many pages as it takes, each with the headings, its number and what it is of. */
export async function drawTable(paper: TablePaper, fonts: Fonts): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit({ create: fontkit.create } as unknown as Fontkit);
  document.setTitle(paper.title);
  document.setSubject(paper.project);
  document.setLanguage(paper.language);
  document.setCreator("Osnova");
  document.setCreationDate(new Date(paper.exportedAt));
  document.setModificationDate(new Date(paper.exportedAt));
  const regular = await document.embedFont(fonts.regular, FONT_OPTIONS);
  const bold = await document.embedFont(fonts.bold, FONT_OPTIONS);
  const hand = begin(document, paper, { regular, bold });
  drawTop(hand, bold);
  drawHeadings(hand);
  for (const row of paper.rows) drawRow(hand, row);
  if (paper.rows.length === 0) writeLine(hand, hand.regular, paper.empty);
  numberPages(hand);
  return document.save();
}

function begin(
  document: PDFDocument,
  paper: TablePaper,
  fonts: { regular: PDFFont; bold: PDFFont },
): Hand {
  const at = (size: number) => ({
    regular: lettering(fonts.regular, size),
    bold: lettering(fonts.bold, size),
  });
  const letters = at(chosenSize(paper, WIDE, at));
  const small = lettering(fonts.regular, 7.5);
  const columns = placed(paper, WIDE, letters.bold);
  const page = document.addPage([A4.width, A4.height]);
  return { document, paper, ...letters, small, columns, page, y: TOP };
}

/** Project, what the table is and what day it is of, on the first page. */
function drawTop(hand: Hand, bold: PDFFont): void {
  const title = lettering(bold, 15);
  const { paper } = hand;
  for (const line of linesOf(paper.project, hand.small, WIDE))
    writeLine(hand, hand.small, line, SOFT);
  hand.y -= 3;
  for (const line of linesOf(paper.title, title, WIDE)) writeLine(hand, title, line);
  for (const text of paper.lines)
    for (const line of linesOf(text, hand.small, WIDE)) writeLine(hand, hand.small, line, SOFT);
  hand.y -= 6;
}

function writeLine(hand: Hand, letters: Lettering, text: string, color = INK): void {
  const { font, size } = letters;
  hand.y -= size * LEADING;
  hand.page.drawText(text, { x: MARGIN, y: hand.y + size * 0.3, font, size, color });
}

function drawHeadings(hand: Hand): void {
  const { paper, bold, columns } = hand;
  const cells = paper.columns.map(({ header }, at) =>
    linesOf(header, bold, (columns[at]?.width ?? 0) - 2 * PADDING),
  );
  const height = heightOf(hand, cells);
  const { page, y } = hand;
  page.drawRectangle({ x: MARGIN, y: y - height, width: WIDE, height, color: SHADE });
  writeCells(hand, cells, bold, []);
}

/** A row stays together unless it is higher than a page; then it goes on, line after line. */
function drawRow(hand: Hand, row: PaperRow): void {
  const letters = row.isStrong ? hand.bold : hand.regular;
  const indents = hand.columns.map((_column, at) =>
    at === hand.paper.treeColumn ? row.depth * INDENT : 0,
  );
  let rest = row.cells.map((text, at) => cellLines(hand, at, text, letters, indents[at] ?? 0));
  if (heightOf(hand, rest) > hand.y - BOTTOM) turnPage(hand);
  while (heightOf(hand, rest) > hand.y - BOTTOM) {
    const lines = Math.max(1, Math.floor((hand.y - BOTTOM - 2 * PADDING) / lineHeight(hand)));
    writeCells(
      hand,
      rest.map((cell) => cell.slice(0, lines)),
      letters,
      indents,
    );
    rest = rest.map((cell) => cell.slice(lines));
    turnPage(hand);
  }
  writeCells(hand, rest, letters, indents);
  const { page, y } = hand;
  page.drawLine({
    start: { x: MARGIN, y },
    end: { x: MARGIN + WIDE, y },
    thickness: 0.4,
    color: LINE,
  });
}

function cellLines(
  { paper, columns }: Hand,
  at: number,
  text: string,
  letters: Lettering,
  indent: number,
): string[] {
  if (text === "") return [];
  if (paper.columns[at]?.isNumber) return [text];
  return linesOf(text, letters, (columns[at]?.width ?? 0) - 2 * PADDING - indent);
}

function turnPage(hand: Hand): void {
  hand.page = hand.document.addPage([A4.width, A4.height]);
  hand.y = TOP;
  drawHeadings(hand);
}

function lineHeight({ regular }: Hand): number {
  return regular.size * LEADING;
}

function heightOf(hand: Hand, cells: readonly string[][]): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight(hand) + 2 * PADDING;
}

function writeCells(
  hand: Hand,
  cells: readonly string[][],
  letters: Lettering,
  indents: readonly number[],
): void {
  const { font, size } = letters;
  cells.forEach((lines, at) => {
    const { x, width } = hand.columns[at] as PlacedColumn;
    const isNumber = hand.paper.columns[at]?.isNumber;
    lines.forEach((text, line) => {
      const free = isNumber ? width - 2 * PADDING - letters.widthOf(text) : (indents[at] ?? 0);
      const y = hand.y - PADDING - (line + 1) * lineHeight(hand) + size * 0.3;
      hand.page.drawText(text, { x: MARGIN + x + PADDING + free, y, font, size, color: INK });
    });
  });
  hand.y -= heightOf(hand, cells);
}

function numberPages({ document, paper, small }: Hand): void {
  const pages = document.getPages();
  const { font, size } = small;
  pages.forEach((page, at) => {
    const text = paper.pageOf
      .replace("{page}", String(at + 1))
      .replace("{pages}", String(pages.length));
    const x = MARGIN + WIDE - small.widthOf(text);
    page.drawText(text, { x, y: MARGIN, font, size, color: SOFT });
    const [foot = ""] = linesOf(paper.foot, small, WIDE - 120);
    page.drawText(foot, { x: MARGIN, y: MARGIN, font, size, color: SOFT });
  });
}
