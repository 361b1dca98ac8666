import type { Database } from "../../../../db/connection.ts";
import { type LineClaims, sumClaimsByLine } from "../../../../db/queries/claims-by-line.ts";
import { listPlannedAmounts, type PlannedAmount } from "../../../../db/queries/drawdown-plans.ts";
import {
  type EventCost,
  listEventCosts,
  listTreeLines,
  type TreeLine,
} from "../../../../db/queries/drawdown-series.ts";
import { type LineSum, sumRecordedByLine } from "../../../../db/queries/drawdowns.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import { listSources, type ProjectSource } from "../../../../db/queries/project-sources.ts";
import type { Halere } from "../../../values/money.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { type Chapter, chaptersOf } from "../chapters/rules.ts";
import { type DrawdownOutlook, drawdownOutlook } from "../outlook/rules.ts";
import { physicalProgressAt } from "../progress/service.ts";
import { type DrawnBy, type PlannedBy, plannedSeries } from "../series/rules.ts";
import { drawdownSeriesAt } from "../series/service.ts";
import { approvedOf, claimedOf, type Drawdown } from "../service.ts";

/** Events of which the latest are shown. */
export const MOST_EVENTS = 50;

export interface DrawdownFacts {
  drawdown: Drawdown;
  /** Nobody draws beyond it; null while it is not known. */
  cap: Halere | null;
  claimed: Halere;
  approved: Halere;
  series: DrawnBy[];
  planned: PlannedBy[];
  plan: PlannedAmount[];
  sources: ProjectSource[];
  chapters: Chapter[];
  events: EventCost[];
  physicalBp: BasisPoints | undefined;
  outlook: DrawdownOutlook;
}

interface OfProject {
  id: number;
  endsOn: string;
  totalHalere: number | null;
}

/** Everything the pictures of a project's money show, as it was at a moment: as many queries for ten thousand expenditures as for one. */
export async function loadDrawdown(
  db: Database,
  project: OfProject,
  moment: Moment,
): Promise<DrawdownFacts> {
  const { id } = project;
  const { drawdown, series } = await drawdownSeriesAt(db, id, moment);
  const [plan, sources, periods, events, physicalBp] = await Promise.all([
    listPlannedAmounts(db, id, moment),
    listSources(db, id, moment.asOf),
    listPeriods(db, id),
    listEventCosts(db, id, moment, MOST_EVENTS),
    physicalProgressAt(db, id, moment),
  ]);
  const [lines, recorded, claims] = await Promise.all([
    drawdown.budget ? listTreeLines(db, drawdown.budget.id) : [],
    sumRecordedByLine(db, id, moment),
    sumClaimsByLine(db, id, moment),
  ]);
  const cap = drawdown.budget?.eligible ?? project.totalHalere;
  const { firstOn } = drawdown.recorded;
  const { on } = moment;
  return {
    ...{ drawdown, cap, series, plan, sources, events, physicalBp },
    claimed: claimedOf(drawdown.requests),
    approved: approvedOf(drawdown.requests),
    planned: plannedSeries(
      periods.map((period) => ({ ...period, planned: plannedIn(period, plan) })),
    ),
    chapters: chaptersAt(drawdown, { lines, recorded, claims }),
    outlook: drawdownOutlook({ series, firstOn, on, endsOn: project.endsOn, cap }),
  };
}

function plannedIn({ id }: Period, plan: readonly PlannedAmount[]): Halere | null {
  const amounts = plan.filter(({ periodId }) => periodId === id);
  return amounts.length === 0 ? null : amounts.reduce((sum, { halere }) => sum + halere, 0);
}

/** What requests tell beyond their claims is flat rates. */
function chaptersAt(
  { flat, requests }: Drawdown,
  drawn: { lines: TreeLine[]; recorded: LineSum[]; claims: LineClaims[] },
): Chapter[] {
  const add = (of: (claim: LineClaims) => Halere) =>
    drawn.claims.reduce((sum, claim) => sum + of(claim), 0);
  const direct = add(({ claimed, cut, moved }) => claimed - cut - moved);
  const approved = add((claim) => claim.approved);
  return chaptersOf({
    ...drawn,
    flat: {
      recorded: flat,
      claimed: claimedOf(requests) - direct,
      approved: approvedOf(requests) - approved,
    },
  });
}
