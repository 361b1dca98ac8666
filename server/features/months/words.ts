import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { Month } from "../../values/month.ts";
import type { BasisPoints } from "../../values/percent.ts";
import type { ValueType } from "../indicators/rules.ts";
import { amountText } from "../indicators/words.ts";
import { changeOf, type Direction } from "./ranking/rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
}

/** How a figure moved: an arrow, a signed number and a word for those who see neither. */
export interface ChangeMark {
  icon: "arrow-up" | "arrow-down";
  text: string;
  word: string;
}

const ICONS = { up: "arrow-up", down: "arrow-down" } as const;

/** By how many percentage points; null where it did not move or nothing is known to compare with. */
export function pointsMark(
  now: BasisPoints | null,
  before: BasisPoints | null | undefined,
  { texts, formats }: Wording,
): ChangeMark | null {
  // What is printed is compared: 41 % after 41 % has not moved, whatever lies behind the point.
  const whole = (points: BasisPoints | null | undefined) =>
    points === null || points === undefined ? null : wholePercent(points, formats);
  const change = changeOf(whole(now), whole(before));
  if (!change || change.direction === "same") return null;
  const text = texts.months.change.points(signed(formats.number(Math.abs(change.by)), change));
  return { icon: ICONS[change.direction], text, word: texts.months.change[change.direction] };
}

export function signed(size: string, { direction }: { direction: Direction }): string {
  if (direction === "same") return size;
  return direction === "up" ? `+${size}` : `−${size}`;
}

/** A month as the beginning of a heading or a cell: `Březen 2026`. */
export function monthTitle(month: Month, { formats }: Pick<Wording, "formats">): string {
  const name = formats.monthName(month);
  return name.charAt(0).toLocaleUpperCase("cs") + name.slice(1);
}

/** A value of an indicator with its unit where the unit is a sign: `12`, `43,5 %`, a text as it stands. */
export function valueText(
  indicator: { valueType: ValueType; decimals: number },
  { value, text }: { value: number | null; text: string | null },
  { formats }: Wording,
): string {
  return amountText(indicator, { value, text }, formats) ?? text ?? "–";
}

/** The number that `formats.percent` prints. */
function wholePercent(points: BasisPoints, formats: Formats): number {
  const digits = formats.percent(points).replace(/[^\d]/g, "");
  return points < 0 ? -Number(digits) : Number(digits);
}
