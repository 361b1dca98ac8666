import type { Database } from "../../../../db/connection.ts";
import {
  type CoverageRow,
  type CoveredCards,
  listCoverageRows,
} from "../../../../db/queries/card-coverage.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import {
  type CoverageState,
  coverageOfStandings,
  type Standing,
  standingOfLink,
} from "../rules.ts";

/** Where a card leads; `projectId` is null of a project that is only named. */
export interface CoveringLink {
  id: number;
  measureId: number | null;
  activityId: number | null;
  projectId: number | null;
  standing: Standing;
}

export interface CardCoverage {
  state: CoverageState;
  links: CoveringLink[];
  /** Each project once, whoever may see it: who shows names asks `listProjectNames` with the reader's reach. */
  projects: { projectId: number; standing: Standing }[];
  /** References to projects that are not here. */
  named: number;
}

/**
 * What covers each card of a plan (the archived left out), or these cards, on that day. One statement; every
 * card has its entry.
 */
export async function coverageOf(
  db: Database,
  of: CoveredCards,
  today: CalendarDate,
): Promise<Map<number, CardCoverage>> {
  const links = new Map<number, CoveringLink[]>();
  for (const row of await listCoverageRows(db, of)) {
    const ofCard = links.get(row.cardId) ?? [];
    if (row.linkId !== null) ofCard.push({ ...linkOf(row, today), id: row.linkId });
    links.set(row.cardId, ofCard);
  }
  return new Map([...links].map(([cardId, ofCard]) => [cardId, coverageOfLinks(ofCard)]));
}

function coverageOfLinks(links: CoveringLink[]): CardCoverage {
  const standings = new Map<number, Standing>();
  for (const { projectId, standing } of links)
    if (projectId !== null) standings.set(projectId, standing);
  return {
    links,
    state: coverageOfStandings(links.map(({ standing }) => standing)),
    projects: [...standings].map(([projectId, standing]) => ({ projectId, standing })),
    named: links.filter(({ projectId }) => projectId === null).length,
  };
}

function linkOf(row: CoverageRow, today: CalendarDate): Omit<CoveringLink, "id"> {
  const { measureId, activityId, projectId } = row;
  return { measureId, activityId, projectId, standing: standingOfLink(row, today) };
}
