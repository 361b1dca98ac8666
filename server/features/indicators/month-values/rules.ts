import { parseDecimal } from "../../../values/decimal.ts";
import type { ValueType } from "../rules.ts";
import { type Amount, NOTHING } from "../values/rules.ts";

/** What was typed into the one cell of an indicator. */
export interface Cell {
  indicatorId: number;
  typed: string;
  note: string | null;
}

/** The activity of the project by which the grid is narrowed; null for all of them. */
export function activityAsked(text: unknown, activities: readonly { id: number }[]): number | null {
  return activities.find(({ id }) => String(id) === text)?.id ?? null;
}

/** An activity with its sub-activities; null where it is not narrowed. */
export function withPartsOf(
  activityId: number | null,
  activities: readonly { id: number; parentId: number | null }[],
): number[] | null {
  if (activityId === null) return null;
  const parts = activities.filter(({ parentId }) => parentId === activityId);
  return [activityId, ...parts.map(({ id }) => id)];
}

const PARTS = /^(\d{1,12})\s*\/\s*(\d{1,12})$/;
const LARGEST = 10 ** 14;

/** Reads a cell by the type of its indicator; a percentage may be typed as its parts, `91/200`. */
export function readCell(
  { valueType, decimals }: { valueType: ValueType; decimals: number },
  typed: string,
): { amount: Partial<Amount> } | { error: string } {
  if (valueType === "text") return { amount: { ...NOTHING, valueText: typed } };
  const parts = valueType === "percentage" ? PARTS.exec(typed) : null;
  if (parts) return readParts(Number(parts[1]), Number(parts[2]));
  const value = parseDecimal(typed, decimals);
  if (value === undefined || Math.abs(value) > LARGEST)
    return { error: decimals === 0 ? "wholeNumber" : "validNumber" };
  if (valueType === "percentage" && value < 0) return { error: "atLeast:0" };
  return { amount: { ...NOTHING, value } };
}

function readParts(numerator: number, denominator: number) {
  if (denominator === 0) return { error: "wholeAboveZero" };
  return { amount: { ...NOTHING, numerator, denominator } };
}
