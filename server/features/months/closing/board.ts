import { listMonthActs, type RecordedAct } from "../../../../db/queries/month-acts.ts";
import { listRevisions, type RevisionOfMonth } from "../../../../db/queries/month-figures.ts";
import { listLastNudges } from "../../../../db/queries/month-nudges.ts";
import { findPortfolioMonth } from "../../../../db/queries/month-portfolios.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import type { Deps } from "../../../deps.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Month } from "../../../values/month.ts";
import type { MissingItem } from "../missing/rules.ts";
import { missingInMonth } from "../missing/service.ts";
import { type ClosingState, closingState } from "./rules.ts";

/** How far a project's month is: what it lacks, what happened to it, what was put down of it. */
export interface ClosingBoard {
  state: ClosingState;
  /** The latest first. */
  acts: RecordedAct[];
  revisions: RevisionOfMonth[];
  /** Not asked of a closed month: what is entered later changes it no more. */
  missing: MissingItem[] | null;
  mailedAt: string | null;
  nudgedOn: CalendarDate | null;
}

/** Four queries, and those of what is missing while the month is open. */
export async function loadClosingBoard(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { project, month }: { project: Pick<ProjectInReach, "id">; month: Month },
): Promise<ClosingBoard> {
  const key = { projectId: project.id, month };
  const projectIds = [project.id];
  const [acts, revisions, portfolio, nudges] = await Promise.all([
    listMonthActs(db, key),
    listRevisions(db, key),
    findPortfolioMonth(db, month),
    listLastNudges(db, { month, projectIds }),
  ]);
  const state = closingState(acts[0]?.act);
  const missing =
    state === "closed" ? null : await missingInMonth({ db, clock }, { projectIds, month });
  return {
    ...{ state, acts, revisions, mailedAt: portfolio.mailedAt },
    missing: missing?.get(project.id) ?? null,
    nudgedOn: nudges.get(project.id) ?? null,
  };
}
