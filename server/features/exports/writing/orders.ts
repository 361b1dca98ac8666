import type { PrintedDocument } from "./documents/document.ts";
import type { TablePaper } from "./paper.ts";
import type { WorkbookOrder } from "./workbook.ts";

/** What the writing process is asked for, once: plain values, ready to go to another process. */
export type Order =
  | { kind: "workbook"; workbook: WorkbookOrder }
  | { kind: "paper"; paper: TablePaper }
  | { kind: "sheets"; sheets: Sheet[] }
  | { kind: "document"; format: "pdf" | "docx"; paper: PrintedDocument };

export type Answer = { file: Uint8Array } | { failed: string };

type CellValue = string | number | null;

/** A sheet of a workbook. */
export interface Sheet {
  name: string;
  columns: {
    header: string;
    type: "text" | "number" | "year" | "scaled" | "money" | "percent" | "day";
    width?: number;
  }[];
  rows: { cells: CellValue[] /** For `scaled`. */; decimals?: number }[];
}
