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

/**
 * A row as lines: the last line of a cell and the first one of the next are one line, apart by a tab, so that
 * a label and its value of several paragraphs read as they are seen.
 */
export function linesOfRow(cells: readonly string[][]): string[] {
  const lines: string[] = [];
  cells.forEach((cell, index) => {
    const [first = "", ...rest] = withoutLastBlanks(cell);
    if (index === 0) lines.push(first);
    else lines.push(`${lines.pop() ?? ""}\t${first}`);
    lines.push(...rest);
  });
  return lines;
}

/** A cell always ends with a paragraph, though an empty one. */
function withoutLastBlanks(cell: readonly string[]): string[] {
  const last = cell.findLastIndex((line) => line !== "");
  return cell.slice(0, last + 1);
}

/** Paragraphs end where a line is broken and where a page is, which is a line of its own. */
export function linesOfText(text: string): string[] {
  return text.split("\n").flatMap((line) => line.split(/(?<=\f)|(?=\f)/));
}
