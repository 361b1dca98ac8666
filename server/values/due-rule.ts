/** From which day a duty is counted. */
export const dutyAnchors = [
  "period-start",
  "period-end",
  "month-end",
  "decision",
  "project-start",
  "project-end",
  "final-report",
  "last-payment",
  "payment-year-end",
  "year-after-end",
] as const;
export type DutyAnchor = (typeof dutyAnchors)[number];

export const dueUnits = ["days", "working-days", "months", "years"] as const;
export type DueUnit = (typeof dueUnits)[number];

/** Which reading binds of "a month after 30 April": the last day of May, or the 30th. */
export const monthEnds = ["month-end", "same-day"] as const;
export type MonthEnd = (typeof monthEnds)[number];

/** Whether a day that is free binds as it stands, or the next working day does. */
export const weekendPolicies = ["unshifted", "next-working-day"] as const;
export type WeekendPolicy = (typeof weekendPolicies)[number];

/** A rule that gives a day: so much after an anchor, and what that means at the end of a month and on a free day. */
export interface DueRule {
  amount: number;
  unit: DueUnit;
  monthEnd: MonthEnd;
  weekend: WeekendPolicy;
  anchor: DutyAnchor;
}

export const MOST_OF_UNIT: Record<DueUnit, number> = {
  days: 3_650,
  "working-days": 1_000,
  months: 240,
  years: 50,
};

/** As rules of a programme keep it: `1 months month-end unshifted period-end`. */
export function writeDueRule({ amount, unit, monthEnd, weekend, anchor }: DueRule): string {
  return [amount, unit, monthEnd, weekend, anchor].join(" ");
}

/** Undefined where the text is no such rule. */
export function readDueRule(written: string): DueRule | undefined {
  const [amount = "", ...words] = written.trim().split(" ");
  const unit = dueUnits.find((one) => one === words[0]);
  const monthEnd = monthEnds.find((one) => one === words[1]);
  const weekend = weekendPolicies.find((one) => one === words[2]);
  const anchor = dutyAnchors.find((one) => one === words[3]);
  if (!unit || !monthEnd || !weekend || !anchor || words.length > 4) return undefined;
  if (!/^\d{1,4}$/.test(amount) || Number(amount) > MOST_OF_UNIT[unit]) return undefined;
  return { amount: Number(amount), unit, monthEnd, weekend, anchor };
}
