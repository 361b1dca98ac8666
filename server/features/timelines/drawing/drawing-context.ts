import { isWithin } from "../rules.ts";
import type { ChartInput } from "./chart-input.ts";
import { type Metrics, metricsFor } from "./metrics.ts";
import { type Scale, timeScale } from "./scale.ts";

/** What every part of one drawing needs to know. */
export interface DrawingContext {
  input: ChartInput;
  metrics: Metrics;
  scale: Scale;
  /** null when today is outside the span. */
  todayX: number | null;
}

export function drawingContext(input: ChartInput): DrawingContext {
  const metrics = metricsFor(input);
  const scale = timeScale(input.span, metrics.time);
  const todayX = isWithin(input.today, input.span) ? scale.middleOf(input.today) : null;
  return { input, metrics, scale, todayX };
}
