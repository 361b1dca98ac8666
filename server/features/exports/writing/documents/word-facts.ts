import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { FactsBlock } from "./document.ts";
import { COLOURS, half, INNER, SOFT } from "./word-style.ts";

const LABELS = 2_400;
const WIDTHS = [LABELS, INNER - LABELS];
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
const BORDERS = {
  ...{ top: THIN, bottom: THIN, left: NONE, right: NONE },
  ...{ insideHorizontal: THIN, insideVertical: NONE },
};
const MARGINS = { top: 40, bottom: 40, left: 0, right: 100 };

/** Labels beside texts; a long text goes over pages. */
export function factsTable({ items }: FactsBlock): Table {
  return new Table({
    width: { size: INNER, type: WidthType.DXA },
    columnWidths: WIDTHS,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows: items.map(
      ({ label, text, isSoft }) =>
        new TableRow({
          children: [
            cellOf(LABELS, [run(label, { bold: true, color: SOFT, size: half(8) })]),
            cellOf(
              INNER - LABELS,
              text
                .split(/\n+/)
                .map((line) => run(line, { size: half(9), ...(isSoft && { color: SOFT }) })),
            ),
          ],
        }),
    ),
  });
}

function cellOf(width: number, children: Paragraph[]): TableCell {
  return new TableCell({ children, margins: MARGINS, width: { size: width, type: WidthType.DXA } });
}

function run(text: string, style: { bold?: boolean; color?: string; size: number }): Paragraph {
  return new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, ...style })] });
}
