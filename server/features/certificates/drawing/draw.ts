import { PDFDocument, type PDFFont, type PDFImage, rgb } from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";
import { type Canvas, heightOf, type Style, write } from "./canvas.ts";
import type { Paper } from "./paper.ts";

/** What all the certificates of a batch share; pictures as bytes of PNG or JPEG. */
export interface Workshop {
  regular: Uint8Array;
  bold: Uint8Array;
  emblem: { fields: { path: string; color: string }[]; width: number };
  logo: Uint8Array | null;
  strip: Uint8Array | null;
}

const A4 = { width: 841.89, height: 595.28 };
const MARGIN = 56;
const WIDE = A4.width - 2 * MARGIN;
const HEAD = 44;
const INK = rgb(0.11, 0.13, 0.17);
const SOFT = rgb(0.34, 0.38, 0.44);
const ACCENT = rgb(0.11, 0.31, 0.57);

interface Hand {
  canvas: Canvas;
  document: PDFDocument;
  regular: PDFFont;
  bold: PDFFont;
}

type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];

// Inter looks far around each letter for arrows and fractions, which takes longer than all the rest.
const FONT_OPTIONS = { subset: true, features: { calt: false, frac: false, liga: false } };

const read = new WeakMap<Uint8Array, fontkit.Font>();

/** A font is read once for all the files of a batch. */
function fontOf(bytes: Uint8Array): fontkit.Font {
  const known = read.get(bytes);
  if (known) return known;
  const font = fontkit.create(bytes as Buffer) as fontkit.Font;
  read.set(bytes, font);
  return font;
}

/** One certificate as a PDF file: A4 across, its letters inside. */
export async function drawCertificate(paper: Paper, workshop: Workshop): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit({ create: fontOf } as unknown as Fontkit);
  document.setTitle(`${paper.heading} ${paper.number}`);
  document.setLanguage(paper.language);
  document.setCreator("Osnova");
  document.setCreationDate(new Date(paper.issuedAt));
  document.setModificationDate(new Date(paper.issuedAt));
  const page = document.addPage([A4.width, A4.height]);
  const hand: Hand = {
    canvas: { page, ...A4 },
    document,
    regular: await document.embedFont(workshop.regular, FONT_OPTIONS),
    bold: await document.embedFont(workshop.bold, FONT_OPTIONS),
  };
  drawFrame(hand);
  await drawHead(hand, paper, workshop);
  const end = drawPerson(hand, paper);
  drawFacts(hand, paper, drawOccasion(hand, paper, end));
  drawFoot(hand, paper);
  return document.save();
}

