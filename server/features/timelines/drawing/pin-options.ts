import type { ChartPin } from "./chart-input.ts";
import { type Metrics, STYLES } from "./metrics.ts";
import type { Scale } from "./scale.ts";
import { bindShortWords, widestLine, wrapEvenly, wrapText } from "./text-lines.ts";
import { textWidth, tidyText } from "./text-width.ts";

/** Pins drawn as one mark, at the px of its centre. */
export interface PinGroup {
  pins: readonly [ChartPin, ...ChartPin[]];
  x: number;
}

/** A way to draw a group: with these lines of label beside the mark, in a box of this size. */
export interface PinOption extends PinGroup {
  side: "left" | "right";
  lines: readonly string[];
  left: number;
  right: number;
  height: number;
}

export type PinRoom = Pick<Metrics, "target" | "pinLines" | "pinLabelWidth" | "pinsHeight">;

/** Half the width of a mark. */
export const MARK_RADIUS = 7;
export const LABEL_GAP = 3;
/** Heights are multiples of this. */
export const STEP = 4;

const SIDES = ["right", "left"] as const;
const SHORTEST_CUT_LABEL = 60;

/** From the best to the least: the whole label, the short one, the beginning of the whole one. */
export function* labelOptions(
  group: PinGroup,
  scale: Scale,
  room: PinRoom,
): Generator<readonly PinOption[]> {
  const [first] = group.pins;
  if (group.pins.length > 1) {
    yield wholeLabels(groupLabel(group), group, scale, room);
    return;
  }
  const label = bindShortWords(tidyText(first.label));
  if (label === "") yield [bareMark(group, scale, room)];
  yield wholeLabels(label, group, scale, room);
  yield wholeLabels(bindShortWords(tidyText(first.shortLabel)), group, scale, room);
  yield cutLabels(label, group, scale, room);
}

/** The mark alone, as wide as a finger needs. */
export function bareMark(group: PinGroup, scale: Scale, { target }: PinRoom): PinOption {
  const left = Math.min(Math.max(scale.left, group.x - target / 2), scale.right - target);
  const { pins, x } = group;
  return { pins, x, side: "right", lines: [], left, right: left + target, height: target };
}

/** For pins that share one line: a group with its number, on the right if there is room. */
export function countedMark(group: PinGroup, scale: Scale, room: PinRoom): PinOption {
  if (group.pins.length === 1) return bareMark(group, scale, room);
  const text = groupLabel(group);
  const fitsRight = textWidth(text, STYLES.pin) <= roomBeside(group.x, "right", scale);
  return besideMark(group, fitsRight ? "right" : "left", [text], room);
}

function groupLabel({ pins }: PinGroup): string {
  return `${pins.length}×`;
}

function wholeLabels(text: string, group: PinGroup, scale: Scale, room: PinRoom): PinOption[] {
  if (text === "") return [];
  return SIDES.flatMap((side) => {
    const width = labelWidth(group.x, side, scale, room);
    if (width < shortestLabel(room)) return [];
    const wrapped = wrapEvenly(text, { width, lines: room.pinLines }, STYLES.pin);
    const { lines, whole, brokenWord } = wrapped;
    return whole && !brokenWord && fits(lines, width) ? [besideMark(group, side, lines, room)] : [];
  });
}

function cutLabels(text: string, group: PinGroup, scale: Scale, room: PinRoom): PinOption[] {
  if (text === "") return [];
  return SIDES.flatMap((side) => {
    const width = labelWidth(group.x, side, scale, room);
    if (width < SHORTEST_CUT_LABEL) return [];
    const { lines } = wrapText(text, { width, lines: room.pinLines }, STYLES.pin);
    return fits(lines, width) ? [besideMark(group, side, lines, room)] : [];
  });
}

/** A single letter may be wider than the width it was wrapped to. */
function fits(lines: readonly string[], width: number): boolean {
  return lines.every((line) => line !== "") && widestLine(lines, STYLES.pin) <= width;
}

function labelWidth(x: number, side: "left" | "right", scale: Scale, room: PinRoom): number {
  return Math.max(0, Math.min(roomBeside(x, side, scale), room.pinLabelWidth));
}

function roomBeside(x: number, side: "left" | "right", scale: Scale): number {
  const edge = side === "right" ? scale.right - x : x - scale.left;
  return edge - MARK_RADIUS - LABEL_GAP;
}

/** With its mark, even a label of one letter is as wide as a finger needs. */
function shortestLabel({ target }: PinRoom): number {
  return Math.max(0, target - 2 * MARK_RADIUS - LABEL_GAP);
}

function besideMark(
  { pins, x }: PinGroup,
  side: "left" | "right",
  lines: readonly string[],
  room: PinRoom,
): PinOption {
  const labelWidth = Math.max(shortestLabel(room), widestLine(lines, STYLES.pin));
  const reach = MARK_RADIUS + LABEL_GAP + labelWidth;
  const left = x - (side === "left" ? reach : MARK_RADIUS);
  const right = x + (side === "right" ? reach : MARK_RADIUS);
  const textHeight = lines.length > 1 ? lines.length * STYLES.pin.line + STEP : 0;
  const height = Math.ceil(Math.max(room.target, textHeight) / STEP) * STEP;
  return { pins, x, side, lines, left, right, height };
}
