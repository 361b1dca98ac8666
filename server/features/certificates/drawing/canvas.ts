import type { Color, PDFFont, PDFPage } from "@cantoo/pdf-lib";

/** A place on the page to write at; `y` is counted from the top, as people read. */
export interface Canvas {
  page: PDFPage;
  width: number;
  height: number;
}

export interface Style {
  font: PDFFont;
  size: number;
  color: Color;
  /** Of one line, as a multiple of the size. */
  leading?: number;
}

const LEADING = 1.35;

interface Box {
  x: number;
  y: number;
  width: number;
  /** What does not fit into so many lines is left out, and three dots say so. */
  mostLines?: number;
  align?: "left" | "center" | "right";
}

/** Writes the text into the box and gives the height it took. */
export function write(canvas: Canvas, text: string, style: Style, box: Box): number {
  const lines = fitted(text, style, box);
  const height = style.size * (style.leading ?? LEADING);
  lines.forEach((line, index) => {
    const width = style.font.widthOfTextAtSize(line, style.size);
    const free = box.width - width;
    const indent = box.align === "center" ? free / 2 : box.align === "right" ? free : 0;
    canvas.page.drawText(line, {
      x: box.x + indent,
      y: canvas.height - box.y - style.size - index * height,
      size: style.size,
      font: style.font,
      color: style.color,
    });
  });
  return lines.length * height;
}

/** How high the text would be. */
export function heightOf(text: string, style: Style, box: Omit<Box, "x" | "y">): number {
  return fitted(text, style, box).length * style.size * (style.leading ?? LEADING);
}

function fitted(text: string, style: Style, box: Omit<Box, "x" | "y">): string[] {
  const lines = wrapped(text, style, box.width);
  const most = box.mostLines ?? lines.length;
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), shortened(`${last} …`, style, box.width)];
}

/** Each word is measured once: to lay out ever longer lines takes most of the time of a page. */
function wrapped(text: string, style: Style, width: number): string[] {
  const space = widthOf(" ", style);
  const lines: { text: string; width: number }[] = [];
  const words = text.split(/\s+/).filter(Boolean);
  for (const word of words.flatMap((one) => broken(one, style, width))) {
    const line = lines.at(-1);
    const ownWidth = widthOf(word, style);
    if (line && line.width + space + ownWidth <= width) {
      line.text += ` ${word}`;
      line.width += space + ownWidth;
    } else lines.push({ text: word, width: ownWidth });
  }
  return lines.map((line) => line.text);
}

/** A word wider than the box is broken wherever it has to be. */
function broken(word: string, style: Style, width: number): string[] {
  if (widthOf(word, style) <= width) return [word];
  const pieces = [""];
  for (const sign of word) {
    const longer = `${pieces.at(-1)}${sign}`;
    if (widthOf(longer, style) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(sign);
  }
  return pieces;
}

function shortened(line: string, style: Style, width: number): string {
  let text = line;
  while (text.length > 2 && widthOf(text, style) > width) text = `${text.slice(0, -3).trimEnd()} …`;
  return text;
}

function widthOf(text: string, { font, size }: Style): number {
  return font.widthOfTextAtSize(text, size);
}
