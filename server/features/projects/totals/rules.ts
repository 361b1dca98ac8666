import { type BasisPoints, percentOf, WHOLE, weightedMean } from "../../../values/percent.ts";

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
 * share is missing. Undefined without activities. (MODEL: figures that must mean one thing.)
 */
export function physicalProgress(activities: readonly ActivityProgress[]): BasisPoints | undefined {
  const live = activities.filter((activity) => activity.state !== "cancelled");
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
function percentWithParts(activity: ActivityProgress, all: readonly ActivityProgress[]): number {
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
