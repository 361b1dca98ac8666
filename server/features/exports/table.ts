import type { CalendarDate } from "../../values/calendar-date.ts";

/** Values are as stored: money in haléře, percent in basis points, shares in millionths, units in ten-thousandths. */
export type ColumnType = "text" | "money" | "units" | "percent" | "share" | "day";

export interface ExportColumn {
  header: string;
  type: ColumnType;
  /** In letters of a workbook; on paper what texts share the free width by. */
  width: number;
  /** Left out of paper, which is narrower than a screen. */
  isOnScreenOnly?: boolean;
}

/** With the value also what a workbook reckons it by; both are the same sum. */
export interface Reckoned {
  value: number;
  formula: string;
}

export type ExportCell = string | number | Reckoned | null;

export interface ExportRow {
  cells: ExportCell[];
  /** How deep in a tree, from nought. */
  depth?: number;
  isStrong?: boolean;
}

/** A table that leaves the house as a workbook or on paper, with all that is to be said about it. */
export interface ExportTable {
  language: "cs" | "en";
  title: string;
  project: string;
  /** What day its figures are of and when they were known. */
  moment: string;
  /** What the reader has to know beside the figures. */
  notes: string[];
  columns: ExportColumn[];
  rows: ExportRow[];
  /** Column whose texts are set in by how deep their row is. */
  treeColumn?: number;
  exportedAt: string;
  exportedOn: CalendarDate;
}

/** Row of a workbook in which the first row of the table stands, below its headings. */
export const FIRST_ROW = 2;

export function isReckoned(cell: ExportCell): cell is Reckoned {
  return typeof cell === "object" && cell !== null;
}

export function cellValue(cell: ExportCell): string | number | null {
  return isReckoned(cell) ? cell.value : cell;
}
