import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import type {
  Block,
  HeadingBlock,
  ListBlock,
  PrintedDocument,
  TextBlock,
  TitleBlock,
} from "./document.ts";
import { factsTable } from "./word-facts.ts";
import { ACCENT, COLOURS, half, INNER, SOFT } from "./word-style.ts";
import { partsTable, tilesTable, wordTable } from "./word-tables.ts";

type Part = Paragraph | Table;

/** The same paper as a document that can be edited: headings are headings and tables are tables. */
export async function writeDocument(paper: PrintedDocument): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    subject: paper.subject,
    creator: "Osnova",
    styles: {
      default: {
        document: {
          run: { font: "Calibri", size: half(10), language: { value: LANGUAGES[paper.language] } },
          paragraph: { spacing: { after: 60 } },
        },
        title: { run: { size: half(22), bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: {
          run: { size: half(15), bold: true, color: COLOURS.ink },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
        heading2: {
          run: { size: half(11), bold: true, color: ACCENT },
          paragraph: { spacing: { before: 160, after: 40 } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS } },
        footers: { default: footerOf(paper) },
        children: paper.blocks.flatMap(partsOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const LANGUAGES = { cs: "cs-CZ", en: "en-GB" };
/** In twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGINS = { top: 900, bottom: 900, left: 1_000, right: 1_000 };

function footerOf({ foot, pageOf }: PrintedDocument): Footer {
  const style = { size: half(8), color: SOFT };
  const pieces = pageOf.split(/(\{pages?\})/).filter(Boolean);
  const numbers = pieces.map((piece) => {
    if (piece === "{page}") return PageNumber.CURRENT;
    return piece === "{pages}" ? PageNumber.TOTAL_PAGES : piece;
  });
  const children = [
    new TextRun({ text: foot, ...style }),
    new TextRun({ children: [new Tab()], ...style }),
    // A run for each: a field keeps only the style of its own run.
    ...numbers.map((number) => new TextRun({ children: [number], ...style })),
  ];
  const tabStops = [{ type: TabStopType.RIGHT, position: INNER }];
  return new Footer({ children: [new Paragraph({ children, tabStops })] });
}

type Writers = {
  [Kind in Block["kind"]]: (block: Extract<Block, { kind: Kind }>) => Part[];
};

const WRITERS: Writers = {
  title: titleOf,
  heading: headingOf,
  text: textOf,
  tiles: ({ tiles }) => [tilesTable(tiles), gap()],
  parts: (block) => [
    line(block.label, { color: SOFT, bold: true, size: half(8) }),
    ...partsTable(block),
    gap(),
  ],
  table: (block) => [wordTable(block), gap()],
  facts: (block) => [factsTable(block), gap()],
  list: listOf,
};

function partsOf(block: Block): Part[] {
  const write = WRITERS[block.kind] as (block: Block) => Part[];
  return write(block);
}

type Style = { color?: string; bold?: boolean; size?: number };

function line(text: string, style: Style = {}, options: { before?: number } = {}): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, ...style })],
    ...(options.before !== undefined && { spacing: { before: options.before, after: 40 } }),
  });
}

/** Two tables without anything between them would become one. */
function gap(): Paragraph {
  return new Paragraph({ children: [], spacing: { before: 0, after: 60 } });
}

function titleOf({ over, title, lines }: TitleBlock): Part[] {
  return [
    line(over, { color: ACCENT, bold: true, size: half(9) }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...lines.map((text) => line(text, { color: SOFT })),
  ];
}

function headingOf({ level, text, note, isNewPage = false }: HeadingBlock): Part[] {
  const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  const border = { style: BorderStyle.SINGLE, size: 4, color: "D9DEE5", space: 4 };
  return [
    new Paragraph({
      text,
      heading,
      keepNext: true,
      pageBreakBefore: isNewPage,
      ...(level === 1 && !isNewPage && { border: { top: border } }),
    }),
    ...(note
      ? [
          new Paragraph({
            keepNext: true,
            children: [new TextRun({ text: note, color: SOFT, size: half(9) })],
          }),
        ]
      : []),
  ];
}

function textOf({ text, isSoft, isStrong }: TextBlock): Part[] {
  return [line(text, { ...(isSoft && { color: SOFT }), ...(isStrong && { bold: true }) })];
}

function listOf({ items }: ListBlock): Part[] {
  return items.map(({ text, side }) => {
    const children: ParagraphChild[] = side
      ? [
          new TextRun({ text: side, color: SOFT, size: half(9) }),
          new TextRun({ children: [new Tab(), text] }),
        ]
      : [new TextRun({ text })];
    const hanging = side ? 1_250 : 260;
    return new Paragraph({
      children,
      alignment: AlignmentType.LEFT,
      spacing: { after: 30 },
      ...(side
        ? {
            indent: { left: hanging, hanging },
            tabStops: [{ type: TabStopType.LEFT, position: hanging }],
          }
        : { bullet: { level: 0 } }),
    });
  });
}
