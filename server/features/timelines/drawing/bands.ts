import { isWithin } from "../rules.ts";
import type { Label, Mark } from "./chart.ts";
import type { ChartPin } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { labelLines } from "./labels.ts";
import { STYLES } from "./metrics.ts";
import { type PinPlaces, placePins } from "./pin-places.ts";
import { drawPins } from "./pins.ts";
import { bindShortWords, wrapText } from "./text-lines.ts";
import { tidyText } from "./text-width.ts";

/** Pins that belong to no row, above all rows: reports and payment requests, then the rest. */
export interface BandPlan {
  caption: readonly string[];
  captionHeight: number;
  pins: PinPlaces;
  height: number;
}

const PADDING = 3;

export function planBands(pins: readonly ChartPin[], context: DrawingContext): BandPlan[] {
  const { texts, span } = context.input;
  const within = pins.filter(({ date }) => isWithin(date, span));
  const isReport = ({ kind }: ChartPin) => kind === "report" || kind === "payment-request";
  return [
    { caption: texts.reportsCaption, pins: within.filter(isReport) },
    { caption: texts.projectPinsCaption, pins: within.filter((pin) => !isReport(pin)) },
  ]
    .filter((band) => band.pins.length > 0)
    .map((band) => planBand(band, context));
}

export function drawBands(bands: readonly BandPlan[], top: number, context: DrawingContext) {
  const { titles, stacked } = context.metrics;
  const labels: Label[] = [];
  const pins: Mark[] = [];
  let bandTop = top + PADDING;
  for (const band of bands) {
    const place = { x: titles.left, top: bandTop };
    labels.push(...labelLines(band.caption, place, STYLES.caption, "timeline__caption"));
    const pinsTop = bandTop + (stacked ? band.captionHeight : 0);
    for (const placed of band.pins.placed) pins.push(drawPins(placed, pinsTop, context));
    bandTop += band.height;
  }
  return { labels, pins };
}

function planBand(
  { caption, pins }: { caption: string; pins: readonly ChartPin[] },
  { metrics, scale }: DrawingContext,
): BandPlan {
  const { titles, stacked } = metrics;
  const room = { width: titles.right - titles.left, lines: 2 };
  const { lines } = wrapText(bindShortWords(tidyText(caption)), room, STYLES.caption);
  const captionHeight = lines.length * STYLES.caption.line;
  const places = placePins(pins, scale, metrics, true);
  const content = stacked ? captionHeight + places.height : Math.max(captionHeight, places.height);
  return { caption: lines, captionHeight, pins: places, height: content + 2 * PADDING };
}
