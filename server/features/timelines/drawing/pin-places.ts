import type { ChartPin } from "./chart-input.ts";
import {
  bareMark,
  countedMark,
  labelOptions,
  MARK_RADIUS,
  type PinGroup,
  type PinOption,
  type PinRoom,
  STEP,
} from "./pin-options.ts";
import type { Scale } from "./scale.ts";

/** `top` counts from the top of the pins of the row. */
export type PlacedPins = PinOption & { top: number };

export interface PinPlaces {
  placed: PlacedPins[];
  height: number;
}

const BETWEEN = 6;

/**
 * Room for the pins of one row so that nothing overlaps: each with its label; where that would pile too
 * high, neighbours as one and some without a label; and at worst all in one line, merged until they fit.
 */
export function placePins(
  pins: readonly ChartPin[],
  scale: Scale,
  room: PinRoom,
  labelled: boolean,
): PinPlaces {
  const alone = pins
    .map((pin): PinGroup => ({ pins: [pin], x: markCentre(scale, scale.middleOf(pin.date)) }))
    .sort((a, b) => a.x - b.x);
  if (!labelled) return lineUpPins(alone, scale, room);
  return (
    stackPins(alone, scale, room) ??
    stackPins(mergeClose(alone, room.target), scale, room, { dropLabels: true }) ??
    lineUpPins(alone, scale, room)
  );
}

function markCentre({ left, right }: Scale, x: number): number {
  return Math.min(right - MARK_RADIUS, Math.max(left + MARK_RADIUS, x));
}

function mergeClose(groups: readonly PinGroup[], distance: number): PinGroup[] {
  const merged: PinGroup[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (last && group.x - last.x < distance) merged[merged.length - 1] = union(last, group);
    else merged.push(group);
  }
  return merged;
}

/**
 * From left to right, each as high as it fits. Nothing placed later can lie left of something placed
 * earlier, so the right end at each height is all there is to remember. null when the room is too low.
 */
function stackPins(
  groups: readonly PinGroup[],
  scale: Scale,
  room: PinRoom,
  { dropLabels = false } = {},
): PinPlaces | null {
  const ends = new Array<number>(Math.floor(room.pinsHeight / STEP)).fill(Number.NEGATIVE_INFINITY);
  const placed: PlacedPins[] = [];
  for (const group of groups) {
    const labelled = firstFitting(labelOptions(group, scale, room), ends);
    const place = labelled ?? (dropLabels ? cheapest([bareMark(group, scale, room)], ends) : null);
    if (!place) return null;
    const first = place.top / STEP;
    ends.fill(place.right + BETWEEN, first, first + place.height / STEP);
    placed.push(place);
  }
  return { placed, height: bottomOf(placed) };
}

function firstFitting(
  options: Iterable<readonly PinOption[]>,
  ends: readonly number[],
): PlacedPins | undefined {
  for (const alike of options) {
    const place = cheapest(alike, ends);
    if (place) return place;
  }
  return undefined;
}

function cheapest(alike: readonly PinOption[], ends: readonly number[]): PlacedPins | undefined {
  let best: PinOption | undefined;
  let bestTop = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const option of alike) {
    const top = freeTop(ends, option.left, option.height);
    const cost = top + option.height + option.lines.length + (option.side === "left" ? 2 : 0);
    if (cost >= bestCost) continue;
    best = option;
    bestTop = top;
    bestCost = cost;
  }
  return best && { ...best, top: bestTop };
}

function freeTop(ends: readonly number[], left: number, height: number): number {
  const steps = height / STEP;
  let free = 0;
  for (let index = 0; index < ends.length; index += 1) {
    free = (ends[index] ?? 0) <= left ? free + 1 : 0;
    if (free === steps) return (index + 1 - steps) * STEP;
  }
  return Number.POSITIVE_INFINITY;
}

/** All in one line; what would overlap becomes one group with a number. */
function lineUpPins(groups: readonly PinGroup[], scale: Scale, room: PinRoom): PinPlaces {
  const line: PinOption[] = [];
  for (const group of groups) {
    let next = countedMark(group, scale, room);
    let last = line.at(-1);
    while (last && last.right + BETWEEN > next.left) {
      next = countedMark(union(last, next), scale, room);
      line.pop();
      last = line.at(-1);
    }
    line.push(next);
  }
  const placed = line.map((option) => ({ ...option, top: 0 }));
  return { placed, height: bottomOf(placed) };
}

function union(a: PinGroup, b: PinGroup): PinGroup {
  const share = b.pins.length / (a.pins.length + b.pins.length);
  return { pins: [...a.pins, ...b.pins], x: a.x + (b.x - a.x) * share };
}

function bottomOf(placed: readonly PlacedPins[]): number {
  return placed.reduce((bottom, { top, height }) => Math.max(bottom, top + height), 0);
}
