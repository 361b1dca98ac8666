import { isWithin, spansTouch } from "../rules.ts";
import { arrow, clamps, movedFrom, slipOf } from "./bars.ts";
import type { Chart, Shape } from "./chart.ts";
import { type ChartInput, type LegendKey, PIN_KINDS, ROW_STATES } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { rectanglePath, roundedPath, verticalLine } from "./geometry.ts";
import { labelAt } from "./labels.ts";
import { groupShapes, markShapes } from "./marks.ts";
import { STYLES } from "./metrics.ts";
import { fitText } from "./text-lines.ts";
import { textWidth, tidyText } from "./text-width.ts";

export interface LegendPlan {
  entries: { key: LegendKey; text: string; x: number; line: number }[];
  height: number;
}

const SYMBOL = 24;
const SYMBOL_GAP = 6;
const ENTRY_GAP = 18;
const LINE = 20;
const PADDING = 8;

/** Only what the drawing shows, in lines as wide as the drawing. */
export function planLegend(hasGroups: boolean, context: DrawingContext): LegendPlan {
  const { input, metrics } = context;
  const left = metrics.titles.left;
  const right = input.width - left;
  let x = left;
  let line = 0;
  const entries = usedKeys(hasGroups, context).map((key) => {
    const room = right - left - SYMBOL - SYMBOL_GAP;
    const text = fitText(tidyText(input.texts.legend[key]), room, STYLES.legend);
    const width = SYMBOL + SYMBOL_GAP + textWidth(text, STYLES.legend);
    if (x > left && x + width > right) {
      x = left;
      line += 1;
    }
    const entry = { key, text, x, line };
    x += width + ENTRY_GAP;
    return entry;
  });
  return { entries, height: entries.length === 0 ? 0 : 2 * PADDING + (line + 1) * LINE };
}

export function drawLegend({ entries }: LegendPlan, top: number): Chart["legend"] {
  const shapes: Shape[] = [];
  const labels = entries.map(({ key, text, x, line }) => {
    const lineTop = top + PADDING + line * LINE;
    shapes.push(...symbol(key, x, lineTop + LINE / 2));
    const place = { x: x + SYMBOL + SYMBOL_GAP, top: lineTop + (LINE - STYLES.legend.line) / 2 };
    return labelAt(text, place, STYLES.legend, "timeline__legend-label");
  });
  return { shapes, labels: labels.filter(({ text }) => text !== "") };
}

function usedKeys(hasGroups: boolean, { input, todayX }: DrawingContext): LegendKey[] {
  const pins = input.pins.filter(({ date }) => isWithin(date, input.span));
  const drawn = input.rows.filter(({ dates }) => dates && spansTouch(dates, input.span));
  const sign = (state: "done" | "overdue") => pins.some((pin) => pin.state === state);
  const uses: [LegendKey, boolean][] = [
    ...ROW_STATES.map((state): [LegendKey, boolean] => [
      `row-${state}`,
      drawn.some((row) => row.state === state),
    ]),
    ["progress", drawn.some(({ percentDone }) => (percentDone ?? 0) > 0)],
    ["baseline", drawn.some((row) => movedFrom(row) !== null)],
    ["slip", drawn.some(slipOf)],
    ["outside-parent", drawn.some(({ outsideParent }) => outsideParent)],
    ["continues", reachesOut(input)],
    ...PIN_KINDS.map((kind): [LegendKey, boolean] => [
      `pin-${kind}`,
      pins.some((pin) => pin.kind === kind),
    ]),
    ["pin-done", sign("done")],
    ["pin-overdue", sign("overdue")],
    ["group", hasGroups],
    ["today", todayX !== null],
  ];
  return uses.filter(([, used]) => used).map(([key]) => key);
}

function reachesOut({ rows, span }: ChartInput): boolean {
  return rows.some(({ dates }) => dates && (dates.from < span.from || dates.to > span.to));
}

function symbol(key: LegendKey, x: number, y: number): Shape[] {
  const bar = { x: x + 1, y: y - 6, width: SYMBOL - 2, height: 12 };
  const middle = x + SYMBOL / 2;
  const state = ROW_STATES.find((state) => key === `row-${state}`);
  if (state)
    return [{ className: `timeline__bar timeline__bar--${state}`, d: roundedPath(bar, 3) }];
  const kind = PIN_KINDS.find((kind) => key === `pin-${kind}`);
  if (kind) return markShapes(kind, "open", middle, y);
  const half = { ...bar, width: bar.width * 0.6 };
  switch (key) {
    case "pin-done":
      return markShapes("milestone", "done", middle, y);
    case "pin-overdue":
      return markShapes("milestone", "overdue", middle, y);
    case "progress":
      return [
        { className: "timeline__bar timeline__bar--running", d: roundedPath(bar, 3) },
        { className: "timeline__progress timeline__progress--running", d: roundedPath(half, 3) },
      ];
    case "baseline":
      return [
        { className: "timeline__baseline", d: roundedPath({ ...bar, y: y - 2, height: 4 }, 2) },
      ];
    case "slip":
      return [{ className: "timeline__slip", d: rectanglePath(bar) }];
    case "outside-parent":
      return [clamps(bar, [bar.x, bar.x + bar.width])];
    case "continues":
      return [arrow(middle, y, "right")];
    case "group":
      return groupShapes("open", middle, y);
    default:
      return [{ className: "timeline__today", d: verticalLine(middle, y - 8, y + 8) }];
  }
}
