import { type Lettering, linesOf } from "../lettering.ts";
import type { Cell, TableBlock } from "./document.ts";
import {
  bar,
  box,
  heightOf,
  INK,
  MARGIN,
  need,
  type Pen,
  put,
  room,
  roomOfPage,
  rule,
  SHADE,
  SOFT,
  TONES,
  turnPage,
  WIDE,
} from "./pen.ts";

const PADDING = 3;
const BAR_ROOM = 7;
/** A column with bars is never narrower. */
const LEAST_BAR = 46;
/** What stands among numbers and is no number is broken. */
const WIDEST_NUMBER = 96;

interface Place {
  x: number;
  width: number;
}

/** Lines of a cell, broken to the width of its column. */
interface Laid {
  cell: Cell;
  letters: Lettering;
  lines: string[];
  notes: string[];
}

/** A table with its headings on each page it goes over; a row stays together unless no page would hold it. */
export function drawTable(pen: Pen, table: TableBlock): void {
  const places = placesOf(pen, table);
  const heads = headingsOf(pen, table, places);
  const first = table.rows[0];
  const firstHeight = first ? rowHeight(pen, layRow(pen, first, places)) : 0;
  need(pen, heads.height + firstHeight);
  drawHeadings(pen, table, places, heads);
  for (const row of table.rows) {
    for (const laid of piecesOf(layRow(pen, row, places), roomOfPage() - heads.height)) {
      const height = rowHeight(pen, laid);
      if (height > room(pen)) {
        turnPage(pen);
        drawHeadings(pen, table, places, heads);
      }
      if (row.isMarked) box(pen, { x: MARGIN, y: pen.y - height, width: 2, height }, TONES.yellow);
      drawRow(pen, table, laid, places);
    }
    rule(pen, pen.y);
  }
  pen.y -= 4;
}

function headingsOf(pen: Pen, { columns }: TableBlock, places: readonly Place[]) {
  const { smallStrong } = pen.letters;
  const lines = columns.map(({ header }, at) => linesOf(header, smallStrong, inner(places[at])));
  const most = Math.max(1, ...lines.map((one) => one.length));
  return { lines, height: most * heightOf(smallStrong) + 2 * PADDING };
}

function drawHeadings(
  pen: Pen,
  { columns }: TableBlock,
  places: readonly Place[],
  { lines, height }: { lines: string[][]; height: number },
): void {
  const { smallStrong } = pen.letters;
  box(pen, { x: MARGIN, y: pen.y - height, width: WIDE, height }, SHADE);
  lines.forEach((cell, at) => {
    cell.forEach((line, n) => {
      const y = pen.y - PADDING - (n + 1) * heightOf(smallStrong);
      put(pen, smallStrong, line, {
        x: startOf(line, smallStrong, places[at], columns[at]),
        y,
        color: SOFT,
      });
    });
  });
  pen.y -= height;
}

function layRow(pen: Pen, row: TableBlock["rows"][number], places: readonly Place[]): Laid[] {
  const { cell: plain, cellStrong, small } = pen.letters;
  const isWhole = row.cells.length === 1;
  return row.cells.map((cell, at) => {
    const letters = row.isStrong || cell.isStrong || cell.tone ? cellStrong : plain;
    const width = isWhole ? WIDE - 2 * PADDING : inner(places[at]);
    return {
      cell,
      letters,
      // Half a point more: figures were measured as noughts.
      lines: linesOf(cell.text, letters, width + 0.5),
      notes: cell.note ? linesOf(cell.note, small, width) : [],
    };
  });
}

/** A row that is higher than a page in as many pieces as it takes; bars stand in the last one. */
function piecesOf(laid: Laid[], height: number): Laid[][] {
  const aside = BAR_ROOM + 2 * PADDING;
  const count = ({ lines, notes }: Laid) => lines.length + notes.length;
  const needed = laid.map((one) => (count(one) * heightOf(one.letters)) / (height - aside));
  const pieces = Math.max(1, Math.ceil(Math.max(...needed)));
  if (pieces === 1) return [laid];
  return Array.from({ length: pieces }, (_, at) =>
    laid.map((one) => {
      const size = Math.ceil(count(one) / pieces);
      const [from, to] = [at * size, (at + 1) * size];
      const { bar: _bar, ...plain } = one.cell;
      const inNotes = (place: number) => Math.max(0, place - one.lines.length);
      return {
        ...one,
        cell: at === pieces - 1 ? one.cell : plain,
        lines: one.lines.slice(from, to),
        notes: one.notes.slice(inNotes(from), inNotes(to)),
      };
    }),
  );
}

function rowHeight(pen: Pen, laid: readonly Laid[]): number {
  const heights = laid.map(
    ({ cell, letters, lines, notes }) =>
      Math.max(1, lines.length) * heightOf(letters) +
      notes.length * heightOf(pen.letters.small) +
      (cell.bar ? BAR_ROOM : 0),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(
  pen: Pen,
  table: TableBlock,
  laid: readonly Laid[],
  places: readonly Place[],
): void {
  const height = rowHeight(pen, laid);
  laid.forEach((one, at) => {
    const place = places[at] ?? { x: 0, width: 0 };
    let y = pen.y - PADDING;
    for (const line of one.lines) {
      y -= heightOf(one.letters);
      const x = startOf(line, one.letters, place, table.columns[at]);
      put(pen, one.letters, line, { x, y, color: one.cell.tone ? TONES[one.cell.tone] : INK });
    }
    if (one.cell.bar) {
      y -= BAR_ROOM;
      bar(pen, { x: MARGIN + place.x + PADDING, y: y + 2, width: inner(place) }, one.cell.bar);
    }
    for (const note of one.notes) {
      y -= heightOf(pen.letters.small);
      put(pen, pen.letters.small, note, { x: MARGIN + place.x + PADDING, y, color: SOFT });
    }
  });
  pen.y -= height;
}

function startOf(
  line: string,
  letters: Lettering,
  place: Place = { x: 0, width: 0 },
  column?: { isNumber?: boolean },
): number {
  const free = column?.isNumber ? inner(place) - letters.widthOf(line) : 0;
  return MARGIN + place.x + PADDING + free;
}

function inner(place: Place = { x: 0, width: 0 }): number {
  return Math.max(8, place.width - 2 * PADDING);
}

/** Numbers take what they need; words share the rest by their weights. */
function placesOf(pen: Pen, { columns, rows }: TableBlock): Place[] {
  const { cellStrong, smallStrong } = pen.letters;
  const needs = columns.map(({ header, isNumber }, at) => {
    if (!isNumber) return 0;
    const words = header.split(" ").map((word) => smallStrong.widthOf(word));
    const values = rows.map(({ cells }) =>
      cellStrong.widthOf((cells[at]?.text ?? "").replace(/\d/g, "0")),
    );
    const least = rows.some(({ cells }) => cells[at]?.bar) ? LEAST_BAR : 0;
    return Math.min(WIDEST_NUMBER, Math.max(least, ...words, ...values)) + 2 * PADDING;
  });
  const free = Math.max(0, WIDE - needs.reduce((sum, width) => sum + width, 0));
  const all = columns.reduce((sum, { weight, isNumber }) => sum + (isNumber ? 0 : weight), 0) || 1;
  let x = 0;
  return columns.map(({ weight, isNumber }, at) => {
    const width = isNumber ? (needs[at] ?? 0) : (free * weight) / all;
    const place = { x, width };
    x += width;
    return place;
  });
}
