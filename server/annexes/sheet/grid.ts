import { UnreadableTable } from "../../tables/faults.ts";
import { LIMITS } from "../../tables/limits.ts";
import { readTable } from "../../tables/read-table.ts";
import { openWorkbook, readSheet } from "../../tables/xlsx.ts";
import { LOST_TEXT } from "../../values/lost-text.ts";
import type { Encoding } from "../../values/text-encoding.ts";

/** Rows that hold something; each cell by its lines. */
export type Grid = string[][];

/** Every sheet, for an annex may have one for each area. */
export function gridsOfWorkbook(file: Buffer): Grid[] {
  const workbook = openWorkbook(file);
  let count = 0;
  return workbook.sheets.map((sheet) => {
    const grid: Grid = [];
    readSheet(workbook, sheet, ({ cells }) => {
      count += 1;
      if (count > LIMITS.rows) throw new UnreadableTable("tableTooManyRows");
      if (cells.includes(LOST_TEXT)) throw new UnreadableTable("tableTextsMissing");
      grid.push(cells);
    });
    return grid;
  });
}

export function gridOfText(file: Buffer): { grid: Grid; encoding: Encoding | null } {
  const grid: Grid = [];
  const { encoding } = readTable(file, { name: "annex.csv" }, ({ cells }) => grid.push(cells));
  return { grid, encoding };
}
