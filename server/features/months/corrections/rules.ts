import { addToMonth, type Month } from "../../../values/month.ts";
import type { IndicatorFacts, MonthFacts } from "../figures/facts.ts";
import type { CorrectionFacts } from "./facts.ts";

/**
 * What came to be different in the months that were told before, by the figures of the month after them. With
 * what was told then, the corrections give what is known now, whatever was entered, corrected or withdrawn.
 */
export function correctionsOf(told: MonthFacts, now: MonthFacts): CorrectionFacts[] {
  const { month } = told;
  if (addToMonth(month, 1) !== now.month) throw new RangeError(`${now.month} after ${month}`);
  const toldOf = new Map(told.indicators.map((indicator) => [indicator.id, indicator]));
  return [
    ...now.indicators.flatMap((indicator) =>
      ofIndicator(toldOf.get(indicator.id), indicator, month),
    ),
    ...changed(told.totals.physicalBp, now.previous.physicalBp, { kind: "physical", month }),
    ...changed(told.totals.spentHalere, now.previous.spentHalere, { kind: "spent", month }),
    ...changed(told.totals.health, now.previous.health, { kind: "health", month }),
  ];
}

function ofIndicator(
  told: IndicatorFacts | undefined,
  now: IndicatorFacts,
  month: Month,
): CorrectionFacts[] {
  const indicatorId = now.id;
  if (now.valueType === "text") return [];
  if (!now.byMonth) {
    const from = told?.achieved ?? null;
    return changed(from, now.previous, { kind: "state", month, indicatorId });
  }
  // Before months were kept apart only the sum is known: what differs is put to the month that was told.
  const before = told?.byMonth ?? {};
  const after = told && !told.byMonth ? {} : now.byMonth;
  const months = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const known = months
    .filter((one) => one <= month)
    .map((one) => ({ month: one, by: (after[one] ?? 0) - (before[one] ?? 0) }));
  const rest =
    (now.previous ?? 0) - (told?.achieved ?? 0) - known.reduce((sum, { by }) => sum + by, 0);
  return [...known, { month, by: rest }]
    .filter(({ by }) => by !== 0)
    .map((one) => ({ kind: "increment", indicatorId, ...one }));
}

function changed<const Of extends object, Value extends number | string>(
  from: Value | null,
  to: Value | null,
  of: Of,
): (Of & { from: Value | null; to: Value | null })[] {
  return from === to ? [] : [{ ...of, from, to }];
}
