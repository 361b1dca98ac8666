import type { Lettering } from "./lettering.ts";
import type { TablePaper } from "./paper.ts";

/** Space between the text of a cell and its edge. */
export const PADDING = 3;

export interface PlacedColumn {
  x: number;
  width: number;
}

const SIZES = [8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5];
/** Letters that a column of texts has room for at least. */
const LEAST_LETTERS = 8;

/** The largest letters by which numbers fit whole and texts still have room. */
export function chosenSize(
  paper: TablePaper,
  wide: number,
  letteringOf: (size: number) => { regular: Lettering; bold: Lettering },
): number {
  const fits = (size: number) => {
    const numbers = numberWidths(paper, letteringOf(size).bold);
    const texts = paper.columns.filter(({ isNumber }) => !isNumber).length;
    const taken = numbers.reduce<number>((sum, width) => sum + (width ?? 0), 0);
    return wide - taken >= texts * (LEAST_LETTERS * size + 2 * PADDING);
  };
  return SIZES.find(fits) ?? (SIZES.at(-1) as number);
}

/** Columns of numbers are as wide as their widest number, those of texts share the rest. */
export function placed(paper: TablePaper, wide: number, bold: Lettering): PlacedColumn[] {
  const numbers = numberWidths(paper, bold);
  const taken = numbers.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const weights = paper.columns.map(({ weight }, at) => (numbers[at] === null ? weight : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let x = 0;
  return paper.columns.map((_column, at) => {
    const width = numbers[at] ?? ((wide - taken) * (weights[at] ?? 0)) / all;
    const column = { x, width };
    x += width;
    return column;
  });
}

/** Null of a column of texts. Bold figures are the wider ones. */
function numberWidths({ columns, rows }: TablePaper, bold: Lettering): (number | null)[] {
  return columns.map(({ isNumber, header }, at) => {
    if (!isNumber) return null;
    const words = header.split(/\s+/).map((word) => bold.widthOf(word));
    const values = rows.map(({ cells }) => widthOfNumber(cells[at] ?? "", bold));
    return (
      values.reduce((most, width) => Math.max(most, width), Math.max(0, ...words)) + 2 * PADDING
    );
  });
}

/** Figures are all of one width, so that each number need not be measured. */
function widthOfNumber(text: string, letters: Lettering): number {
  return letters.widthOf(text.replace(/\d/g, "0"));
}
