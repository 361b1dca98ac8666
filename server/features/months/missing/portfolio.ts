import { type LastAct, listLastActs } from "../../../../db/queries/month-acts.ts";
import { listLastNudges } from "../../../../db/queries/month-nudges.ts";
import {
  findPortfolioMonth,
  type PortfolioMonth,
} from "../../../../db/queries/month-portfolios.ts";
import { listProjectsInMonth, type ProjectInMonth } from "../../../../db/queries/month-projects.ts";
import type { Reach } from "../../../../db/queries/reach.ts";
import type { Deps } from "../../../deps.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { type ClosingState, closingState } from "../closing/rules.ts";
import { type MissingItem, mostMissingFirst } from "./rules.ts";
import { missingInMonth } from "./service.ts";

export interface MissingRow extends ProjectInMonth {
  state: ClosingState;
  /** None of a closed month: what is entered later changes it no more. */
  items: MissingItem[];
  nudgedOn: CalendarDate | null;
}

export interface MissingBoard {
  portfolio: PortfolioMonth;
  /** Open ones that lack the most first, closed ones last. */
  rows: MissingRow[];
  closed: number;
}

/** The month of all projects within reach and what each of them still lacks; a fixed number of queries. */
export async function loadMissingBoard(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { month, reach }: { month: Month; reach: Reach },
): Promise<MissingBoard> {
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  const projects = await listProjectsInMonth(db, { reach, ...days });
  const projectIds = projects.map(({ projectId }) => projectId);
  const [portfolio, acts, nudges, missing] = await Promise.all([
    findPortfolioMonth(db, month),
    listLastActs(db, { month, projectIds }),
    listLastNudges(db, { month, projectIds }),
    missingInMonth({ db, clock }, { projectIds, month }),
  ]);
  const actOf = new Map(acts.map((act) => [act.projectId, act]));
  const rows = projects.map((project) => rowOf(project, actOf, nudges, missing));
  const open = rows.filter(({ state }) => state !== "closed");
  const closed = rows.filter(({ state }) => state === "closed");
  return { portfolio, rows: [...mostMissingFirst(open), ...closed], closed: closed.length };
}

function rowOf(
  project: ProjectInMonth,
  acts: ReadonlyMap<number, LastAct>,
  nudges: ReadonlyMap<number, CalendarDate>,
  missing: ReadonlyMap<number, MissingItem[]>,
): MissingRow {
  const { projectId } = project;
  const state = closingState(acts.get(projectId)?.act);
  return {
    ...project,
    state,
    items: state === "closed" ? [] : (missing.get(projectId) ?? []),
    nudgedOn: nudges.get(projectId) ?? null,
  };
}
