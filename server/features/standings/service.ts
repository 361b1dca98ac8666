import type { Database } from "../../../db/connection.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import {
  listStandingIndicators,
  listStandingMilestones,
  listStandings,
  type Standing,
  type StandingIndicator,
  type StandingMilestone,
  type StandingScope,
} from "../../../db/queries/standings.ts";
import { addDays } from "../../values/calendar-date.ts";
import { groupedBy } from "../../values/grouped.ts";

const LOOKS_AHEAD_DAYS = 60;
const LOOKS_BACK_DAYS = 30;

export interface ProjectStanding {
  standing: Standing;
  milestones: StandingMilestone[];
  indicators: StandingIndicator[];
}

/** How projects stand today: three queries however many there are. */
export async function loadStandings(
  db: Database,
  reach: Reach,
  scope: StandingScope,
): Promise<ProjectStanding[]> {
  const standings = await listStandings(db, reach, scope);
  const projectIds = standings.map((standing) => standing.id);
  const [milestones, indicators] = await Promise.all([
    listStandingMilestones(db, {
      projectIds,
      openTo: addDays(scope.today, LOOKS_AHEAD_DAYS),
      doneFrom: addDays(scope.today, -LOOKS_BACK_DAYS),
    }),
    listStandingIndicators(db, projectIds),
  ]);
  const milestonesOf = groupedBy(milestones, (milestone) => milestone.projectId);
  const indicatorsOf = groupedBy(indicators, (indicator) => indicator.projectId);
  return standings.map((standing) => ({
    standing,
    milestones: milestonesOf.get(standing.id) ?? [],
    indicators: indicatorsOf.get(standing.id) ?? [],
  }));
}
