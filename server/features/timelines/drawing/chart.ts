import type { Box } from "./geometry.ts";
import type { FontWeight } from "./inter-widths.ts";

/** A drawing as plain geometry: numbers in px, texts ready to print, colours by class (timeline.css). */
export interface Chart {
  name: string;
  width: number;
  height: number;
  /** Where time is drawn, from the axis to the last row. */
  timeArea: Box;
  /** null when today is outside the span. */
  todayX: number | null;
  /** Bands, shading and lines behind everything else. */
  backdrop: Shape[];
  /** Heading, captions, axis: text that is no link. */
  labels: Label[];
  periods: Mark[];
  headPins: Mark[];
  rows: ChartRowDrawing[];
  legend: { shapes: Shape[]; labels: Label[] };
}

export interface ChartRowDrawing {
  key: string;
  mark: Mark;
  /** null without dates, or with dates outside the span. */
  bar: Box | null;
  pins: Mark[];
}

/** Something with a name; a link where it has an address. */
export interface Mark {
  className: string;
  href: string | null;
  description: string;
  /** What a click hits and the focus ring surrounds. */
  area: Box;
  shapes: Shape[];
  labels: Label[];
}

export interface Shape {
  className: string;
  /** Path data of SVG. */
  d: string;
}

export interface Label {
  className: string;
  text: string;
  /** Where the text is anchored, on its baseline. */
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  /** Room taken, in px. */
  width: number;
  size: number;
  weight: FontWeight;
}
