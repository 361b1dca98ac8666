import type { Formats } from "../../../texts/formats.ts";
import { type BasisPoints, clampPercent } from "../../../values/percent.ts";

/** A bar with its number: `width` and `marker` are whole per cent; without a figure there is no bar. */
export interface FigureBar {
  width: number | null;
  label: string;
  /** Where the time of the project has come to by now. */
  marker?: number;
  tone?: "red";
}

export function figureBar(
  figure: BasisPoints | null | undefined,
  { formats, missing, elapsed }: { formats: Formats; missing: string; elapsed?: BasisPoints },
): FigureBar {
  if (figure === null || figure === undefined) return { width: null, label: missing };
  const bar: FigureBar = {
    width: Math.round(clampPercent(figure) / 100),
    label: formats.percent(figure),
  };
  if (elapsed !== undefined) bar.marker = Math.min(98, Math.round(elapsed / 100));
  return bar;
}
