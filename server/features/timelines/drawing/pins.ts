import type { Mark } from "./chart.ts";
import type { ChartPin, PinState } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { labelLines } from "./labels.ts";
import { groupShapes, markShapes } from "./marks.ts";
import { STYLES } from "./metrics.ts";
import { LABEL_GAP, MARK_RADIUS } from "./pin-options.ts";
import type { PlacedPins } from "./pin-places.ts";
import { tidyText } from "./text-width.ts";

/** `top` is where the pins of the row begin. */
export function drawPins(placed: PlacedPins, top: number, { input }: DrawingContext): Mark | null {
  const [first] = placed.pins;
  if (!first) return null;
  const single = placed.pins.length === 1;
  const state = worstState(placed.pins);
  const { line } = STYLES.pin;
  const y = top + placed.top;
  const textTop = y + Math.max(0, (placed.height - placed.lines.length * line) / 2);
  const markY = placed.lines.length > 1 ? textTop + line / 2 : y + placed.height / 2;
  const away = MARK_RADIUS + LABEL_GAP;
  const onRight = placed.side === "right";
  const text = { x: placed.x + (onRight ? away : -away), top: textTop } as const;
  return {
    className: "timeline__pin",
    href: single ? first.href : (input.groupHref ?? first.href),
    description: single ? tidyText(first.description) : describeGroup(placed.pins, input.texts),
    area: { x: placed.left, y, width: placed.right - placed.left, height: placed.height },
    shapes: single
      ? markShapes(first.kind, state, placed.x, markY)
      : groupShapes(state, placed.x, markY),
    labels: labelLines(
      placed.lines,
      { ...text, anchor: onRight ? "start" : "end" },
      STYLES.pin,
      `timeline__pin-label timeline__pin-label--${state}`,
    ),
  };
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
