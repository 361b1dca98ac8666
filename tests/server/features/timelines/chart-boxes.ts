import type { Chart, Label, Mark } from "../../../../server/features/timelines/drawing/chart.ts";
import type { Box } from "../../../../server/features/timelines/drawing/geometry.ts";

export interface NamedBox extends Box {
  name: string;
}

/** Of Inter, in parts of the font size. */
const ASCENT = 0.969;
const LINE = 1.21;

/** Numbers of a drawing are rounded to tenths: a box may be off by one at each side. */
export const ROUNDING = 0.2;

export function marksOf(chart: Chart): Mark[] {
  const rows = chart.rows.flatMap(({ mark, pins }) => [mark, ...pins]);
  return [...chart.periods, ...chart.headPins, ...rows];
}

export function pinsOf(chart: Chart): Mark[] {
  return [...chart.headPins, ...chart.rows.flatMap(({ pins }) => pins)];
}

export function allLabels(chart: Chart): Label[] {
  const ofMarks = marksOf(chart).flatMap(({ labels }) => labels);
  return [...chart.labels, ...ofMarks, ...chart.legend.labels];
}

export function boxOf({ x, y, anchor, width, size, text }: Label): NamedBox {
  const before = anchor === "start" ? 0 : anchor === "middle" ? width / 2 : width;
  return { name: text, x: x - before, y: y - ASCENT * size, width, height: LINE * size };
}

/** Pairs that share more than the rounding allows. */
export function overlaps(boxes: readonly NamedBox[]): string[] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  return sorted.flatMap((box, index) => {
    const pairs: string[] = [];
    for (const other of sorted.slice(index + 1)) {
      if (other.y >= box.y + box.height) break;
      if (shared(box, other)) pairs.push(`${box.name} × ${other.name}`);
    }
    return pairs;
  });
}

export function isInside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x - ROUNDING &&
    box.y >= area.y - ROUNDING &&
    box.x + box.width <= area.x + area.width + ROUNDING &&
    box.y + box.height <= area.y + area.height + ROUNDING
  );
}

function shared(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > ROUNDING && down > ROUNDING;
}
