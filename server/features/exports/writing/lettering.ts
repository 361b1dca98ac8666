import type { PDFFont } from "@cantoo/pdf-lib";

/** A font at a size, with the widths of words it has met: to measure takes most of the time of a page. */
export interface Lettering {
  font: PDFFont;
  size: number;
  widthOf(text: string): number;
}

export function lettering(font: PDFFont, size: number): Lettering {
  const known = new Map<string, number>();
  const widthOf = (text: string) => {
    const width = known.get(text) ?? font.widthOfTextAtSize(text, size);
    known.set(text, width);
    return width;
  };
  return { font, size, widthOf };
}

/** Lines of a text within a width; nothing of it is left out, a word too wide is broken. */
export function linesOf(text: string, letters: Lettering, width: number): string[] {
  return text
    .split(/\n+/)
    .flatMap((paragraph) => filled(wordsOf(paragraph, letters, width), letters, width));
}

function filled(words: readonly string[], letters: Lettering, width: number): string[] {
  const space = letters.widthOf(" ");
  const lines: { text: string; width: number }[] = [];
  for (const word of words) {
    const own = letters.widthOf(word);
    const line = lines.at(-1);
    if (line && line.width + space + own <= width) {
      line.text += ` ${word}`;
      line.width += space + own;
    } else lines.push({ text: word, width: own });
  }
  return lines.map((line) => line.text);
}

function wordsOf(text: string, letters: Lettering, width: number): string[] {
  const words = text.split(/[ \t]+/).filter(Boolean);
  return words.flatMap((word) =>
    letters.widthOf(word) <= width ? [word] : broken(word, letters, width),
  );
}

function broken(word: string, letters: Lettering, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let own = 0;
  for (const sign of word) {
    const more = letters.widthOf(sign);
    if (piece !== "" && own + more > width) {
      pieces.push(piece);
      piece = "";
      own = 0;
    }
    piece += sign;
    own += more;
  }
  return [...pieces, piece];
}
