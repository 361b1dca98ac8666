import type { CalendarDate } from "../../values/calendar-date.ts";
import { groupedBy } from "../../values/grouped.ts";
import type { Halere } from "../../values/money.ts";
import { type BasisPoints, percentOf } from "../../values/percent.ts";
import type { Standing } from "../card-links/rules.ts";
import { type AskingPlan, yearsToSpeakOf } from "../card-statements/rules.ts";
import type { ProjectFigures } from "./figures/service.ts";

// What is known of the fulfilment of a plan by the end of a year, put together. All pure.

/** The day of whose end a year is told: its last one, of this year today. */
export function dayOfYear(year: number, today: CalendarDate): CalendarDate {
  const last = `${year}-12-31`;
  return last < today ? last : today;
}

/** Years that the fulfilment of a plan may be told of, the last one first: there is always one. */
export function yearsTold(plan: AskingPlan, today: CalendarDate): number[] {
  const years = yearsToSpeakOf(plan, today);
  return years.length > 0 ? years : [Number(today.slice(0, 4))];
}

/** Projects under way or over whose first day has come; what is being prepared fulfils nothing yet. */
export function fulfils(
  project: { standing: Standing; startsOn: CalendarDate },
  on: CalendarDate,
): boolean {
  const hasBegun = project.standing === "running" || project.standing === "finished";
  return hasBegun && project.startsOn <= on;
}

export interface MeasureCount {
  done: number;
  /** Those dropped are not among them. */
  all: number;
}

export function measuresTogether(
  counts: readonly { state: string; count: number }[],
): MeasureCount {
  const kept = counts.filter(({ state }) => state !== "dropped");
  const sum = (rows: typeof counts) => rows.reduce((total, { count }) => total + count, 0);
  return { done: sum(kept.filter(({ state }) => state === "done")), all: sum(kept) };
}

export interface MoneyTogether {
  projects: number;
  total: Halere;
  spent: Halere;
  claimed: Halere;
  /** Projects of which no total is known: the sum is of the others. */
  withoutTotal: number;
  withoutSpent: number;
}

/** Sums over projects, each of them once however often it comes. */
export function moneyTogether(
  projects: Iterable<Pick<ProjectFigures, "projectId" | "money">>,
): MoneyTogether {
  const once = new Map([...projects].map(({ projectId, money }) => [projectId, money]));
  const all = [...once.values()];
  return {
    projects: all.length,
    total: all.reduce((sum, { total }) => sum + (total ?? 0), 0),
    spent: all.reduce((sum, { spent }) => sum + (spent ?? 0), 0),
    claimed: all.reduce((sum, { claimed }) => sum + claimed, 0),
    withoutTotal: all.filter(({ total }) => total === null).length,
    withoutSpent: all.filter(({ spent }) => spent === null).length,
  };
}

/** An indicator of several projects as one: numbers are scaled by `decimals`. */
export interface IndicatorTogether {
  code: string;
  name: string;
  unit: string;
  decimals: number;
  projects: number;
  target: number | null;
  achieved: number | null;
  /** Null unless every one of the projects has a target. */
  fulfilmentBp: BasisPoints | null;
}

/**
 * Indicators of one code and unit added up over projects, each project once. Only numbers that are to grow
 * add up; those without a code are of their own project.
 */
export function indicatorsTogether(
  projects: Iterable<Pick<ProjectFigures, "projectId" | "indicators">>,
): IndicatorTogether[] {
  const once = new Map([...projects].map((one) => [one.projectId, one]));
  const rows = [...once.values()].flatMap(({ projectId, indicators }) =>
    indicators
      .filter((one) => one.code !== null && one.valueType === "number" && one.direction === "up")
      .map((one) => ({ ...one, code: one.code ?? "", projectId })),
  );
  return [...groupedBy(rows, ({ code, unit }) => `${code} ${unit}`).values()]
    .map(together)
    .toSorted((a, b) => compared(a.code, b.code) || compared(a.unit, b.unit));
}

type OfProject = ProjectFigures["indicators"][number] & { code: string; projectId: number };

function together(rows: OfProject[]): IndicatorTogether {
  const decimals = Math.max(...rows.map((row) => row.decimals));
  const [first] = rows as [OfProject];
  const sum = (name: "target" | "achieved") => {
    const known = rows.filter((row) => row[name] !== null);
    if (known.length === 0) return null;
    return known.reduce(
      (sofar, row) => sofar + (row[name] ?? 0) * 10 ** (decimals - row.decimals),
      0,
    );
  };
  const target = sum("target");
  const isWhole = rows.every((row) => row.target !== null);
  return {
    ...{ code: first.code, name: first.name, unit: first.unit, decimals },
    projects: new Set(rows.map(({ projectId }) => projectId)).size,
    ...{ target, achieved: sum("achieved") },
    fulfilmentBp:
      isWhole && target !== null ? (percentOf(sum("achieved") ?? 0, target) ?? null) : null,
  };
}

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
