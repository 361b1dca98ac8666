import type { CalendarDate } from "../../../values/calendar-date.ts";
import { addsUp, type Measure } from "../rules.ts";

interface PeriodOfTarget {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  target: number | null;
}

/** What is planned to be reached by the end of a period: increments since the start of the project, a state as it is. */
export interface PlannedLevel {
  from: CalendarDate;
  until: CalendarDate;
  level: number;
}

/** Of periods in their order; one without a target adds nothing, and of a state says nothing. */
export function plannedLevels(
  measure: Measure,
  periods: readonly PeriodOfTarget[],
): PlannedLevel[] {
  const levels: PlannedLevel[] = [];
  let sum = 0;
  for (const { startsOn, endsOn, target } of periods) {
    if (target === null && (!addsUp(measure) || levels.length === 0)) continue;
    sum = addsUp(measure) ? sum + (target ?? 0) : (target ?? 0);
    levels.push({ from: startsOn, until: endsOn, level: sum });
  }
  return levels;
}

/** The level planned on a day; undefined where no target was set. */
export function plannedOn(levels: readonly PlannedLevel[], on: CalendarDate): number | undefined {
  return levels.findLast(({ from }) => from <= on)?.level;
}
