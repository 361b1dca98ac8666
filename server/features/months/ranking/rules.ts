import type { Health } from "../../../../db/queries/project-list.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import type { Headline } from "../figures/facts.ts";

/** A project in the table of the portfolio. */
export interface PortfolioRow extends Omit<Headline, "previous"> {
  projectId: number;
  /** The month before; null where it is not known what was reported. */
  previous: Headline["previous"] | null;
}

export type Standing = Pick<
  PortfolioRow,
  "health" | "timeBp" | "indicatorsBp" | "physicalBp" | "overdue"
>;

/** What the figures say by themselves. */
export type Signal = Extract<Health, "on-track" | "at-risk" | "off-track">;

const BEHIND: BasisPoints = 1_000;
const FAR_BEHIND: BasisPoints = 2_500;

/** By how much the slower of what is known runs behind the time of the project. */
export function lagOf({ timeBp, indicatorsBp, physicalBp }: Standing): BasisPoints {
  const known = [indicatorsBp, physicalBp].filter((figure) => figure !== null);
  return known.length === 0 ? 0 : Math.max(0, timeBp - Math.min(...known));
}

/** A quarter behind time is off track; a tenth behind, or anything overdue, is at risk. Null: nothing is known. */
export function signalOf(standing: Standing): Signal | null {
  const lag = lagOf(standing);
  if (lag >= FAR_BEHIND) return "off-track";
  if (lag >= BEHIND || standing.overdue > 0) return "at-risk";
  const isUnknown = standing.indicatorsBp === null && standing.physicalBp === null;
  return isUnknown ? null : "on-track";
}

const SEVERITY: Record<Health, number> = {
  "off-track": 0,
  "at-risk": 1,
  "on-hold": 2,
  "on-track": 2,
};

/** Whether the figures are worse than what the manager says. */
export function isContradicted(standing: Standing): boolean {
  const { health } = standing;
  const signal = signalOf(standing);
  if (health === null || health === "on-hold" || signal === null) return false;
  return SEVERITY[signal] < SEVERITY[health];
}

/** What managers call off track, then at risk; within the same, what the figures say. */
export function worstFirst<Row extends Standing>(rows: readonly Row[]): Row[] {
  // Each row is weighed once: comparing would weigh it a dozen times.
  const weighed = rows.map((row) => ({ row, weight: weightOf(row) }));
  return weighed.sort((a, b) => a.weight - b.weight).map(({ row }) => row);
}

const MOST_OVERDUE = 9_999;

/** The smaller, the worse: status, signal, number of overdue things, lag, each within the one before it. */
function weightOf(row: Standing): number {
  const grade = severity(row.health) * 3 + severity(signalOf(row));
  return grade * 1e9 - Math.min(row.overdue, MOST_OVERDUE) * 1e5 - lagOf(row);
}

function severity(health: Health | null): number {
  return health === null ? 2 : SEVERITY[health];
}

/** Five figures for all projects together. */
export interface RegionFigures {
  projects: number;
  offTrack: number;
  atRisk: number;
  /** Of projects of which both are known. */
  spentHalere: number;
  totalHalere: number;
  indicatorsMet: number;
  indicatorsWithTarget: number;
  overdue: number;
  decisions: number;
}

type Counted = Pick<
  PortfolioRow,
  | "health"
  | "spentHalere"
  | "totalHalere"
  | "indicatorsMet"
  | "indicatorsWithTarget"
  | "overdue"
  | "decisionNeeded"
>;

export function regionFigures(rows: readonly Counted[]): RegionFigures {
  const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0);
  const paid = (row: Counted) => row.spentHalere !== null && row.totalHalere !== null;
  return {
    projects: rows.length,
    offTrack: sum(({ health }) => Number(health === "off-track")),
    atRisk: sum(({ health }) => Number(health === "at-risk")),
    spentHalere: sum((row) => (paid(row) ? (row.spentHalere ?? 0) : 0)),
    totalHalere: sum((row) => (paid(row) ? (row.totalHalere ?? 0) : 0)),
    indicatorsMet: sum((row) => row.indicatorsMet),
    indicatorsWithTarget: sum((row) => row.indicatorsWithTarget),
    overdue: sum((row) => row.overdue),
    decisions: sum((row) => Number(row.decisionNeeded !== null)),
  };
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
