import type { Database } from "../../../../db/connection.ts";
import { listHeadlines, type MonthHeadline } from "../../../../db/queries/month-figures.ts";
import {
  findPortfolioMonth,
  type PortfolioMonth,
} from "../../../../db/queries/month-portfolios.ts";
import type { Reach } from "../../../../db/queries/reach.ts";
import {
  countFrozen,
  listStandings,
  type ProjectStanding,
} from "../../../../db/queries/summaries.ts";
import { type CalendarDate, earlierOf, pragueDay } from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month, monthOf } from "../../../values/month.ts";

export interface ScopeQuestion {
  reach: Reach;
  month: Month;
  department: string | null;
  today: CalendarDate;
  /** What was told by this instant; nothing later. */
  asOf: string;
}

/** The projects of a month: those whose figures are stored, and those that are still to be computed. */
export interface Scope {
  stored: MonthHeadline[];
  missing: ProjectStanding[];
  standing: MonthStanding;
}

export interface MonthStanding {
  /** `frozen`: closed for all. `partly`: stored of some projects and open of others. */
  state: "running" | "frozen" | "reported" | "partly" | "unreported";
  /** The instant the stored figures are of; of what is not stored now. */
  asOf: string;
  /** Of the reader's projects in a closed month: 1, and more by each time the figures of one were frozen anew. */
  version: number;
  frozenProjects: number;
}

export async function scopeOf(db: Database, question: ScopeQuestion): Promise<Scope> {
  const { month, today } = question;
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  if (month === monthOf(today)) {
    const missing = await listStandings(db, { ...question, ...days });
    const standing = {
      state: "running",
      asOf: question.asOf,
      version: 1,
      frozenProjects: 0,
    } as const;
    return { stored: [], missing, standing };
  }
  const toldBy = question.asOf;
  const [stored, portfolio, frozen] = await Promise.all([
    listHeadlines(db, { ...question, toldBy }),
    findPortfolioMonth(db, month),
    countFrozen(db, { ...question, toldBy }),
  ]);
  const missing = isWhole(portfolio, toldBy)
    ? []
    : await listStandings(db, { ...question, ...days });
  const known = new Set(stored.map(({ projectId }) => projectId));
  const open = missing.filter(({ projectId }) => !known.has(projectId));
  return {
    stored,
    missing: open,
    standing: {
      state: stateOf({ stored, open }, portfolio, toldBy),
      asOf: open.length > 0 ? toldBy : latestOf(stored, toldBy),
      version: frozen.revisions - frozen.projects + 1,
      frozenProjects: stored.filter(({ state }) => state === "frozen").length,
    },
  };
}

/** The day a month's figures are of when they are computed as known at an instant. */
export function dayKnown(month: Month, asOf: string): CalendarDate {
  return earlierOf(lastDayOf(month), pragueDay(asOf));
}

/** Nothing of a month that was closed for all or mailed is left to be stored. */
function isWhole({ closedAt, mailedAt }: PortfolioMonth, toldBy: string): boolean {
  return [closedAt, mailedAt].some((at) => at !== null && at <= toldBy);
}

function stateOf(
  { stored, open }: { stored: readonly MonthHeadline[]; open: readonly ProjectStanding[] },
  { closedAt }: PortfolioMonth,
  toldBy: string,
): MonthStanding["state"] {
  if (closedAt !== null && closedAt <= toldBy) return "frozen";
  if (stored.length === 0) return "unreported";
  return open.length > 0 ? "partly" : "reported";
}

function latestOf(stored: readonly MonthHeadline[], otherwise: string): string {
  return stored.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), "") || otherwise;
}
