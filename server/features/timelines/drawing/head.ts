import { TIER_HEIGHT, type Tiers, tierLabels, tiersFor } from "./axis.ts";
import { type BandPlan, drawBands, planBands } from "./bands.ts";
import type { Label, Mark } from "./chart.ts";
import type { ChartPin } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { labelAt, labelLines } from "./labels.ts";
import { STYLES } from "./metrics.ts";
import { drawPeriods, PERIOD_HEIGHT, periodsWithin } from "./periods.ts";
import { bindShortWords, fitText, wrapText } from "./text-lines.ts";
import { textWidth, tidyText } from "./text-width.ts";

/** Everything above the rows: heading, axis, today, monitoring periods, bands of pins without a row. */
export interface HeadPlan {
  heading: readonly string[];
  tiers: Tiers;
  bands: BandPlan[];
  tops: { axis: number; today: number; periods: number; bands: number };
  height: number;
}

export interface HeadDrawing {
  labels: Label[];
  periods: Mark[];
  pins: Mark[];
}

const HEADING_GAP = 8;
const TODAY_HEIGHT = 16;

export function planHead(pins: readonly ChartPin[], context: DrawingContext): HeadPlan {
  const { input, metrics, scale, todayX } = context;
  const tiers = tiersFor(scale, input.texts);
  const room = { width: input.width - 2 * metrics.titles.left, lines: 2 };
  const text = bindShortWords(tidyText(input.heading ?? ""));
  const heading = wrapText(text, room, STYLES.heading).lines;
  const bands = planBands(pins, context);
  const axis = heading.length > 0 ? heading.length * STYLES.heading.line + HEADING_GAP : 0;
  const today = axis + tiersHeight(tiers);
  const periods = today + (todayX === null ? 0 : TODAY_HEIGHT);
  const bandsTop = periods + periodsHeight(context);
  return {
    heading,
    tiers,
    bands,
    tops: { axis, today, periods, bands: bandsTop },
    height: bands.reduce((sum, band) => sum + band.height, bandsTop),
  };
}

/** On the second page and further: the axis again, but no pin twice. */
export function continuedHead(plan: HeadPlan): HeadPlan {
  return { ...plan, bands: [], height: plan.tops.bands };
}

export function drawHead(plan: HeadPlan, context: DrawingContext): HeadDrawing {
  const { heading, tiers, bands, tops } = plan;
  const drawnBands = drawBands(bands, tops.bands, context);
  const place = { x: context.metrics.titles.left, top: 2 };
  return {
    labels: [
      ...labelLines(heading, place, STYLES.heading, "timeline__heading"),
      ...axisLabels(tiers, tops.axis, context),
      ...todayLabel(tops.today, context),
      ...captions(tops, context),
      ...drawnBands.labels,
    ],
    periods: drawPeriods(tops.periods + captionAbove(context), context),
    pins: drawnBands.pins,
  };
}

export function tiersHeight({ minor }: Tiers): number {
  return TIER_HEIGHT * (minor ? 2 : 1);
}

/** Both tiers of the axis; drawn again under a long chart. */
export function axisLabels({ major, minor }: Tiers, top: number, context: DrawingContext): Label[] {
  const { input, scale } = context;
  const minorLabels = minor ? tierLabels(minor, input.span, scale, top + TIER_HEIGHT) : [];
  return [...tierLabels(major, input.span, scale, top), ...minorLabels];
}

function todayLabel(top: number, { input, scale, todayX }: DrawingContext): Label[] {
  const text = tidyText(input.texts.today);
  if (todayX === null || text === "") return [];
  const half = textWidth(text, STYLES.axisMajor) / 2;
  const x = Math.min(scale.right - half, Math.max(scale.left + half, todayX));
  const place = { x, top: top + 1, anchor: "middle" } as const;
  return [labelAt(text, place, STYLES.axisMajor, "timeline__today-label")];
}

/** What the column of titles and the strip of periods are called. */
function captions(tops: HeadPlan["tops"], { input, metrics }: DrawingContext): Label[] {
  const { left, right } = metrics.titles;
  const captionAt = (text: string, top: number) => {
    const fitting = fitText(tidyText(text), right - left, STYLES.caption);
    return labelLines(
      fitting ? [fitting] : [],
      { x: left, top },
      STYLES.caption,
      "timeline__caption",
    );
  };
  const rows = metrics.stacked
    ? []
    : captionAt(input.texts.rowsCaption, tops.today - TIER_HEIGHT + 2);
  const hasPeriods = tops.bands > tops.periods;
  return [...rows, ...(hasPeriods ? captionAt(input.texts.periodsCaption, tops.periods + 2) : [])];
}

function periodsHeight(context: DrawingContext): number {
  if (periodsWithin(context).length === 0) return 0;
  return captionAbove(context) + PERIOD_HEIGHT;
}

/** On a phone the caption stands above the strip. */
function captionAbove({ metrics }: DrawingContext): number {
  return metrics.stacked ? STYLES.caption.line + 2 : 0;
}
