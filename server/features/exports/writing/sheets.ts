import { type WorkbookSheet, workbookBuffer } from "../../../web/workbook.ts";

type CellValue = string | number | null;

/** A sheet of a workbook as plain values, so that another process can write it. */
export interface Sheet {
  name: string;
  columns: {
    header: string;
    type: "text" | "number" | "scaled" | "money" | "percent" | "day";
    width?: number;
  }[];
  rows: { cells: CellValue[] /** For `scaled`. */; decimals?: number }[];
}

/** Typed cells below frozen headings; a text is never run as a formula. */
export function writeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  return workbookBuffer(sheets.map(sheetOf));
}

function sheetOf({ name, columns, rows }: Sheet): WorkbookSheet<Sheet["rows"][number]> {
  return {
    name,
    rows,
    columns: columns.map((column, at) => ({
      ...column,
      value: ({ cells }) => cells[at] ?? null,
      decimals: ({ decimals = 0 }) => decimals,
    })),
  };
}
