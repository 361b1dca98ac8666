import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Cell, PartsBlock, TableBlock, TilesBlock } from "./document.ts";
import { ACCENT, COLOURS, FILLS, half, INNER, SOFT } from "./word-style.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
const NO_BORDERS = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
};
const MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };
const LINES_OF_BAR = 90;
/** What stands among numbers and is no number is broken. */
const MOST_LETTERS = 18;

/** Each bar is a table of its own: of so many rows only their numbers are written. */
const MOST_ROWS_WITH_BARS = 100;

/** Headings are told to be such, so that they come again on each page and are read out with the cells. */
export function wordTable({ columns, rows }: TableBlock): Table {
  const widths = widthsOf({ columns, rows });
  const hasBars = rows.length <= MOST_ROWS_WITH_BARS;
  const headings = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header, isNumber }, at) =>
      cellOf(
        [run(header, { bold: true, color: SOFT, size: 8, isNumber })],
        widths[at] ?? 0,
        COLOURS.shade,
      ),
    ),
  });
  return new Table({
    width: { size: INNER, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, top: THIN, bottom: THIN, insideHorizontal: THIN },
    rows: [headings, ...rows.map((row) => rowOf(row, { columns, widths, hasBars }))],
  });
}

function rowOf(
  { cells, isStrong = false, isMarked = false }: TableBlock["rows"][number],
  table: { columns: TableBlock["columns"]; widths: number[]; hasBars: boolean },
): TableRow {
  const isWhole = cells.length === 1;
  return new TableRow({
    cantSplit: true,
    children: cells.map((cell, at) => {
      const width = isWhole ? INNER : (table.widths[at] ?? 0);
      const { hasBars } = table;
      const of = { width, isStrong, isNumber: table.columns[at]?.isNumber, hasBars };
      const fill = isMarked && at === 0 ? "FCF1D2" : undefined;
      return cellOf(contentOf(cell, of), width, fill, isWhole ? table.columns.length : 1);
    }),
  });
}

/** Numbers take what they need, about; words share the rest by their weights. */
function widthsOf({ columns, rows }: Pick<TableBlock, "columns" | "rows">): number[] {
  const needs = columns.map(({ header, isNumber }, at) => {
    if (!isNumber) return 0;
    const longest = rows.reduce(
      (most, { cells }) => Math.max(most, cells[at]?.text.length ?? 0),
      0,
    );
    const words = Math.max(...header.split(" ").map((word) => word.length));
    return Math.min(MOST_LETTERS, Math.max(longest, words)) * 105 + 200;
  });
  const free = Math.max(0, INNER - needs.reduce((sum, width) => sum + width, 0));
  const all = columns.reduce((sum, { weight, isNumber }) => sum + (isNumber ? 0 : weight), 0) || 1;
  return columns.map(({ weight, isNumber }, at) =>
    isNumber ? (needs[at] ?? 0) : Math.floor((free * weight) / all),
  );
}

interface RunStyle {
  bold?: boolean;
  color?: string | undefined;
  size?: number;
  isNumber?: boolean | undefined;
}

function run(text: string, { bold = false, color, size = 9, isNumber }: RunStyle = {}): Paragraph {
  return new Paragraph({
    spacing: { after: 0 },
    ...(isNumber && { alignment: AlignmentType.RIGHT }),
    children: [new TextRun({ text, bold, size: half(size), ...(color && { color }) })],
  });
}

function contentOf(
  { text, note, tone, bar, isStrong }: Cell,
  of: { width: number; isStrong: boolean; isNumber: boolean | undefined; hasBars: boolean },
) {
  const color = tone ? COLOURS[tone] : undefined;
  const bold = of.isStrong || isStrong === true || tone !== undefined;
  return [
    run(text, { bold, color, isNumber: of.isNumber }),
    ...(bar && of.hasBars ? barOf(bar.percent, of.width - 140) : []),
    ...(note ? [run(note, { color: SOFT, size: 8 })] : []),
  ];
}

function cellOf(
  children: ITableCellOptions["children"],
  width: number,
  fill?: string,
  columnSpan = 1,
): TableCell {
  return new TableCell({
    children,
    ...(columnSpan > 1 && { columnSpan }),
    margins: MARGINS,
    width: { size: width, type: WidthType.DXA },
    ...(fill && { shading: { type: ShadingType.CLEAR, fill, color: "auto" } }),
  });
}

/** A bar is a small table of two coloured cells: it prints, and it is there in every office suite. */
function barOf(percent: number, width: number, color: string = ACCENT): (Table | Paragraph)[] {
  const part = Math.round((width * Math.max(0, Math.min(100, percent))) / 100);
  const strip = stripOf(
    [
      { width: part, fill: color },
      { width: width - part, fill: COLOURS.line },
    ].filter((one) => one.width > 0),
  );
  // A cell may not end with a table.
  return [strip, thin()];
}

function stripOf(parts: readonly { width: number; fill: string }[]): Table {
  const widths = parts.map(({ width }) => width);
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        height: { value: LINES_OF_BAR, rule: "exact" },
        children: parts.map(
          ({ width, fill }) =>
            new TableCell({
              children: [thin()],
              margins: { top: 0, bottom: 0, left: 0, right: 0 },
              width: { size: width, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, fill, color: "auto" },
            }),
        ),
      }),
    ],
  });
}

function thin(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: "exact" },
    children: [new TextRun({ text: "", size: 2 })],
  });
}

export function tilesTable(tiles: TilesBlock["tiles"]): Table {
  const width = Math.floor(INNER / tiles.length);
  return new Table({
    width: { size: width * tiles.length, type: WidthType.DXA },
    columnWidths: tiles.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: {
      top: THIN,
      bottom: THIN,
      left: THIN,
      right: THIN,
      insideHorizontal: THIN,
      insideVertical: THIN,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: tiles.map(({ label, value, note, tone, percent }) => {
          const color = tone ? COLOURS[tone] : undefined;
          return cellOf(
            [
              run(label, { bold: true, color: SOFT, size: 8 }),
              run(value, { bold: true, size: 15, color }),
              ...(percent === undefined ? [] : barOf(percent, width - 140, color)),
              ...(note ? [run(note, { color: SOFT, size: 8 })] : []),
            ],
            width,
          );
        }),
      }),
    ],
  });
}

/** The bar and, below it, what its parts are. */
export function partsTable({ parts }: PartsBlock): (Table | Paragraph)[] {
  const strip = stripOf(
    parts.map(({ tone, width }) => ({
      width: Math.max(20, Math.round((INNER * width) / 100)),
      fill: FILLS[tone],
    })),
  );
  const words = new Paragraph({
    spacing: { before: 60, after: 0 },
    children: parts.map(
      ({ tone, label, count }) =>
        new TextRun({
          text: `${label} ${count}      `,
          bold: true,
          size: half(9),
          color: COLOURS[tone],
        }),
    ),
  });
  return [strip, words];
}
