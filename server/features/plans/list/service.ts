import type { Database } from "../../../../db/connection.ts";
import {
  countArchivedPlans,
  listCardPlans,
  listPlans,
  type PlanLine,
} from "../../../../db/queries/plan-list.ts";
import { countMeasuresByPlan, type MeasureCounts } from "../../../../db/queries/plan-tree.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { coverageOf } from "../../card-links/coverage/service.ts";
import type { CoverageState } from "../../card-links/rules.ts";

export interface ListedPlan extends PlanLine {
  measures: MeasureCounts;
  coverage: Record<CoverageState, number>;
}

/** Plans with how far they are; five statements. */
export async function loadPlans(
  db: Database,
  { isArchived, today }: { isArchived: boolean; today: CalendarDate },
): Promise<{ plans: ListedPlan[]; archived: number }> {
  const [lines, archived, measures, cards] = await Promise.all([
    listPlans(db, { isArchived }),
    countArchivedPlans(db),
    countMeasuresByPlan(db),
    listCardPlans(db),
  ]);
  const shown = new Set(lines.map(({ id }) => id));
  const ofShown = cards.filter(({ planId }) => shown.has(planId));
  const cardIds = ofShown.map(({ id }) => id);
  const covered = await coverageOf(db, { cardIds }, today);
  const plans = lines.map((line) => {
    const coverage = { running: 0, planned: 0, finished: 0, named: 0, none: 0 };
    for (const { id, planId } of ofShown)
      if (planId === line.id) coverage[covered.get(id)?.state ?? "none"] += 1;
    const none = { planned: 0, running: 0, done: 0, dropped: 0 };
    return { ...line, coverage, measures: measures.get(line.id) ?? none };
  });
  return { plans, archived };
}
