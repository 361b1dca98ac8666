import type { Response } from "express";
import type { CalendarDate } from "../values/calendar-date.ts";
import { midnightOf } from "../values/instant.ts";

type CellValue = string | number | null;

/** Values are as stored: money in haléře, percent in basis points, days as `YYYY-MM-DD`, scaled numbers whole. */
export interface Column<Row> {
  header: string;
  type: "text" | "number" | "year" | "scaled" | "money" | "percent" | "day";
  value: (row: Row) => CellValue;
  /** For `scaled`: how many decimals the whole number carries. */
  decimals?: (row: Row) => number;
  width?: number;
}

export interface WorkbookSheet<Row> {
  name: string;
  columns: Column<Row>[];
  rows: readonly Row[];
}

/** The sheets of a workbook, each with rows of its own kind. */
export type SheetsOf<Rows extends unknown[]> = {
  [Place in keyof Rows]: WorkbookSheet<Rows[Place]>;
};

/**
 * Sends rows as an XLSX of typed cells. Texts are written as texts, so that nothing typed by a person is
 * ever run as a formula. The library is loaded only when somebody asks for a workbook.
 */
export async function sendWorkbook<Rows extends unknown[]>(
  res: Response,
  workbook: { fileName: string; sheets: [...SheetsOf<Rows>] },
): Promise<void> {
  const buffer = await workbookBuffer(workbook.sheets);
  res.attachment(`${workbook.fileName}.xlsx`);
  res.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  res.send(buffer);
}

export async function workbookBuffer<Rows extends unknown[]>(
  sheets: [...SheetsOf<Rows>],
): Promise<Buffer> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const written = writeXlsxFile(
    (sheets as WorkbookSheet<unknown>[]).map((sheet) => ({
      sheet: sheetName(sheet.name),
      data: [
        sheet.columns.map(headerCell),
        ...sheet.rows.map((row) => cellsOf(sheet.columns, row)),
      ],
      columns: sheet.columns.map((column) => ({
        width: column.width ?? DEFAULT_WIDTHS[column.type],
      })),
      stickyRowsCount: 1,
    })),
  );
  return written.toBuffer();
}

const DEFAULT_WIDTHS = {
  text: 36,
  number: 12,
  year: 8,
  scaled: 14,
  money: 18,
  percent: 10,
  day: 12,
};

function headerCell<Row>(column: Column<Row>) {
  return { value: column.header, type: String, fontWeight: "bold" as const, wrap: true };
}

function cellsOf<Row>(columns: Column<Row>[], row: Row) {
  return columns.map((column) => {
    const value = column.value(row);
    return value === null || value === "" ? null : cell(column, row, value);
  });
}

function cell<Row>(column: Column<Row>, row: Row, value: string | number) {
  if (column.type === "text") return { value: String(value).slice(0, 32_000), type: String };
  if (column.type === "day") {
    return { value: midnightOf(value as CalendarDate), type: Date, format: "d. m. yyyy" };
  }
  return { type: Number, ...numberCell(column, row, Number(value)) };
}

function numberCell<Row>(column: Column<Row>, row: Row, value: number) {
  // A year is never parted by thousands.
  if (column.type === "year") return { value, format: "0" };
  if (column.type === "money") return { value: value / 100, format: "#,##0.00" };
  if (column.type === "percent") return { value: value / 10_000, format: "0.0%" };
  const decimals = column.decimals?.(row) ?? 0;
  const format = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  return { value: value / 10 ** decimals, format };
}

/** Excel refuses these characters and more than 31 of any. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
}
