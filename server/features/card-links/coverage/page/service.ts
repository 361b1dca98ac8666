import type { Database } from "../../../../../db/connection.ts";
import {
  type CardMark,
  type CoveredCard,
  listCoveredCards,
  listGoalsOfCards,
  listServicesOfCards,
  listTargetGroupsOfCards,
} from "../../../../../db/queries/card-coverage.ts";
import { listShownLinks, type ShownLink } from "../../../../../db/queries/card-link-list.ts";
import { listAreas, type PlanArea } from "../../../../../db/queries/plan-areas.ts";
import type { Reach } from "../../../../../db/queries/reach.ts";
import type { CalendarDate } from "../../../../values/calendar-date.ts";
import { type CoverageState, coverageOfStandings, standingOfLink } from "../../rules.ts";
import { type Grouping, groupings } from "../groups/rules.ts";

export interface CoveragePage {
  cards: CoveredCard[];
  areas: PlanArea[];
  /** What cards are marked with; none where they are grouped by areas. */
  marks: CardMark[];
  links: Map<number, ShownLink[]>;
  states: Map<number, CoverageState>;
  /** By what the cards of this plan may be put together, and by what they are. */
  offered: Grouping[];
  by: Grouping;
}

const MARKS: Record<Grouping, (db: Database, planId: number) => Promise<CardMark[]>> = {
  area: async () => [],
  goal: listGoalsOfCards,
  "target-group": listTargetGroupsOfCards,
  service: listServicesOfCards,
};

/** Everything of the page in four statements; names only of projects within reach. */
export async function loadCoveragePage(
  db: Database,
  of: { planId: number; wanted: Grouping | null; reach: Reach; today: CalendarDate },
): Promise<CoveragePage> {
  const { planId, reach, today } = of;
  const areas = await listAreas(db, planId);
  const offered = groupingsOf(areas);
  const by = offered.find((one) => one === of.wanted) ?? (offered[0] as Grouping);
  const [cards, marks, shown] = await Promise.all([
    listCoveredCards(db, planId),
    MARKS[by](db, planId),
    listShownLinks(db, { planId }, reach),
  ]);
  const links = new Map<number, ShownLink[]>(cards.map(({ id }) => [id, []]));
  for (const link of shown) links.get(link.cardId)?.push(link);
  const states = new Map(
    [...links].map(([cardId, ofCard]) => [
      cardId,
      coverageOfStandings(ofCard.map((link) => standingOfLink(link, today))),
    ]),
  );
  return { cards, areas, marks, links, states, offered, by };
}

/** Plans of one generation have areas, those of the other strategic goals. */
function groupingsOf(areas: readonly PlanArea[]): Grouping[] {
  const hasGoals = areas.some(({ kind }) => kind === "goal");
  const hasAreas = !hasGoals || areas.some(({ kind }) => kind !== "goal");
  return groupings.filter((one) => (one !== "goal" || hasGoals) && (one !== "area" || hasAreas));
}
