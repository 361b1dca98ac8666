import type { Mark } from "./chart.ts";
import type { ChartPin, PinState } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { tenthsOf } from "./geometry.ts";
import { labelLines } from "./labels.ts";
import { groupShapes, markShapes } from "./marks.ts";
import { STYLES } from "./metrics.ts";
import { LABEL_GAP, MARK_RADIUS } from "./pin-options.ts";
import type { PlacedPins } from "./pin-places.ts";
import { tidyText } from "./text-width.ts";

/** Room between a label and the focus ring; less than half of what is between two pins. */
const RING = 2;

/** `top` is where the pins of the row begin. */
export function drawPins(placed: PlacedPins, top: number, { input }: DrawingContext): Mark {
  const { pins, x, left, right, height, side, lines } = placed;
  const [first, ...others] = pins;
  const state = worstState(pins);
  const y = top + placed.top;
  const { line } = STYLES.pin;
  const textTop = y + Math.max(0, (height - lines.length * line) / 2);
  const markY = lines.length > 1 ? textTop + line / 2 : y + height / 2;
  const away = MARK_RADIUS + LABEL_GAP;
  const text =
    side === "right"
      ? ({ x: x + away, top: textTop, anchor: "start" } as const)
      : ({ x: x - away, top: textTop, anchor: "end" } as const);
  const labelClass = `timeline__pin-label timeline__pin-label--${state}`;
  const mark = {
    className: "timeline__pin",
    area: tenthsOf({ x: left - RING, y, width: right - left + 2 * RING, height }),
    labels: labelLines(lines, text, STYLES.pin, labelClass),
  };
  if (others.length === 0) {
    const shapes = markShapes(first.kind, state, x, markY);
    return { ...mark, href: first.href, description: tidyText(first.description), shapes };
  }
  const description = describeGroup(pins, input.texts);
  const shapes = groupShapes(state, x, markY);
  return { ...mark, href: input.groupHref ?? first.href, description, shapes };
}

/** One line for each pin, so that a group hides nothing. */
function describeGroup(
  pins: readonly ChartPin[],
  texts: { groupOf(count: number): string },
): string {
  const lines = [texts.groupOf(pins.length), ...pins.map(({ description }) => description)];
  return lines.map(tidyText).join("\n");
}

function worstState(pins: readonly ChartPin[]): PinState {
  const has = (state: PinState) => pins.some((pin) => pin.state === state);
  if (has("overdue")) return "overdue";
  return has("open") ? "open" : "done";
}
