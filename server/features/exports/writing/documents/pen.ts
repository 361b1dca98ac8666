import {
  beginText,
  endText,
  fill,
  moveText,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  rgb,
  setFillingRgbColor,
  setFontAndSize,
  showText,
} from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";
import { type Lettering, lettering, linesOf } from "../lettering.ts";
import type { PrintedDocument, Tone } from "./document.ts";

export interface Fonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

const A4 = { width: 595.28, height: 841.89 };
export const MARGIN = 40;
export const WIDE = A4.width - 2 * MARGIN;
const TOP = A4.height - MARGIN;
const BOTTOM = MARGIN + 20;
export const LEADING = 1.32;

export const WHITE = rgb(1, 1, 1);
export const INK = rgb(0.11, 0.13, 0.17);
export const SOFT = rgb(0.34, 0.38, 0.44);
export const LINE = rgb(0.82, 0.84, 0.87);
export const SHADE = rgb(0.945, 0.955, 0.97);
export const ACCENT = rgb(0.114, 0.31, 0.569);
/** Strong enough to be read as letters on white. */
export const TONES: Record<Tone, ReturnType<typeof rgb>> = {
  green: rgb(0.106, 0.42, 0.227),
  yellow: rgb(0.56, 0.37, 0),
  red: rgb(0.702, 0.149, 0.118),
  blue: rgb(0.114, 0.31, 0.569),
  grey: rgb(0.34, 0.38, 0.44),
};

/** For areas, which need not be read. */
export const FILLS: Record<Tone, ReturnType<typeof rgb>> = {
  green: rgb(0.2, 0.6, 0.36),
  yellow: rgb(0.87, 0.62, 0.1),
  red: rgb(0.78, 0.22, 0.18),
  blue: rgb(0.12, 0.45, 0.71),
  grey: rgb(0.62, 0.66, 0.71),
};

export type Colour = ReturnType<typeof rgb>;

type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];

// Figures of one width stand below each other; ligatures and kerning only cost time.
const FONT_OPTIONS = {
  subset: true,
  features: { tnum: true, calt: false, frac: false, liga: false, kern: false },
};

export interface Letters {
  title: Lettering;
  heading: Lettering;
  subheading: Lettering;
  figure: Lettering;
  body: Lettering;
  strong: Lettering;
  cell: Lettering;
  cellStrong: Lettering;
  small: Lettering;
  smallStrong: Lettering;
}

/** What is being drawn on: the page at hand and how far down it is written. */
export interface Pen {
  document: PDFDocument;
  letters: Letters;
  page: PDFPage;
  /** From the bottom of the page up. */
  y: number;
  fontKeys: Map<PDFPage, Map<PDFFont, PDFName>>;
  glyphs: Map<PDFFont, Map<string, string>>;
}

export async function takePen(paper: PrintedDocument, fonts: Fonts): Promise<Pen> {
  const document = await PDFDocument.create();
  document.registerFontkit({ create: fontkit.create } as unknown as Fontkit);
  document.setTitle(paper.title);
  document.setSubject(paper.subject);
  document.setLanguage(paper.language);
  document.setCreator("Osnova");
  document.setCreationDate(new Date(paper.madeAt));
  document.setModificationDate(new Date(paper.madeAt));
  const regular = await document.embedFont(fonts.regular, FONT_OPTIONS);
  const bold = await document.embedFont(fonts.bold, FONT_OPTIONS);
  const page = document.addPage([A4.width, A4.height]);
  const letters = lettersOf(regular, bold);
  return { document, letters, page, y: TOP, fontKeys: new Map(), glyphs: new Map() };
}

function lettersOf(regular: PDFFont, bold: PDFFont): Letters {
  return {
    title: lettering(bold, 19),
    heading: lettering(bold, 13),
    subheading: lettering(bold, 9.5),
    figure: lettering(bold, 15),
    body: lettering(regular, 9),
    strong: lettering(bold, 9),
    cell: lettering(regular, 8),
    cellStrong: lettering(bold, 8),
    small: lettering(regular, 7),
    smallStrong: lettering(bold, 7),
  };
}

export function turnPage(pen: Pen): void {
  pen.page = pen.document.addPage([A4.width, A4.height]);
  pen.y = TOP;
}

/** Turns the page unless so much still fits on it. */
export function need(pen: Pen, height: number): void {
  if (pen.y - height < BOTTOM && pen.y < TOP) turnPage(pen);
}

