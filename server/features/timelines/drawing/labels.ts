import type { Label } from "./chart.ts";
import { tenths } from "./geometry.ts";
import { baselineIn } from "./metrics.ts";
import { type TextStyle, textWidth } from "./text-width.ts";

export interface LabelPlace {
  x: number;
  /** Top of the line of text. */
  top: number;
  anchor?: Label["anchor"];
}

export function labelAt(
  text: string,
  { x, top, anchor = "start" }: LabelPlace,
  style: TextStyle,
  className: string,
): Label {
  return {
    className,
    text,
    x: tenths(x),
    y: tenths(baselineIn(top, style)),
    anchor,
    width: tenths(textWidth(text, style)),
    size: style.size,
    weight: style.weight,
  };
}

/** One label for each line, the first at `place`. */
export function labelLines(
  lines: readonly string[],
  place: LabelPlace,
  style: TextStyle,
  className: string,
): Label[] {
  return lines.map((line, index) =>
    labelAt(line, { ...place, top: place.top + index * style.line }, style, className),
  );
}
