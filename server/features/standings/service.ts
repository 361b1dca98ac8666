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
  const milestonesOf = byProject(milestones);
  const indicatorsOf = byProject(indicators);
  return standings.map((standing) => ({
    standing,
    milestones: milestonesOf.get(standing.id) ?? [],
    indicators: indicatorsOf.get(standing.id) ?? [],
  }));
}

function byProject<Row extends { projectId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.projectId);
    if (group) group.push(row);
    else groups.set(row.projectId, [row]);
  }
  return groups;
}
