/** A form feed: what follows begins a page. */
export const PAGE_BREAK = "\f";

/** Lines of whatever holds paragraphs: the body, a cell, a box. */
export interface Block {
  lines: string[];
  /** Cells of the row that is being read, of a table right inside. */
  cells: string[][];
}

export function newBlock(): Block {
  return { lines: [], cells: [] };
}

/** Paragraphs end where a line is broken and where a page is, which is a line of its own. */
export function linesOfText(text: string): string[] {
  return text.split("\n").flatMap((line) => line.split(/(?<=\f)|(?=\f)/));
}