/** Joins files page after page, as they are. */
export async function joinFiles(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  for (const file of files) {
    const one = await PDFDocument.load(file);
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
}

function drawFrame({ canvas: { page } }: Hand): void {
  const edge = 24;
  page.drawRectangle({
    x: edge,
    y: edge,
    width: A4.width - 2 * edge,
    height: A4.height - 2 * edge,
    borderColor: ACCENT,
    borderWidth: 1,
  });
}

const TOP = 44;

/** The statement of co-funding on the left, the authority on the right. */
async function drawHead(hand: Hand, paper: Paper, workshop: Workshop): Promise<void> {
  const strip = await embed(hand, workshop.strip);
  if (strip) drawPicture(hand, strip, { width: WIDE * 0.62, align: "left" });
  else drawEmblem(hand, paper, workshop.emblem);
  const logo = await embed(hand, workshop.logo);
  if (logo) return drawPicture(hand, logo, { width: WIDE * 0.3, align: "right" });
  const style: Style = { font: hand.regular, size: 12, color: INK };
  const box = { x: MARGIN + WIDE / 2, y: TOP + HEAD / 2 - 8, width: WIDE / 2 };
  write(hand.canvas, paper.authority, style, { ...box, align: "right", mostLines: 2 });
}

function drawEmblem({ canvas, bold }: Hand, paper: Paper, emblem: Workshop["emblem"]): void {
  const width = HEAD * 1.5;
  const place = { x: MARGIN, y: A4.height - TOP, scale: width / emblem.width, borderWidth: 0 };
  for (const { path, color } of emblem.fields)
    canvas.page.drawSvgPath(path, { ...place, color: colorOf(color) });
  const style: Style = { font: bold, size: 12, color: INK };
  const box = { x: MARGIN + width + 12, width: 160 };
  const free = HEAD - heightOf(paper.coFunding, style, box);
  write(canvas, paper.coFunding, style, { ...box, y: TOP + free / 2 });
}

/** A picture of a kind that PDF does not know is left out: words stand in its place. */
async function embed({ document }: Hand, bytes: Uint8Array | null): Promise<PDFImage | undefined> {
  if (!bytes) return undefined;
  try {
    return await (bytes[0] === 0x89 ? document.embedPng(bytes) : document.embedJpg(bytes));
  } catch {
    return undefined;
  }
}

function drawPicture(
  { canvas }: Hand,
  image: PDFImage,
  place: { width: number; align: "left" | "right" },
): void {
  const scale = Math.min(place.width / image.width, HEAD / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const x = place.align === "left" ? MARGIN : MARGIN + WIDE - width;
  canvas.page.drawImage(image, {
    x,
    y: A4.height - TOP - (HEAD + height) / 2,
    width,
    height,
  });
}

/** Gives where the next part begins, as the parts below do. */
function drawPerson({ canvas, regular, bold }: Hand, paper: Paper): number {
  const soft: Style = { font: regular, size: 12, color: SOFT };
  const middle = { x: MARGIN, width: WIDE, align: "center" as const };
  let y = 112;
  y += write(
    canvas,
    paper.heading,
    { font: bold, size: 34, color: ACCENT, leading: 1.25 },
    { ...middle, y },
  );
  y += write(canvas, paper.number, soft, { ...middle, y }) + 12;
  y += write(canvas, paper.lead, soft, { ...middle, y }) + 4;
  const name: Style = {
    font: bold,
    size: paper.name.length > 50 ? 20 : 27,
    color: INK,
    leading: 1.3,
  };
  y += write(canvas, paper.name, name, { ...middle, y, mostLines: 2 });
  if (paper.born !== null) y += write(canvas, paper.born, soft, { ...middle, y });
  return y + 10;
}

function drawOccasion({ canvas, regular, bold }: Hand, paper: Paper, top: number): number {
  const middle = { x: MARGIN + 40, width: WIDE - 80, align: "center" as const };
  const soft: Style = { font: regular, size: 12, color: SOFT };
  let y = top + write(canvas, paper.attended, soft, { ...middle, y: top }) + 3;
  const title: Style = { font: bold, size: paper.title.length > 110 ? 14 : 18, color: INK };
  y += write(canvas, paper.title, title, { ...middle, y, mostLines: 3 });
  if (paper.goal !== null) {
    const goal: Style = { font: regular, size: 10.5, color: SOFT };
    y += 3 + write(canvas, paper.goal, goal, { ...middle, y: y + 3, mostLines: 3 });
  }
  return y + 12;
}

/** Label over value, three beside each other. */
function drawFacts({ canvas, regular, bold }: Hand, paper: Paper, top: number): void {
  const COLUMNS = 3;
  const GAP = 16;
  const width = (WIDE - GAP * (COLUMNS - 1)) / COLUMNS;
  const label: Style = { font: regular, size: 8.5, color: SOFT };
  const value: Style = { font: bold, size: 10.5, color: INK, leading: 1.25 };
  let y = top;
  for (let first = 0; first < paper.facts.length; first += COLUMNS) {
    const row = paper.facts.slice(first, first + COLUMNS);
    const heights = row.map((fact, column) => {
      const box = { x: MARGIN + column * (width + GAP), width, mostLines: 2 };
      const above = write(canvas, fact.label, label, { ...box, y });
      return above + write(canvas, fact.value, value, { ...box, y: y + above });
    });
    y += Math.max(...heights) + 6;
  }
}

const SIGNED_AT = 500;

function drawFoot({ canvas, regular }: Hand, paper: Paper): void {
  const small: Style = { font: regular, size: 9, color: SOFT };
  const plain: Style = { font: regular, size: 11, color: INK };
  const line = { x: MARGIN + WIDE - 250, width: 250 };
  write(canvas, paper.placeAndDay, plain, {
    x: MARGIN,
    y: SIGNED_AT - 14,
    width: 320,
    mostLines: 1,
  });
  canvas.page.drawLine({
    start: { x: line.x, y: A4.height - SIGNED_AT },
    end: { x: line.x + line.width, y: A4.height - SIGNED_AT },
    thickness: 0.75,
    color: SOFT,
  });
  write(canvas, paper.signatory, small, {
    ...line,
    y: SIGNED_AT + 4,
    align: "center",
    mostLines: 2,
  });
  const project = { x: MARGIN, y: SIGNED_AT + 36, width: WIDE, align: "center" as const };
  write(canvas, paper.project, { ...small, size: 8.5 }, { ...project, mostLines: 2 });
}

function colorOf(hex: string) {
  const [, r = "0", g = "0", b = "0"] = /^#(.)(.)(.)$/.exec(hex) ?? [];
  const part = (digit: string) => Number.parseInt(digit, 16) / 15;
  return rgb(part(r), part(g), part(b));
}
