import type { ChosenItem } from "../../../db/queries/action-plan-items.ts";

/** As a checkbox of the tree carries it: `card-5`, `measure-12`. */
export function choiceKey({ cardId, measureId }: ChosenItem): string {
  return measureId === null ? `card-${cardId}` : `measure-${measureId}`;
}

interface Kept extends ChosenItem {
  id: number;
  isArchived: boolean;
}

/** What has to happen for exactly these to be chosen; what was taken out before comes back as it was. */
export function changesOfChoice(kept: readonly Kept[], chosen: readonly ChosenItem[]) {
  const wanted = new Set(chosen.map(choiceKey));
  const known = new Set(kept.map(choiceKey));
  return {
    added: chosen.filter((one) => !known.has(choiceKey(one))),
    restored: kept.filter((one) => one.isArchived && wanted.has(choiceKey(one))),
    removed: kept.filter((one) => !one.isArchived && !wanted.has(choiceKey(one))),
  };
}

/** The year that a new action plan is likely to be for: the next one that has none yet. */
export function yearToPlan(
  years: readonly number[],
  plan: { fromYear: number | null; toYear: number | null },
  thisYear: number,
): number {
  const first = Math.max(thisYear, plan.fromYear ?? thisYear);
  const free = [first, first + 1, first + 2].find((year) => !years.includes(year)) ?? first;
  return plan.toYear === null ? free : Math.min(free, plan.toYear);
}

/** Whether the strategic plan holds in the year. */
export function isYearOfPlan(
  plan: { fromYear: number | null; toYear: number | null },
  year: number,
): boolean {
  return (plan.fromYear ?? year) <= year && (plan.toYear ?? year) >= year;
}
