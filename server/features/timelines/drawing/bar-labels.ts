import type { Label } from "./chart.ts";
import type { ChartRow } from "./chart-input.ts";
import type { DrawingContext } from "./drawing-context.ts";
import type { Box } from "./geometry.ts";
import { labelAt } from "./labels.ts";
import { STYLES } from "./metrics.ts";
import { fitText } from "./text-lines.ts";
import { textWidth, tidyText } from "./text-width.ts";

export interface BarPlace {
  top: number;
  bar: Box | null;
  /** px where the filling for the per cent done ends. */
  filledTo: number;
}

interface Slot {
  left: number;
  right: number;
  anchor: "start" | "end";
  on: "paper" | "track" | "filling";
}

const INSET = 6;
const BESIDE = 5;
const ARROW = 12;
const SHORTEST = 24;

/** In the bar, else right of it, else left of it; cut only where no side has room for all of it. */
export function placeBarLabel(row: ChartRow, place: BarPlace, context: DrawingContext): Label[] {
  const text = tidyText(row.barLabel);
  if (text === "") return [];
  const slots = place.bar
    ? [...insideSlots(row, place.bar, place.filledTo, context), ...besideSlots(place.bar, context)]
    : [emptyRowSlot(context)];
  const width = textWidth(text, STYLES.bar);
  const slot = slots.find(({ left, right }) => right - left >= width);
  if (slot) return [slotLabel(text, slot, row, place)];
  const widest = slots.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
  const cut = fitText(text, widest.right - widest.left, STYLES.bar);
  return widest.right - widest.left >= SHORTEST && cut !== ""
    ? [slotLabel(cut, widest, row, place)]
    : [];
}

function slotLabel(text: string, slot: Slot, row: ChartRow, { top, bar }: BarPlace): Label {
  const height = bar?.height ?? 18;
  const x = slot.anchor === "start" ? slot.left : slot.right;
  const line = { x, top: top + (height - STYLES.bar.line) / 2, anchor: slot.anchor };
  const tone = slot.on === "paper" ? ` timeline__bar-label--${row.state}` : "";
  const className = `timeline__bar-label timeline__bar-label--on-${slot.on}${tone}`;
  return labelAt(text, line, STYLES.bar, className);
}

/** The empty part of the bar, then the filled one, each preferably on one side of today's line. */
function insideSlots(
  { dates }: ChartRow,
  bar: Box,
  filledTo: number,
  { input, todayX }: DrawingContext,
): Slot[] {
  const cutLeft = dates && dates.from < input.span.from ? ARROW : INSET;
  const cutRight = dates && dates.to > input.span.to ? ARROW : INSET;
  const end = bar.x + bar.width;
  const inner = { left: bar.x + cutLeft, right: end - cutRight };
  const empty = { left: Math.max(inner.left, filledTo + BESIDE), right: inner.right };
  const filled = { left: inner.left, right: Math.min(inner.right, filledTo - BESIDE) };
  return [
    ...asideOf(todayX, { ...empty, anchor: "end", on: "track" }),
    ...asideOf(todayX, { ...filled, anchor: "end", on: "filling" }),
  ];
}

function asideOf(todayX: number | null, slot: Slot): Slot[] {
  if (todayX === null || todayX <= slot.left || todayX >= slot.right) return [slot];
  return [
    { ...slot, left: todayX + BESIDE },
    { ...slot, right: todayX - BESIDE },
  ];
}

function besideSlots(bar: Box, { scale }: DrawingContext): Slot[] {
  return [
    { left: bar.x + bar.width + BESIDE, right: scale.right, anchor: "start", on: "paper" },
    { left: scale.left, right: bar.x - BESIDE, anchor: "end", on: "paper" },
  ];
}

function emptyRowSlot({ scale }: DrawingContext): Slot {
  return { left: scale.left + 16, right: scale.right - 16, anchor: "start", on: "paper" };
}
