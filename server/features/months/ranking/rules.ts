import type { Health } from "../../../../db/queries/project-list.ts";
import { computedStatus, type Signal, severityOf } from "../../computed-status/rules.ts";
import type { Headline } from "../figures/facts.ts";

/** A project in the table of the portfolio. */
export interface PortfolioRow extends Omit<Headline, "previous"> {
  projectId: number;
  /** The month before; null where it is not known what was reported. */
  previous: Headline["previous"] | null;
}

export type Standing = Pick<
  PortfolioRow,
  | "health"
  | "timeBp"
  | "indicatorsBp"
  | "physicalBp"
  | "spentHalere"
  | "totalHalere"
  | "overdue"
  | "details"
>;

/** What the figures said by themselves: of a stored month as it was said then. */
export function signalOf(standing: Standing): Signal | null {
  return standing.details ? standing.details.signal : computedStatus(standing).signal;
}

/** Whether the figures are worse than what the manager says. */
export function isContradicted(standing: Standing): boolean {
  return isWorse(signalOf(standing), standing.health);
}

function isWorse(signal: Signal | null, health: Health | null): boolean {
  if (health === null || health === "on-hold" || signal === null) return false;
  return severityOf(signal) < severityOf(health);
}

/**
 * Where managers and figures disagree comes first, then what managers call off track and at risk; within the
 * same, what the figures say.
 */
export function worstFirst<Row extends Standing>(rows: readonly Row[]): Row[] {
  // Each row is weighed once: comparing would weigh it a dozen times.
  const weighed = rows.map((row) => ({ row, weight: weightOf(row) }));
  return weighed.sort((a, b) => a.weight - b.weight).map(({ row }) => row);
}

const MOST_OVERDUE = 9_999;
const GRADES = 9;

/** The smaller, the worse: disagreement, status, signal, number of overdue things, lag, each within the one before it. */
function weightOf(row: Standing): number {
  const computed = computedStatus(row);
  const signal = row.details ? row.details.signal : computed.signal;
  const agreed = isWorse(signal, row.health) ? 0 : GRADES;
  const grade = agreed + severityOf(row.health) * 3 + severityOf(signal);
  return grade * 1e9 - Math.min(row.overdue, MOST_OVERDUE) * 1e5 - computed.lagBp;
}

/** Figures for all projects together; null where none of them tells. */
export interface RegionFigures {
  projects: number;
  offTrack: number;
  atRisk: number;
  onTrack: number;
  onHold: number;
  /** Where managers and figures disagree. */
  contradicted: number;
  /** Of projects of which both are known. */
  spentHalere: number;
  totalHalere: number;
  /** What those with a plan were to spend by now, and what they have. */
  plannedHalere: number | null;
  spentOfPlannedHalere: number | null;
  indicatorsMet: number;
  indicatorsWithTarget: number;
  overdue: number;
  decisions: number;
  overThreshold: number | null;
  crossedInMonth: number | null;
  minutesInMonth: number | null;
  events: number | null;
  eventPersons: number | null;
}

type Counted = Pick<
  PortfolioRow,
  keyof Standing | "indicatorsMet" | "indicatorsWithTarget" | "decisionNeeded"
>;

export function regionFigures(rows: readonly Counted[]): RegionFigures {
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0);
  const called = (health: Health) => sum((row) => Number(row.health === health));
  const paid = (row: Counted) => row.spentHalere !== null && row.totalHalere !== null;
  const planned = rows.filter(
    ({ details, spentHalere }) =>
      typeof details?.plannedHalere === "number" && spentHalere !== null,
  );
  return {
    projects: rows.length,
    offTrack: called("off-track"),
    atRisk: called("at-risk"),
    onTrack: called("on-track"),
    onHold: called("on-hold"),
    contradicted: sum((row) => Number(isContradicted(row))),
    spentHalere: sum((row) => (paid(row) ? (row.spentHalere ?? 0) : 0)),
    totalHalere: sum((row) => (paid(row) ? (row.totalHalere ?? 0) : 0)),
    plannedHalere: knownSum(planned, ({ details }) => details?.plannedHalere),
    spentOfPlannedHalere: knownSum(planned, ({ spentHalere }) => spentHalere),
    indicatorsMet: sum((row) => row.indicatorsMet),
    indicatorsWithTarget: sum((row) => row.indicatorsWithTarget),
    overdue: sum((row) => row.overdue),
    decisions: sum((row) => Number(row.decisionNeeded !== null)),
    overThreshold: knownSum(rows, ({ details }) => details?.overThreshold),
    crossedInMonth: knownSum(rows, ({ details }) => details?.crossedInMonth),
    minutesInMonth: knownSum(rows, ({ details }) => details?.minutesInMonth),
    events: knownSum(rows, ({ details }) => details?.events),
    eventPersons: knownSum(rows, ({ details }) => details?.eventPersons),
  };
}

/** The sum of what is known; null where nothing is. */
function knownSum<Row>(
  rows: readonly Row[],
  of: (row: Row) => number | null | undefined,
): number | null {
  let sum: number | null = null;
  for (const row of rows) {
    const value = of(row);
    if (value !== null && value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
}

export type Direction = "up" | "down" | "same";

/** How a figure moved; undefined where one of the two is missing. */
export function changeOf(now: number | null, before: number | null | undefined) {
  if (now === null || before === null || before === undefined) return undefined;
  const direction: Direction = now > before ? "up" : now < before ? "down" : "same";
  return { direction, by: now - before };
}

/** Whether the manager sees it better or worse than a month before. */
export function healthChange(now: Health | null, before: Health | null | undefined) {
  if (now === null || before === null || before === undefined) return undefined;
  const RANK: Record<Health, number> = {
    "off-track": 0,
    "at-risk": 1,
    "on-hold": 2,
    "on-track": 3,
  };
  return changeOf(RANK[now], RANK[before])?.direction;
}