/** What a page holds. */
export function roomOfPage(): number {
  return TOP - BOTTOM;
}

/** What is left of the page. */
export function room(pen: Pen): number {
  return pen.y - BOTTOM;
}

export function heightOf(letters: Lettering): number {
  return letters.size * LEADING;
}

/** A text on as many lines as it takes, over pages if it must. */
export function write(
  pen: Pen,
  letters: Lettering,
  text: string,
  { color = INK, x = MARGIN, width = WIDE }: { color?: Colour; x?: number; width?: number } = {},
): void {
  for (const line of linesOf(text, letters, width)) {
    need(pen, heightOf(letters));
    pen.y -= heightOf(letters);
    put(pen, letters, line, { x, y: pen.y, color });
  }
}

/**
 * One line at a place; `y` is the lower edge of the line. Operators are written by hand: `drawText` would lay
 * the line out anew, and a paper of a thousand projects has a hundred thousand of them.
 */
export function put(
  pen: Pen,
  { font, size }: Lettering,
  text: string,
  at: { x: number; y: number; color?: Colour },
): void {
  if (text === "") return;
  const { red, green, blue } = at.color ?? INK;
  pen.page.pushOperators(
    beginText(),
    setFillingRgbColor(red, green, blue),
    setFontAndSize(fontKey(pen, font), size),
    moveText(rounded(at.x), rounded(at.y + size * 0.3)),
    showText(PDFHexString.of(glyphsOf(pen, font, text))),
    endText(),
  );
}

/** The name of a font on the page at hand. */
function fontKey(pen: Pen, font: PDFFont): PDFName {
  const known = pen.fontKeys.get(pen.page)?.get(font);
  if (known) return known;
  const key = pen.page.node.newFontDictionary(font.name, font.ref);
  const keys = pen.fontKeys.get(pen.page) ?? new Map<PDFFont, PDFName>();
  pen.fontKeys.set(pen.page, keys.set(font, key));
  return key;
}

/** Words are laid out once: without kerning and ligatures a line is its words one after another. */
function glyphsOf(pen: Pen, font: PDFFont, text: string): string {
  const known = pen.glyphs.get(font) ?? new Map<string, string>();
  pen.glyphs.set(font, known);
  return text
    .split(/(?<= )/)
    .map((word) => {
      const glyphs = known.get(word) ?? font.encodeText(word).asString();
      known.set(word, glyphs);
      return glyphs;
    })
    .join("");
}

export function box(
  pen: Pen,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  { red, green, blue }: Colour,
): void {
  if (width <= 0) return;
  pen.page.pushOperators(
    setFillingRgbColor(red, green, blue),
    PDFOperator.of(
      PDFOperatorNames.AppendRectangle,
      [x, y, width, height].map((n) => PDFNumber.of(rounded(n))),
    ),
    fill(),
  );
}

function rounded(n: number): number {
  return Math.round(n * 100) / 100;
}

export function rule(pen: Pen, y: number): void {
  box(pen, { x: MARGIN, y: y - 0.2, width: WIDE, height: 0.4 }, LINE);
}

/** A bar of so many whole per cent, with a mark where it was to be by now. */
export function bar(
  pen: Pen,
  place: { x: number; y: number; width: number },
  { percent, marker }: { percent: number; marker?: number },
  color: Colour = ACCENT,
): void {
  const height = 3;
  const part = (of: number) => (place.width * Math.max(0, Math.min(100, of))) / 100;
  box(pen, { ...place, height }, LINE);
  box(pen, { ...place, width: part(percent), height }, color);
  if (marker !== undefined)
    box(
      pen,
      { x: place.x + part(marker) - 0.4, y: place.y - 1, width: 0.9, height: height + 2 },
      INK,
    );
}

export function numberPages(pen: Pen, paper: PrintedDocument): void {
  const pages = pen.document.getPages();
  const { small } = pen.letters;
  const [foot = ""] = linesOf(paper.foot, small, WIDE - 120);
  pages.forEach((page, at) => {
    pen.page = page;
    const text = paper.pageOf
      .replace("{page}", String(at + 1))
      .replace("{pages}", String(pages.length));
    put(pen, small, foot, { x: MARGIN, y: MARGIN - 8, color: SOFT });
    const x = MARGIN + WIDE - small.widthOf(text);
    put(pen, small, text, { x, y: MARGIN - 8, color: SOFT });
  });
}
