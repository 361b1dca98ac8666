import type { ChartInput } from "./chart-input.ts";
import type { TextStyle } from "./text-width.ts";

/** Sizes in px that differ between a phone, a screen and paper. */
export interface Metrics {
  /** Titles above the bars instead of in a column beside them. */
  stacked: boolean;
  /** Left and right edge of the column of titles. */
  titles: { left: number; right: number };
  /** Left and right edge of the area of time. */
  time: { left: number; right: number };
  titleLines: number;
  /** Of an activity and of a sub-activity. */
  titleStyles: readonly [TextStyle, TextStyle];
  rowPadding: number;
  /** Height of what can be clicked: 24 on a screen (WCAG 2.5.8). */
  target: number;
  pinLines: number;
  pinLabelWidth: number;
  /** How high the pins of one row may pile up before they are drawn as groups. */
  pinsHeight: number;
}

const INTER_LINE = 1.21;
const INTER_ASCENT = 0.969;

export const STYLES = {
  heading: style(16, 600),
  title: style(13, 600),
  subtitle: style(12, 400),
  printTitle: style(12, 600),
  printSubtitle: style(11, 400),
  note: style(11, 400),
  caption: style(11, 600),
  axis: style(11, 400),
  axisMajor: style(11, 600),
  bar: style(11, 600),
  pin: style(11, 400),
  legend: style(11, 400),
} satisfies Record<string, TextStyle>;

const STACKED_BELOW = 560;
const EDGE = 4;

export function metricsFor({ width, medium }: Pick<ChartInput, "width" | "medium">): Metrics {
  const screen = medium === "screen";
  const stacked = width < STACKED_BELOW;
  const column = stacked ? 0 : Math.round(Math.min(420, Math.max(210, width * 0.32)));
  return {
    stacked,
    titles: { left: EDGE, right: stacked ? width - EDGE : column - 12 },
    time: { left: stacked ? EDGE : column, right: width - EDGE },
    titleLines: screen ? 3 : 5,
    titleStyles: screen
      ? [STYLES.title, STYLES.subtitle]
      : [STYLES.printTitle, STYLES.printSubtitle],
    rowPadding: screen ? 6 : 4,
    target: screen ? 24 : 16,
    pinLines: stacked ? 3 : 2,
    pinLabelWidth: stacked ? width : 320,
    pinsHeight: stacked ? 240 : 144,
  };
}

/** Baseline of a line of text whose box starts at `top`. */
export function baselineIn(top: number, { size, line }: TextStyle): number {
  return top + (line - INTER_LINE * size) / 2 + INTER_ASCENT * size;
}

function style(size: number, weight: TextStyle["weight"]): TextStyle {
  return { size, weight, line: Math.ceil(size * INTER_LINE) + 1 };
}
