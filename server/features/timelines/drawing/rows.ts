import { isWithin } from "../rules.ts";
import { BAR_HEIGHTS, barLaneHeight, drawBar } from "./bars.ts";
import type { ChartRowDrawing, Label } from "./chart.ts";
import type { ChartPin, ChartRow } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { labelAt, labelLines } from "./labels.ts";
import { type Metrics, STYLES } from "./metrics.ts";
import { type PinPlaces, placePins } from "./pin-places.ts";
import { drawPins } from "./pins.ts";
import { bindShortWords, fitText, wrapText } from "./text-lines.ts";
import { textWidth, tidyText } from "./text-width.ts";

/** A row whose texts are broken and whose pins have found room: all but its place on the page. */
export interface RowPlan {
  row: ChartRow;
  height: number;
  /** Height of the title above the bar; 0 where it stands beside. */
  stripHeight: number;
  code: string;
  codeX: number;
  titleX: number;
  titleLines: readonly string[];
  note: string;
  pins: PinPlaces;
}

/** Left edge of the titles: the codes of all rows stand in one column. */
export interface TitleColumn {
  codeWidth: number;
}

const INDENT = 10;
const CODE_GAP = 8;
const CODE_SHARE = 0.3;
const BAR_GAP = 3;

export function titleColumn(rows: readonly ChartRow[], { metrics }: DrawingContext): TitleColumn {
  const { left, right } = metrics.titles;
  const widest = rows.reduce((width, row) => {
    const indent = row.level * INDENT;
    return Math.max(width, indent + textWidth(tidyText(row.code), metrics.titleStyles[row.level]));
  }, 0);
  const codeWidth = Math.min(widest, (right - left) * CODE_SHARE);
  return { codeWidth: codeWidth === 0 ? 0 : Math.ceil(codeWidth) + CODE_GAP };
}

export function planRow(
  row: ChartRow,
  pins: readonly ChartPin[],
  { codeWidth }: TitleColumn,
  context: DrawingContext,
): RowPlan {
  const { input, metrics, scale } = context;
  const style = metrics.titleStyles[row.level];
  const codeX = metrics.titles.left + row.level * INDENT;
  const titleX = Math.max(codeX, metrics.titles.left + codeWidth);
  const width = metrics.titles.right - titleX;
  const { lines } = wrapText(
    bindShortWords(tidyText(row.title)),
    { width, lines: metrics.titleLines },
    style,
  );
  const note = fitText(tidyText(row.note), width, STYLES.note);
  const within = pins.filter(({ date }) => isWithin(date, input.span));
  const places = placePins(within, scale, metrics, input.rowPins === "labelled");
  const code = fitText(tidyText(row.code), titleX - CODE_GAP - codeX, style);
  const titleHeight = Math.max(lines.length, code ? 1 : 0) * style.line;
  const text = titleHeight + (note ? STYLES.note.line : 0);
  const drawn = barLaneHeight(row) + BAR_GAP + places.height;
  const strip = metrics.stacked ? text + metrics.rowPadding : 0;
  const content = metrics.stacked ? strip + drawn : Math.max(text, drawn);
  return {
    row,
    height: Math.ceil(content + 2 * metrics.rowPadding),
    stripHeight: strip,
    code,
    codeX,
    titleX,
    titleLines: lines,
    note,
    pins: places,
  };
}

export function drawRow(plan: RowPlan, top: number, context: DrawingContext): ChartRowDrawing {
  const { row, stripHeight } = plan;
  const { metrics } = context;
  const barTop = top + metrics.rowPadding + stripHeight;
  const { bar, shapes, labels } = drawBar(row, barTop, context);
  const pinsTop = barTop + barLaneHeight(row) + BAR_GAP;
  return {
    key: row.key,
    bar,
    mark: {
      className: `timeline__row timeline__row--level-${row.level}`,
      href: row.href,
      description: tidyText(row.description),
      area: { x: 1, y: top + 1, width: context.input.width - 2, height: plan.height - 2 },
      shapes,
      labels: [...titleLabels(plan, top + metrics.rowPadding, metrics), ...labels],
    },
    pins: plan.pins.placed.map((placed) => drawPins(placed, pinsTop, context)),
  };
}

function titleLabels(plan: RowPlan, rowTop: number, { titleStyles }: Metrics): Label[] {
  const { row, code, codeX, titleX, titleLines, note, stripHeight } = plan;
  const style = titleStyles[row.level];
  // The first line of a title beside its bar is in the middle of the bar.
  const top = stripHeight > 0 ? rowTop : rowTop + (BAR_HEIGHTS[row.level] - style.line) / 2;
  const labels = labelLines(titleLines, { x: titleX, top }, style, "timeline__title");
  if (code) labels.unshift(labelAt(code, { x: codeX, top }, style, "timeline__code"));
  if (note) {
    const noteTop = top + titleLines.length * style.line;
    labels.push(labelAt(note, { x: titleX, top: noteTop }, STYLES.note, "timeline__note"));
  }
  return labels;
}
