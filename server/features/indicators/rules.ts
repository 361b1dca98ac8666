import type { CalendarDate } from "../../values/calendar-date.ts";
import { roundedQuotient } from "../../values/percent.ts";
import {
  type IndicatorProgress,
  type Pace,
  paceOf,
  type Span,
  timeElapsed,
} from "../projects/totals/rules.ts";

export type IndicatorKind = "output" | "result" | "data-item" | "own";
export type ValueType = "number" | "percentage" | "text";
export type Behaviour = "increment" | "state";

export const indicatorKinds = ["output", "result", "data-item", "own"] as const;
export const valueTypes = ["number", "percentage", "text"] as const;
export const behaviours = ["increment", "state"] as const;
export const directions = ["up", "down"] as const;
export const decimalChoices = ["0", "1", "2", "3", "4"] as const;

/** What decides how the values of an indicator make its figure. */
export interface Measure {
  valueType: ValueType;
  behaviour: Behaviour;
}

/** What a figure counts. */
export interface CountedValue {
  id: number;
  validOn: CalendarDate;
  recordedAt: string;
  value: number | null;
  valueText: string | null;
  isOpening: boolean;
}

/** A value as it was entered; one without a number and without a text withdraws what it corrects. */
export interface RecordedValue extends CountedValue {
  correctsId: number | null;
}

/** True on a day, as known at an instant. */
export interface Moment {
  on: CalendarDate;
  asOf: string;
}

/** All there is, whatever the clocks say. */
export const EVER: Moment = { on: "9999-12-31", asOf: "9999-12-31T23:59:59.999Z" };

/** Scaled by the indicator's decimals; `on` is the day of the last value that counts. */
export interface Figure {
  value: number | null;
  text: string | null;
  on: CalendarDate | null;
}

/** Only numbers add up; a percentage and a text are states whatever the indicator says. */
export function addsUp(measure: Measure): boolean {
  return measure.valueType === "number" && measure.behaviour === "increment";
}

/** True by the day, entered by the instant, and not corrected by then; the same as `inForce` of the database. */
export function valuesInForce<Value extends RecordedValue>(
  values: readonly Value[],
  { on, asOf }: Moment,
): Value[] {
  const known = values.filter((value) => value.recordedAt <= asOf);
  const corrected = new Set(known.map((value) => value.correctsId));
  return known.filter((value) => value.validOn <= on && !corrected.has(value.id));
}

/** The figure on a day of values that are in force: increments (the opening one too) add up, the latest state holds. */
export function figureOf(
  measure: Measure,
  inForce: readonly CountedValue[],
  on: CalendarDate,
): Figure {
  const counted = inForce.filter((value) => value.validOn <= on && carriesValue(value));
  const latest = latestOf(counted);
  if (!latest) return { value: null, text: null, on: null };
  if (!addsUp(measure)) return { value: latest.value, text: latest.valueText, on: latest.validOn };
  const sum = counted.reduce((sofar, value) => sofar + (value.value ?? 0), 0);
  return { value: sum, text: null, on: latest.validOn };
}

/**
 * What was achieved after one day until another: increments without the opening value, which was achieved
 * before the record began; for states the difference, null where there was none to differ from.
 */
export function achievedBetween(
  measure: Measure,
  inForce: readonly CountedValue[],
  { after, until }: { after: CalendarDate; until: CalendarDate },
): number | null {
  if (addsUp(measure)) {
    return inForce
      .filter((value) => value.validOn > after && value.validOn <= until && !value.isOpening)
      .reduce((sofar, value) => sofar + (value.value ?? 0), 0);
  }
  const before = figureOf(measure, inForce, after).value;
  const now = figureOf(measure, inForce, until).value;
  return before === null || now === null ? null : now - before;
}

export interface SeriesPoint {
  on: CalendarDate;
  value: number;
}

/** The figure on each day on which it changed, of values in force in the order they are true of. */
export function seriesOf(measure: Measure, inForce: readonly CountedValue[]): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  let sum = 0;
  for (const { value, validOn } of inForce) {
    if (value === null) continue;
    sum = addsUp(measure) ? sum + value : value;
    if (points.at(-1)?.on === validOn) points.pop();
    points.push({ on: validOn, value: sum });
  }
  return points;
}

/** Whether the row says something, or only withdraws what it corrects. */
export function carriesValue(value: { value: number | null; valueText: string | null }): boolean {
  return value.value !== null || value.valueText !== null;
}

/** A part of a whole as a percentage with so many decimals, rounded half away from zero. */
export function percentageOf(
  { numerator, denominator }: { numerator: number; denominator: number },
  decimals: number,
): number {
  const scaled = BigInt(numerator) * 100n * 10n ** BigInt(decimals);
  return Number(roundedQuotient(scaled, BigInt(denominator)));
}

/** Against time that runs evenly to the day of the target, or to the end of the project where it has none. */
export function indicatorPace(
  indicator: IndicatorProgress & { valueType: ValueType; targetOn: CalendarDate | null },
  project: Span,
  on: CalendarDate,
): Pace {
  if (indicator.valueType === "text") return "no-target";
  return paceOf(indicator, expectedBy(indicator, project, on));
}

/** The share of its target that an indicator should have reached by a day. */
export function expectedBy(
  { targetOn }: { targetOn: CalendarDate | null },
  { startsOn, endsOn }: Span,
  on: CalendarDate,
): number {
  if (targetOn === null || targetOn < startsOn) return timeElapsed({ startsOn, endsOn }, on);
  return timeElapsed({ startsOn, endsOn: targetOn }, on);
}

function latestOf(values: readonly CountedValue[]): CountedValue | undefined {
  return values.reduce<CountedValue | undefined>(
    (latest, value) => (latest === undefined || isLater(value, latest) ? value : latest),
    undefined,
  );
}

function isLater(a: CountedValue, b: CountedValue): boolean {
  if (a.validOn !== b.validOn) return a.validOn > b.validOn;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt;
  return a.id > b.id;
}
