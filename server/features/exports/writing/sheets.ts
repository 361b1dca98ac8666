import { type WorkbookSheet, workbookBuffer } from "../../../web/workbook.ts";
import type { Sheet } from "./orders.ts";

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
