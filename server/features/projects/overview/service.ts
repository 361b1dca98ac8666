import type { Database } from "../../../../db/connection.ts";
import { type CardOfProject, listCardsOfProject } from "../../../../db/queries/card-link-list.ts";
import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import { type Indicator, listIndicators } from "../../../../db/queries/indicators.ts";
import type { LogEntry } from "../../../../db/queries/log-entries.ts";
import {
  type EntryActivity,
  listActivitiesOfEntries,
  listLogEntries,
} from "../../../../db/queries/log-entry-list.ts";
import { listMembers, type Member } from "../../../../db/queries/memberships.ts";
import { listWatched, type Watched } from "../../../../db/queries/oversight.ts";
import {
  findProjectOverview,
  listOverviewActivities,
  listOverviewPins,
  type OverviewActivity,
  type OverviewPin,
  type ProjectOverview,
} from "../../../../db/queries/project-overview.ts";
import { findProjectParts, type ProjectParts } from "../../../../db/queries/project-parts.ts";
import { type AgendaRow, listAgenda } from "../../agenda/service.ts";
import { type EarlierFigures, listEarlierFigures } from "../../computed-status/service.ts";
import { listCountedValues } from "../../indicators/computing/service.ts";

/** Rows that a box of the overview shows before it says how many there are. */
export const BOX_ROWS = 5;
/** How many of a kind stand in the box of what is watched over. */
const WATCHED_ROWS = 3;

export interface OverviewFacts {
  overview: ProjectOverview;
  parts: ProjectParts;
  deadlines: AgendaRow[];
  indicators: Indicator[];
  /** Of the indicators in the box. */
  values: ValueInForce[];
  entries: LogEntry[];
  entryActivities: EntryActivity[];
  members: Member[];
  activities: OverviewActivity[];
  pins: OverviewPin[];
  /** Risks, findings and resolutions, a few of each. */
  watched: Watched[];
  /** Of strategic plans, which the project fulfils. */
  cards: CardOfProject[];
  /** What was reported some months ago. */
  earlier: EarlierFigures | undefined;
}

/** All that the overview of a project shows; seventeen queries, whatever the size of the project. */
export async function loadOverview(
  db: Database,
  of: { projectId: number; userId: number; today: string; now: string },
): Promise<OverviewFacts> {
  const { projectId, today, now } = of;
  const [
    overview,
    parts,
    deadlines,
    members,
    activities,
    pins,
    entries,
    indicators,
    earlier,
    watched,
    cards,
  ] = await Promise.all([
    findProjectOverview(db, of),
    findProjectParts(db, projectId),
    listAgenda(db, { today, projectId, limit: BOX_ROWS + 1 }),
    listMembers(db, projectId),
    listOverviewActivities(db, projectId),
    listOverviewPins(db, projectId),
    listLogEntries(db, everything(projectId), { limit: BOX_ROWS }),
    listIndicators(db, { projectId }),
    listEarlierFigures(db, { projectIds: [projectId], today }),
    listWatched(db, projectId, WATCHED_ROWS),
    listCardsOfProject(db, { projectId }),
  ]);
  const [entryActivities, values] = await Promise.all([
    listActivitiesOfEntries(
      db,
      entries.map(({ id }) => id),
    ),
    listCountedValues(
      db,
      { indicatorIds: boxed(indicators).map(({ id }) => id) },
      { on: today, asOf: now },
    ),
  ]);
  return {
    ...{ overview, parts, deadlines, members, activities, pins, entries, indicators },
    ...{ entryActivities, values, earlier: earlier.get(projectId), watched, cards },
  };
}

/** The indicators of the box: committed ones first, each group in its order. */
export function boxed(indicators: Indicator[]): Indicator[] {
  const committed = indicators.filter(({ isCommitted }) => isCommitted);
  const others = indicators.filter(({ isCommitted }) => !isCommitted);
  return [...committed, ...others].slice(0, BOX_ROWS);
}

function everything(projectId: number) {
  return { projectId, days: null, activityId: null, authorId: null, terms: [], isArchived: false };
}
