import type { CalendarDate } from "../../../values/calendar-date.ts";
import { formatScaled } from "../../../values/decimal.ts";
import { addsUp, type CountedValue, carriesValue, type Measure, percentageOf } from "../rules.ts";

/** What a value says, by the type of its indicator: a number, a percentage with or without its parts, a text. */
export interface Amount {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  valueText: string | null;
}

export const NOTHING: Amount = { value: null, numerator: null, denominator: null, valueText: null };

/** The parts of a percentage decide about it where they are given. */
export function amountOf(given: Partial<Amount>, decimals: number): Amount {
  const amount = { ...NOTHING, ...given };
  const { numerator, denominator } = amount;
  if (numerator === null || denominator === null) return amount;
  return { ...amount, value: percentageOf({ numerator, denominator }, decimals) };
}

/** For the history: `12`, `45.5 (91/200)`, the text itself; null for nothing. */
export function amountInWords(amount: Amount, decimals: number): string | null {
  if (amount.valueText !== null) return amount.valueText;
  if (amount.value === null) return null;
  const number = formatScaled(amount.value, decimals);
  return amount.numerator === null
    ? number
    : `${number} (${amount.numerator}/${amount.denominator})`;
}

interface Entry extends Amount {
  validOn: CalendarDate;
  note: string | null;
  isOpening: boolean;
}

interface Circumstances {
  indicator: Measure & { origin: "declared" | "computed"; projectStartsOn: CalendarDate };
  inForce: readonly CountedValue[];
  today: CalendarDate;
}

/** What is wrong with a new value: field → text key. */
export function entryProblems(entry: Entry, around: Circumstances): Record<string, string> {
  const { indicator } = around;
  const isNegative = addsUp(indicator) && entry.value !== null && entry.value < 0;
  return {
    ...amountProblem(entry, indicator),
    ...(isNegative && { value: "negativeOnlyAsCorrection" }),
    ...(entry.isOpening ? openingProblem(entry, around) : dayProblem(entry, around)),
    ...(indicator.origin === "computed" && entry.note === null && { note: "sourceRequired" }),
    ...(entry.validOn > around.today && { validOn: "notInFuture" }),
  };
}

/** A correction may be negative and says why; without an amount it withdraws the value. */
export function correctionProblems(
  correction: Entry,
  { indicator, today }: Circumstances,
): Record<string, string> {
  return {
    ...(carriesValue(correction) && amountProblem(correction, indicator)),
    ...(correction.note === null && { note: "required" }),
    ...(correction.validOn > today && { validOn: "notInFuture" }),
  };
}

function amountProblem(amount: Amount, { valueType }: Measure): Record<string, string> {
  if (valueType === "text") return amount.valueText === null ? { valueText: "required" } : {};
  return amount.value === null ? { value: "required" } : {};
}

/** All that was achieved before is one value: there is one opening, and nothing is added up twice. */
function openingProblem(
  entry: Entry,
  { indicator, inForce }: Circumstances,
): Record<string, string> {
  if (inForce.some((value) => value.isOpening && carriesValue(value)))
    return { isOpening: "openingExists" };
  const isCounted = (value: CountedValue) => carriesValue(value) && value.validOn <= entry.validOn;
  return addsUp(indicator) && inForce.some(isCounted) ? { isOpening: "valuesBeforeOpening" } : {};
}

function dayProblem(entry: Entry, { indicator, inForce }: Circumstances): Record<string, string> {
  if (entry.validOn < indicator.projectStartsOn) return { validOn: "outsideProject" };
  const isCovered = (value: CountedValue) =>
    value.isOpening && carriesValue(value) && entry.validOn <= value.validOn;
  return addsUp(indicator) && inForce.some(isCovered) ? { validOn: "coveredByOpening" } : {};
}
