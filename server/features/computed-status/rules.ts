import type { Health } from "../../../db/queries/project-list.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { daysBetween } from "../../values/calendar-date.ts";
import { type BasisPoints, WHOLE } from "../../values/percent.ts";
import { type Span, spentShare, timeElapsed } from "../projects/totals/rules.ts";

/** What is laid on one scale: parts of the whole of time, work, indicators and money. */
export interface Figures {
  timeBp: BasisPoints;
  physicalBp: BasisPoints | null;
  indicatorsBp: BasisPoints | null;
  spentHalere: number | null;
  totalHalere: number | null;
  /** How many things are past their day. */
  overdue: number;
}

/** What the figures say by themselves. */
export type Signal = Extract<Health, "on-track" | "at-risk" | "off-track">;
/** Of two that lag as much the first is named. */
const MEASURED = ["indicators", "physical", "spent"] as const;
export type Measured = (typeof MEASURED)[number];

export interface ComputedStatus {
  /** Null: nothing is known. */
  signal: Signal | null;
  /** The figure that lags most behind time; null where none does. */
  behind: Measured | null;
  /** By how much, what it is allowed left out. */
  lagBp: BasisPoints;
}

const BEHIND: BasisPoints = 1_000;
const FAR_BEHIND: BasisPoints = 2_500;
/** Money is paid after the work: it may lag so much behind time without a word. */
const MONEY_FOLLOWS: BasisPoints = 1_500;

function mostBehind(figures: Figures): Pick<ComputedStatus, "behind" | "lagBp"> {
  let most: Pick<ComputedStatus, "behind" | "lagBp"> = { behind: null, lagBp: 0 };
  for (const measured of MEASURED) {
    const bp = figureOfMeasured(figures, measured);
    if (bp === null) continue;
    const lagBp = figures.timeBp - bp - (measured === "spent" ? MONEY_FOLLOWS : 0);
    if (lagBp > most.lagBp) most = { behind: measured, lagBp };
  }
  return most;
}

/** A quarter behind time is off track; a tenth behind, or anything overdue, is at risk. */
export function computedStatus(figures: Figures): ComputedStatus {
  const { behind, lagBp } = mostBehind(figures);
  if (lagBp >= FAR_BEHIND) return { signal: "off-track", behind, lagBp };
  if (lagBp >= BEHIND || figures.overdue > 0) return { signal: "at-risk", behind, lagBp };
  const isUnknown = figures.indicatorsBp === null && figures.physicalBp === null;
  return { signal: isUnknown ? null : "on-track", behind, lagBp };
}

export function spentShareOf(
  money: Pick<Figures, "spentHalere" | "totalHalere">,
): BasisPoints | null {
  return spentShare(money) ?? null;
}

/** The part of the whole of one of the figures; null where it is not known. */
export function figureOfMeasured(figures: Figures, measured: Measured): BasisPoints | null {
  if (measured === "spent") return spentShareOf(figures);
  return measured === "physical" ? figures.physicalBp : figures.indicatorsBp;
}

const SEVERITY: Record<Health, number> = {
  "off-track": 0,
  "at-risk": 1,
  "on-hold": 2,
  "on-track": 2,
};

/** The smaller, the worse; what nobody has said or nothing shows is as good as on track. */
export function severityOf(health: Health | null): number {
  return health === null ? 2 : SEVERITY[health];
}

/** Whether the figures are worse than what the manager says. */
export function isContradicted(standing: Figures & { health: Health | null }): boolean {
  const { health } = standing;
  const { signal } = computedStatus(standing);
  if (health === null || health === "on-hold" || signal === null) return false;
  return SEVERITY[signal] < SEVERITY[health];
}

export interface Pace {
  perMonthBp: BasisPoints;
  /** Where this pace leads on the last day of the project. */
  atEndBp: BasisPoints;
  /** What it would take each month to reach the whole; null when nothing is missing or no time is left. */
  neededPerMonthBp: BasisPoints | null;
}

const DAYS_OF_MONTH = 365.25 / 12;

/** How a figure moved between two days and where that leads. Undefined where no day lies between them. */
export function paceOf(
  figure: { nowBp: BasisPoints; beforeBp: BasisPoints },
  days: { before: CalendarDate; now: CalendarDate; end: CalendarDate },
): Pace | undefined {
  const months = daysBetween(days.before, days.now) / DAYS_OF_MONTH;
  if (months <= 0) return undefined;
  const left = Math.max(0, daysBetween(days.now, days.end) / DAYS_OF_MONTH);
  const perMonth = (figure.nowBp - figure.beforeBp) / months;
  const missing = Math.max(0, WHOLE - figure.nowBp);
  return {
    perMonthBp: Math.round(perMonth),
    atEndBp: Math.round(figure.nowBp + perMonth * left),
    neededPerMonthBp: missing === 0 || left === 0 ? null : Math.round(missing / left),
  };
}

/** Whole units that are still missing each month until the end, rounded up; undefined when no time is left. */
export function neededEachMonth(
  missing: number,
  days: { now: CalendarDate; end: CalendarDate },
): number | undefined {
  const left = daysBetween(days.now, days.end) / DAYS_OF_MONTH;
  return left <= 0 ? undefined : Math.ceil(missing / Math.max(1, left));
}

/** The figures of a project by its kept totals on a day. */
export function figuresOf(
  project: Span,
  totals: Omit<Figures, "timeBp">,
  today: CalendarDate,
): Figures {
  const { physicalBp, indicatorsBp, spentHalere, totalHalere, overdue } = totals;
  const timeBp = timeElapsed(project, today);
  return { timeBp, physicalBp, indicatorsBp, spentHalere, totalHalere, overdue };
}
