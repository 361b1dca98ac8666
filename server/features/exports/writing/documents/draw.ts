import { linesOf } from "../lettering.ts";
import type {
  Block,
  HeadingBlock,
  ListBlock,
  PartsBlock,
  PrintedDocument,
  TextBlock,
  TilesBlock,
  TitleBlock,
} from "./document.ts";
import { drawFacts } from "./facts.ts";
import {
  ACCENT,
  bar,
  box,
  FILLS,
  type Fonts,
  heightOf,
  INK,
  LINE,
  MARGIN,
  need,
  numberPages,
  type Pen,
  put,
  SOFT,
  TONES,
  takePen,
  turnPage,
  WHITE,
  WIDE,
  write,
} from "./pen.ts";
import { drawTable } from "./tables.ts";

/** The paper on A4, as many pages as it takes, each with its number. */
export async function drawDocument(paper: PrintedDocument, fonts: Fonts): Promise<Uint8Array> {
  const pen = await takePen(paper, fonts);
  for (const block of paper.blocks) drawBlock(pen, block);
  numberPages(pen, paper);
  return pen.document.save();
}

type Drawers = {
  [Kind in Block["kind"]]: (pen: Pen, block: Extract<Block, { kind: Kind }>) => void;
};

const DRAWERS: Drawers = {
  title: drawTitle,
  heading: drawHeading,
  text: drawText,
  tiles: drawTiles,
  parts: drawParts,
  table: drawTable,
  facts: drawFacts,
  list: drawList,
};

function drawBlock(pen: Pen, block: Block): void {
  const draw = DRAWERS[block.kind] as (pen: Pen, block: Block) => void;
  draw(pen, block);
}

function drawText(pen: Pen, { text, isStrong, isSoft }: TextBlock): void {
  const { body, strong } = pen.letters;
  write(pen, isStrong ? strong : body, text, { color: isSoft ? SOFT : INK });
  pen.y -= 3;
}

function drawTitle(pen: Pen, { over, title, lines }: TitleBlock): void {
  const { letters } = pen;
  write(pen, letters.smallStrong, over, { color: ACCENT });
  write(pen, letters.title, title);
  pen.y -= 2;
  for (const line of lines) write(pen, letters.body, line, { color: SOFT });
  pen.y -= 8;
}

/** What comes below a heading stays with it. */
const ROOM = { 1: 150, 2: 48 } as const;

function drawHeading(pen: Pen, { level, text, note, isNewPage }: HeadingBlock): void {
  const { letters } = pen;
  if (isNewPage) turnPage(pen);
  else {
    need(pen, ROOM[level]);
    pen.y -= level === 1 ? 16 : 7;
  }
  write(pen, level === 1 ? letters.heading : letters.subheading, text, {
    color: level === 1 ? INK : ACCENT,
  });
  if (note) write(pen, letters.cell, note, { color: SOFT });
  pen.y -= level === 1 ? 5 : 2;
}

const GAP = 6;

function drawTiles(pen: Pen, { tiles }: TilesBlock): void {
  const { smallStrong, figure, small } = pen.letters;
  const width = (WIDE - GAP * (tiles.length - 1)) / tiles.length;
  const inner = width - 12;
  const laid = tiles.map((tile) => ({
    tile,
    labels: linesOf(tile.label, smallStrong, inner),
    notes: linesOf(tile.note ?? "", small, inner),
  }));
  const labels = Math.max(1, ...laid.map((one) => one.labels.length));
  const notes = Math.max(0, ...laid.map((one) => one.notes.length));
  const height =
    labels * heightOf(smallStrong) + heightOf(figure) + 9 + notes * heightOf(small) + 10;
  need(pen, height);
  const top = pen.y;
  laid.forEach(({ tile, labels: label, notes: note }, at) => {
    const x = MARGIN + at * (width + GAP);
    const color = tile.tone ? TONES[tile.tone] : ACCENT;
    box(pen, { x, y: top - height, width, height }, LINE);
    box(
      pen,
      { x: x + 0.6, y: top - height + 0.6, width: width - 1.2, height: height - 1.2 },
      WHITE,
    );
    box(pen, { x, y: top - 2, width, height: 2 }, color);
    let y = top - 6;
    for (const line of label) {
      y -= heightOf(smallStrong);
      put(pen, smallStrong, line, { x: x + 6, y, color: SOFT });
    }
    y = top - 6 - labels * heightOf(smallStrong) - heightOf(figure);
    put(pen, figure, tile.value, { x: x + 6, y, color: tile.tone ? color : INK });
    if (tile.percent !== undefined)
      bar(pen, { x: x + 6, y: y - 4, width: inner }, { percent: tile.percent }, color);
    y -= 6;
    for (const line of note) {
      y -= heightOf(small);
      put(pen, small, line, { x: x + 6, y, color: SOFT });
    }
  });
  pen.y = top - height - 10;
}

function drawParts(pen: Pen, { label, parts }: PartsBlock): void {
  const { smallStrong, cellStrong } = pen.letters;
  need(pen, 36);
  write(pen, smallStrong, label, { color: SOFT });
  pen.y -= 10;
  let x = MARGIN;
  for (const part of parts) {
    const width = (WIDE * part.width) / 100;
    box(pen, { x, y: pen.y, width: Math.max(0, width - 1), height: 7 }, FILLS[part.tone]);
    x += width;
  }
  pen.y -= heightOf(cellStrong) + 2;
  x = MARGIN;
  for (const part of parts) {
    const text = `${part.label} ${part.count}`;
    box(pen, { x, y: pen.y + 2.5, width: 6, height: 6 }, FILLS[part.tone]);
    put(pen, cellStrong, text, { x: x + 9, y: pen.y, color: TONES[part.tone] });
    x += 9 + cellStrong.widthOf(text) + 14;
  }
  pen.y -= 8;
}

const SIDE = 62;

function drawList(pen: Pen, { items }: ListBlock): void {
  const { cell, small } = pen.letters;
  const hasSides = items.some(({ side }) => side);
  const x = MARGIN + (hasSides ? SIDE : 8);
  for (const { text, side } of items) {
    need(pen, heightOf(cell));
    const y = pen.y - heightOf(cell);
    if (side) put(pen, small, side, { x: MARGIN, y, color: SOFT });
    else if (!hasSides) put(pen, cell, "–", { x: MARGIN, y, color: SOFT });
    write(pen, cell, text, { x, width: WIDE - (x - MARGIN) });
    pen.y -= 1.5;
  }
  pen.y -= 2;
}
