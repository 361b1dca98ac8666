import { type CalendarDate, daysBetween } from "../../../values/calendar-date.ts";
import {
  type BasisPoints,
  clampPercent,
  percentOf,
  WHOLE,
  weightedMean,
} from "../../../values/percent.ts";

export interface Span {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** Days elapsed of the days of the project. Today counts as elapsed, so that the last day is the whole. */
export function timeElapsed({ startsOn, endsOn }: Span, today: CalendarDate): BasisPoints {
  const days = daysBetween(startsOn, endsOn) + 1;
  return clampPercent(percentOf(daysBetween(startsOn, today) + 1, days) ?? 0);
}

/** Days left after today: 0 on the last day, negative when it is over. */
export function daysToEnd({ endsOn }: Span, today: CalendarDate): number {
  return daysBetween(today, endsOn);
}

/** Declared spend of the total; may pass the whole. Undefined while either is unknown. */
export function spentShare(project: {
  spentHalere: number | null;
  totalHalere: number | null;
}): BasisPoints | undefined {
  const { spentHalere, totalHalere } = project;
  if (spentHalere === null || totalHalere === null) return undefined;
  return percentOf(spentHalere, totalHalere);
}

export type Pace = "met" | "on-pace" | "behind" | "no-target";

/** How one indicator stands against the time of its project. */
export function paceOf(indicator: IndicatorProgress, elapsed: BasisPoints): Pace {
  const achieved = fulfilment(indicator);
  if (achieved === undefined) return "no-target";
  if (achieved >= WHOLE) return "met";
  return achieved >= elapsed ? "on-pace" : "behind";
}

export interface ActivityProgress {
  id: number;
  parentId: number | null;
  state: string;
  shareBp: number | null;
  percent: number | null;
}

export interface IndicatorProgress {
  isCommitted: boolean;
  direction: "up" | "down";
  baseline: number | null;
  target: number | null;
  achieved: number | null;
}

/**
 * Physical progress: per cent of the key activities weighted by their share of budget, equally where any
 * share is missing. Undefined while nobody has told a per cent. (MODEL: figures that must mean one thing.)
 */
export function physicalProgress(activities: readonly ActivityProgress[]): BasisPoints | undefined {
  const live = activities.filter((activity) => activity.state !== "cancelled");
  if (live.every((activity) => activity.percent === null)) return undefined;
  const main = live.filter((activity) => activity.parentId === null);
  const sharesKnown = main.every((activity) => activity.shareBp !== null);
  return weightedMean(
    main.map((activity) => ({
      value: Math.round(percentWithParts(activity, live) * 100),
      weight: sharesKnown ? (activity.shareBp ?? 0) : 1,
    })),
  );
}

/** An activity without a per cent of its own has the mean of its sub-activities, else nothing done. */
export function percentWithParts(
  activity: ActivityProgress,
  all: readonly ActivityProgress[],
): number {
  if (activity.percent !== null) return activity.percent;
  const parts = all.filter((part) => part.parentId === activity.id);
  if (parts.length === 0) return 0;
  return parts.reduce((sum, part) => sum + (part.percent ?? 0), 0) / parts.length;
}

/** Fulfilment of one indicator; may pass the whole. Undefined without a target. */
export function fulfilment(indicator: IndicatorProgress): BasisPoints | undefined {
  const { direction, baseline, target, achieved } = indicator;
  if (target === null) return undefined;
  if (direction === "up") return percentOf(achieved ?? 0, target);
  if (baseline === null || achieved === null) return achieved === target ? WHOLE : 0;
  return percentOf(baseline - achieved, baseline - target);
}

export interface IndicatorsTogether {
  mean: BasisPoints | undefined;
  withTarget: number;
  met: number;
}

/** Mean over committed indicators with a target of min(fulfilment, whole). */
export function indicatorsTogether(indicators: readonly IndicatorProgress[]): IndicatorsTogether {
  const all = indicators
    .filter((indicator) => indicator.isCommitted)
    .map(fulfilment)
    .filter((one): one is BasisPoints => one !== undefined);
  const capped = all.map((one) => Math.max(0, Math.min(one, WHOLE)));
  return {
    mean: weightedMean(capped.map((value) => ({ value, weight: 1 }))),
    withTarget: all.length,
    met: all.filter((one) => one >= WHOLE).length,
  };
}
