import type { Piece } from "./pieces.ts";

interface Line {
  text: string;
  left: number;
  /** Where the last piece ended. */
  right: number;
  y: number;
  size: number;
}

/** Of the height of letters: baselines of one line, a gap that is a blank, and one that parts cells. */
const SAME_LINE = 0.45;
const BLANK = 0.16;
const CELL = 1.3;
/** A header and the number at the foot of its page are no neighbours. */
const FAR_BELOW = 8;
/** Of the distance of lines. */
const PARAGRAPH = 1.3;

/**
 * Lines of a page. Programs put cell after cell of a table, so the order in which they wrote is kept: a label
 * in the middle of its row would otherwise fall among the lines of its value. Only what was written as a whole
 * above something earlier (a header put last) comes before it.
 */
export function linesOfPage(pieces: readonly Piece[]): string[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (piece.text.trim() === "") continue;
    if (last && continues(last, piece)) join(last, piece);
    else lines.push(newLine(piece));
  }
  const runs = runsOf(lines);
  const leading = leadingOf(runs);
  return readingOrder(runs).flatMap((run) => textsOf(run, leading));
}

/** A wider gap between lines reads as a blank line: paragraphs are told apart by it. */
function textsOf({ lines }: Run, leading: number): string[] {
  return lines.flatMap(({ text, y }, index) => {
    const drop = (lines[index - 1]?.y ?? y) - y;
    return drop > leading * PARAGRAPH ? ["", text] : [text];
  });
}

/** The narrow gap of the page, that of lines in one paragraph. */
function leadingOf(runs: readonly Run[]): number {
  const drops = runs.flatMap(({ lines }) =>
    lines.flatMap(({ y, size }, index) => {
      const drop = (lines[index - 1]?.y ?? y) - y;
      return drop > size * SAME_LINE ? [drop] : [];
    }),
  );
  const ordered = drops.toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 5)] ?? Number.POSITIVE_INFINITY;
}

function newLine({ text, x, y, width, size }: Piece): Line {
  return { text: text.trimStart(), left: x, right: x + width, y, size };
}

function continues(line: Line, piece: Piece): boolean {
  const height = Math.max(line.size, piece.size);
  const isBeside = Math.abs(line.y - piece.y) <= height * SAME_LINE;
  return isBeside && piece.x >= line.right - height;
}

function join(line: Line, piece: Piece): void {
  const gap = (piece.x - line.right) / Math.max(line.size, piece.size, 1);
  const isApart = line.text.endsWith(" ") || piece.text.startsWith(" ") || gap > BLANK;
  const between = gap > CELL ? "\t" : isApart ? " " : "";
  line.text = line.text.trimEnd() + between + (between ? piece.text.trimStart() : piece.text);
  line.right = piece.x + piece.width;
  if (piece.size > line.size) Object.assign(line, { y: piece.y, size: piece.size });
}

/** A page of more is a drawing, not a text; it is read as it was written. */
const MOST_RUNS = 500;

interface Run {
  lines: Line[];
  top: number;
  bottom: number;
}

/** Lines that were written downwards one after another, without leaping over what was there before. */
function runsOf(lines: readonly Line[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && goesOn(runs, run, line)) {
      run.lines.push(line);
      run.bottom = line.y;
    } else runs.push({ lines: [line], top: line.y + line.size, bottom: line.y });
  }
  return runs;
}

function goesOn(runs: readonly Run[], run: Run, line: Line): boolean {
  const drop = run.bottom - line.y;
  const isBelow = drop > -line.size * SAME_LINE && drop < line.size * FAR_BELOW;
  const leapt = ({ top, bottom }: Run) => bottom < run.bottom && top > line.y + line.size;
  return isBelow && (runs.length > MOST_RUNS || !runs.some(leapt));
}

/** Each run goes before those written earlier that lie whole below it. */
function readingOrder(runs: readonly Run[]): Run[] {
  if (runs.length > MOST_RUNS) return [...runs];
  const ordered: Run[] = [];
  for (const run of runs) {
    let at = ordered.length;
    while (at > 0 && (ordered[at - 1] as Run).top <= run.bottom) at -= 1;
    ordered.splice(at, 0, run);
  }
  return ordered;
}
