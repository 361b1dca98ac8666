import type { ValueInForce } from "../../../../../db/queries/indicator-values.ts";
import type { IndicatorOfMonth } from "../../../../../db/queries/months.ts";
import type { CalendarDate } from "../../../../values/calendar-date.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import { addToMonth, lastDayOf, type Month, monthOf } from "../../../../values/month.ts";
import { achievedBetween, addsUp, figureOf } from "../../../indicators/rules.ts";
import { fulfilment } from "../../../projects/totals/rules.ts";
import type { IndicatorFacts } from "../facts.ts";

/** Indicators with their values in force, as they stand on a day. */
export function indicatorsOn(
  indicators: readonly IndicatorOfMonth[],
  values: readonly ValueInForce[],
  on: CalendarDate,
): IndicatorFacts[] {
  const valuesOf = groupedBy(values, (value) => value.indicatorId);
  const before = lastDayOf(addToMonth(monthOf(on), -1));
  return indicators.map((indicator) => {
    const own = valuesOf.get(indicator.id) ?? [];
    const figure = figureOf(indicator, own, on);
    const isText = indicator.valueType === "text";
    const share = isText ? undefined : fulfilment({ ...indicator, achieved: figure.value });
    return {
      id: indicator.id,
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      decimals: indicator.decimals,
      valueType: indicator.valueType,
      behaviour: indicator.behaviour,
      isCommitted: indicator.isCommitted,
      target: indicator.target,
      targetText: indicator.targetText,
      achieved: figure.value,
      achievedText: figure.text,
      achievedOn: figure.on,
      inMonth: isText ? null : achievedBetween(indicator, own, { after: before, until: on }),
      previous: figureOf(indicator, own, before).value,
      ...(addsUp(indicator) && { byMonth: byMonth(own, on) }),
      fulfilmentBp: share ?? null,
    };
  });
}

function byMonth(values: readonly ValueInForce[], on: CalendarDate): Record<Month, number> {
  const sums: Record<Month, number> = {};
  for (const { validOn, value } of values) {
    if (value === null || validOn > on) continue;
    sums[monthOf(validOn)] = (sums[monthOf(validOn)] ?? 0) + value;
  }
  return sums;
}
