import { spansTouch } from "../rules.ts";
import type { Mark, Shape } from "./chart.ts";
import type { ChartPeriod } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { rectanglePath, tenthsOf } from "./geometry.ts";
import { labelAt } from "./labels.ts";
import { STYLES } from "./metrics.ts";
import { textWidth, tidyText } from "./text-width.ts";

export const PERIOD_HEIGHT = 20;

const INSET = 4;

export function periodsWithin({ input }: DrawingContext): ChartPeriod[] {
  return input.periods.filter(({ span }) => spansTouch(span, input.span));
}

/** A strip of named periods under the axis. */
export function drawPeriods(top: number, context: DrawingContext): Mark[] {
  return periodsWithin(context).map((period) => {
    const { x, width } = horizontally(period, context);
    const area = tenthsOf({ x, y: top + 1, width, height: PERIOD_HEIGHT - 2 });
    const texts = [period.label, period.shortLabel].map(tidyText);
    const text = texts.find((text) => text && textWidth(text, STYLES.axis) <= width - INSET);
    const place = { x: x + width / 2, top: top + 3, anchor: "middle" } as const;
    return {
      className: "timeline__period",
      href: null,
      description: tidyText(period.description),
      area,
      shapes: [{ className: "timeline__period-box", d: rectanglePath(area) }],
      labels: text ? [labelAt(text, place, STYLES.axis, "timeline__period-label")] : [],
    };
  });
}

/** Every second period as a light band through all rows. */
export function periodBands(top: number, bottom: number, context: DrawingContext): Shape[] {
  const d = periodsWithin(context)
    .filter((period) => context.input.periods.indexOf(period) % 2 === 0)
    .map((period) =>
      rectanglePath({ ...horizontally(period, context), y: top, height: bottom - top }),
    )
    .join("");
  return d === "" ? [] : [{ className: "timeline__band", d }];
}

function horizontally(
  { span }: ChartPeriod,
  { scale }: DrawingContext,
): { x: number; width: number } {
  const x = Math.max(scale.left, scale.startOf(span.from));
  return { x, width: Math.min(scale.right, scale.endOf(span.to)) - x };
}
