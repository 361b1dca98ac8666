import type { Lettering } from "./lettering.ts";
import type { TablePaper } from "./paper.ts";

/** Space between the text of a cell and its edge. */
export const PADDING = 3;

export interface PlacedColumn {
  x: number;
  width: number;
}

const SIZES = [8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5];
/** Longer words than so many letters are broken where room is short. */
const LONGEST_WHOLE = 14;

/** The largest letters by which numbers fit whole, and so do the words of texts that are not overlong. */
export function chosenSize(
  paper: TablePaper,
  wide: number,
  letteringOf: (size: number) => { bold: Lettering },
): number {
  const fits = (size: number) => {
    const least = leastWidths(paper, letteringOf(size).bold);
    return least.reduce((sum, width) => sum + width, 0) <= wide;
  };
  return SIZES.find(fits) ?? (SIZES.at(-1) as number);
}

/** Columns of numbers are as wide as their widest number; texts share what is left by their weights. */
export function placed(paper: TablePaper, wide: number, bold: Lettering): PlacedColumn[] {
  const least = leastWidths(paper, bold);
  const free = Math.max(0, wide - least.reduce((sum, width) => sum + width, 0));
  const weights = paper.columns.map(({ weight, isNumber }) => (isNumber ? 0 : weight));
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let x = 0;
  return paper.columns.map((_column, at) => {
    const width = (least[at] ?? 0) + (free * (weights[at] ?? 0)) / all;
    const column = { x, width };
    x += width;
    return column;
  });
}

/** What each column needs at least. Bold letters are the wider ones. */
function leastWidths({ columns, rows }: TablePaper, bold: Lettering): number[] {
  const overlong = LONGEST_WHOLE * bold.size * 0.62;
  return columns.map(({ isNumber, header }, at) => {
    const widest = (texts: readonly string[]) =>
      texts.reduce((most, text) => Math.max(most, widthOfFigures(text, bold)), 0);
    const words = (text: string) => text.split(/[ \t\n]+/);
    const head = widest(words(header));
    const values = rows.map(({ cells }) => cells[at] ?? "");
    if (isNumber) return Math.max(head, widest(values)) + 2 * PADDING;
    return Math.max(head, Math.min(overlong, widest(values.flatMap(words)))) + 2 * PADDING;
  });
}

/** Figures are all of one width, so that each number need not be measured. */
function widthOfFigures(text: string, letters: Lettering): number {
  return letters.widthOf(text.replace(/\d/g, "0"));
}
