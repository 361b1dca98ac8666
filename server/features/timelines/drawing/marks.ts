import type { Shape } from "./chart.ts";
import type { PinKind, PinState } from "./chart-input.ts";
import { roundedPath, tenths } from "./geometry.ts";

/** What a pin looks like around its centre: the kind by its outline, the state by its filling and sign. */
export function markShapes(kind: PinKind, state: PinState, x: number, y: number): Shape[] {
  const outline = { className: `timeline__mark timeline__mark--${state}`, d: OUTLINES[kind](x, y) };
  const sign = kind === "event" ? "" : signPath(state, x, y + SIGN_OFFSET[kind]);
  return sign ? [outline, { className: "timeline__sign", d: sign }] : [outline];
}

/** A pile of two cards for several pins in one place. */
export function groupShapes(state: PinState, x: number, y: number): Shape[] {
  const className = `timeline__mark timeline__mark--${state}`;
  const card = (offset: number) =>
    roundedPath({ x: x - 6 + offset, y: y - 4 - offset, width: 9, height: 9 }, 2);
  return [
    { className, d: card(3) },
    { className, d: card(0) },
  ];
}

const OUTLINES: Record<PinKind, (x: number, y: number) => string> = {
  milestone: (x, y) => path(x, y - 7, "l7 7-7 7-7-7z"),
  // A sheet with its point on the day, and a coin with its point on the day.
  report: (x, y) => path(x - 5.5, y - 7, "h11v9l-5.5 5-5.5-5z"),
  "payment-request": (x, y) =>
    path(x, y + 7, "c-1.5-2.6-6-5-6-8.4a6 5.6 0 0 1 12 0c0 3.4-4.5 5.8-6 8.4z"),
  output: (x, y) => roundedPath({ x: x - 5.5, y: y - 5.5, width: 11, height: 11 }, 2),
  publicity: (x, y) => path(x, y - 6.5, "l6.5 12h-13z"),
  task: (x, y) => circle(x, y, 4.5),
  event: (x, y) => path(x - 1.5, y - 6, "h3v12h-3z"),
  other: (x, y) => path(x - 2.5, y - 5.5, "h5l3 5.5-3 5.5h-5l-3-5.5z"),
};

const SIGN_OFFSET: Record<PinKind, number> = {
  milestone: 0,
  report: -1.5,
  "payment-request": -1.5,
  output: 0,
  publicity: 1.5,
  task: 0,
  event: 0,
  other: 0,
};

/** A tick when done, an exclamation mark when overdue. */
function signPath(state: PinState, x: number, y: number): string {
  if (state === "done") return path(x - 2.6, y + 0.1, "l1.9 2 3.3-3.9");
  if (state === "overdue") return `${path(x, y - 3, "v3.2")}${path(x, y + 2.4, "v.6")}`;
  return "";
}

function circle(x: number, y: number, radius: number): string {
  const across = 2 * radius;
  return path(
    x - radius,
    y,
    `a${radius} ${radius} 0 0 1 ${across} 0a${radius} ${radius} 0 0 1-${across} 0z`,
  );
}

function path(x: number, y: number, rest: string): string {
  return `M${tenths(x)} ${tenths(y)}${rest}`;
}
