import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import type { Indicator } from "../../../../db/queries/indicators.ts";
import { addDays } from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { addsUp, type Figure, figureOf } from "../rules.ts";
import { amountOf } from "../values/rules.ts";
import { readCell } from "./rules.ts";

/** What an indicator comes to in a month; numbers are scaled by its decimals. */
export interface MonthFigures {
  /** On the last day before the month. */
  before: Figure;
  /** The values that the month has already. */
  inMonth: readonly ValueInForce[];
  /** At the end of the month, without what is being typed. */
  soFar: Figure;
  /** What is being typed; null where nothing is, or nothing that can be read. */
  typed: number | null;
  total: number | null;
}

type Counted = Pick<Indicator, "valueType" | "behaviour" | "decimals">;

/** Of the values of one indicator in force; what is typed adds to them or replaces them. */
export function monthFigures(
  indicator: Counted,
  inForce: readonly ValueInForce[],
  month: Month,
  typedText: string,
): MonthFigures {
  const dayBefore = addDays(firstDayOf(month), -1);
  const until = lastDayOf(month);
  const soFar = figureOf(indicator, inForce, until);
  const typed = typedNumber(indicator, typedText);
  return {
    before: figureOf(indicator, inForce, dayBefore),
    inMonth: inForce.filter(({ validOn }) => validOn > dayBefore && validOn <= until),
    soFar,
    typed,
    total: totalOf(indicator, soFar.value, typed),
  };
}

export type Oddity = "noValue" | "falls" | "rises" | "overTarget";

/** What may be right yet deserves a second look before it is saved. */
export function odditiesOf(
  indicator: Counted & Pick<Indicator, "direction" | "target">,
  figures: MonthFigures,
  isFilled: boolean,
): Oddity[] {
  if (!isFilled) return figures.inMonth.length > 0 ? [] : ["noValue"];
  const step = stepOf(indicator, figures);
  if (indicator.direction === "down") return step > 0 ? ["rises"] : [];
  const found: Oddity[] = [];
  if (step < 0) found.push("falls");
  if (indicator.target !== null && (figures.total ?? 0) > indicator.target)
    found.push("overTarget");
  return found;
}

/** By how much the figure moves by what is typed; nothing comes of what cannot be read. */
function stepOf(indicator: Counted, { typed, soFar }: MonthFigures): number {
  if (typed === null) return 0;
  return addsUp(indicator) ? typed : typed - (soFar.value ?? typed);
}

function typedNumber(indicator: Counted, text: string): number | null {
  if (text.trim() === "") return null;
  const reading = readCell(indicator, text.trim());
  return "amount" in reading ? amountOf(reading.amount, indicator.decimals).value : null;
}

function totalOf(indicator: Counted, soFar: number | null, typed: number | null): number | null {
  if (typed === null) return soFar;
  return addsUp(indicator) ? (soFar ?? 0) + typed : typed;
}
