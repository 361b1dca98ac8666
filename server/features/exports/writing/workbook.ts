import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import writeXlsxFile, { type Feature } from "write-excel-file/node";
import { formatScaled } from "../../../values/decimal.ts";
import { midnightOf } from "../../../values/instant.ts";
import { type ColumnType, type ExportTable, isReckoned, type Reckoned } from "../table.ts";

/** What parts of a workbook may be made of. */
type Part = Stream | Buffer | Blob;

/** What is written on the second sheet, in words. */
export interface AboutLine {
  label: string;
  text: string;
}

export interface WorkbookOrder {
  table: ExportTable;
  about: { sheet: string; lines: AboutLine[] };
}

const LONGEST_TEXT = 32_000;

/** Typed cells below frozen headings; what the figures are of stands on a second sheet. */
export function writeWorkbook({ table, about }: WorkbookOrder): Promise<Buffer> {
  const reckoned = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell, column) => (isReckoned(cell) ? [stored(cell.value, table, column)] : [])),
  );
  const sheets = [
    {
      sheet: sheetName(table.title),
      data: [table.columns.map(({ header }) => heading(header)), ...rowsOf(table)],
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: "landscape" as const,
    },
    {
      sheet: sheetName(about.sheet),
      data: about.lines.map(({ label, text }) => [heading(label), words(text)]),
      columns: [{ width: 24 }, { width: 80 }],
    },
  ];
  return writeXlsxFile(sheets, { features: [withResults(reckoned)] }).toBuffer();
}

/**
 * A formula is written together with what it gives: who only looks into the file, or reads it by a program,
 * sees the sums without reckoning them.
 */
function withResults(results: readonly string[]): Feature<Part> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform(xml, _options, { sheetIndex }) {
            if (sheetIndex !== 0) return xml;
            let next = 0;
            return xml.replaceAll("</f>", () => `</f><v>${results[next++]}</v>`);
          },
        },
      },
    },
  };
}

function rowsOf({ rows, columns, treeColumn }: ExportTable) {
  return rows.map(({ cells, depth = 0, isStrong }) => {
    const weight = isStrong ? { fontWeight: "bold" as const } : {};
    return columns.map(({ type }, at) => {
      const cell = cells[at] ?? null;
      if (cell === null || cell === "") return null;
      const indent = at === treeColumn && depth > 0 ? { indent: depth } : {};
      return { ...cellOf(cell, type), ...weight, ...indent };
    });
  });
}

function cellOf(cell: string | number | Reckoned, type: ColumnType) {
  if (isReckoned(cell))
    return { type: "Formula" as const, value: cell.formula, format: formatOf(type, cell.value) };
  if (type === "day") return { type: Date, value: midnightOf(String(cell)), format: "d. m. yyyy" };
  if (type === "text" || typeof cell === "string") return words(String(cell));
  return { type: Number, value: cell / SCALES[type], format: formatOf(type, cell) };
}

const SCALES = { money: 100, units: 10_000, percent: 10_000, share: 1_000_000 } as const;
const PLACES = { money: 2, units: 4, percent: 4, share: 6 } as const;

function stored(value: number, { columns }: ExportTable, column: number): string {
  const type = columns[column]?.type;
  return type === undefined || type === "text" || type === "day"
    ? String(value)
    : formatScaled(value, PLACES[type]);
}

function formatOf(type: ColumnType, value: number): string {
  if (type === "percent") return "0.00%";
  if (type === "share") return "0.00##%";
  if (type !== "units") return "#,##0.00";
  if (value % 10_000 === 0) return "#,##0";
  return value % 100 === 0 ? "#,##0.00" : "#,##0.0000";
}

/** A text of a person is written as a text: whatever it begins with, it is never run. */
function words(text: string) {
  return { type: String, value: text.slice(0, LONGEST_TEXT), wrap: true };
}

function heading(text: string) {
  return { ...words(text), fontWeight: "bold" as const };
}

/** Spreadsheets refuse these characters and more than 31 of any. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
}
