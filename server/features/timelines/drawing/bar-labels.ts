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
  /** px where the bar goes beyond its first agreed end. */
  tailFrom: number;
}

interface Slot {
  left: number;
  right: number;
  anchor: "start" | "end";
  on: "paper" | "track" | "filling";
}

const INSET = 6;
const BESIDE = 5;
const ARROW = 16;
const SHORTEST = 24;

/** In the bar, else right of it, else left of it; cut only where no side has room for all of it. */
export function placeBarLabel(row: ChartRow, place: BarPlace, context: DrawingContext): Label[] {
  const text = tidyText(row.barLabel);
  if (text === "") return [];
  const slots = place.bar
    ? [...insideSlots(row, place.bar, place, context), ...besideSlots(place.bar, context)]
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

/** The empty part of the bar, then the filled one, each preferably clear of the lines across it. */
function insideSlots(
  { dates }: ChartRow,
  bar: Box,
  { filledTo, tailFrom }: BarPlace,
  { input, todayX }: DrawingContext,
): Slot[] {
  const cutLeft = dates && dates.from < input.span.from ? ARROW : INSET;
  const cutRight = dates && dates.to > input.span.to ? ARROW : INSET;
  const left = bar.x + cutLeft;
  const right = bar.x + bar.width - cutRight;
  const lines = todayX === null ? [tailFrom] : [todayX, tailFrom];
  return [
    ...between(lines, Math.max(left, filledTo + BESIDE), right, "track"),
    ...between(lines, left, Math.min(right, filledTo - BESIDE), "filling"),
  ];
}

/** From right to left, since that is where one looks for the number. */
function between(lines: number[], left: number, right: number, on: Slot["on"]): Slot[] {
  const across = lines.filter((x) => x > left && x < right).sort((a, b) => b - a);
  const slots: Slot[] = [];
  let end = right;
  for (const x of across) {
    slots.push({ left: x + BESIDE, right: end, anchor: "end", on });
    end = x - BESIDE;
  }
  slots.push({ left, right: end, anchor: "end", on });
  return slots;
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
