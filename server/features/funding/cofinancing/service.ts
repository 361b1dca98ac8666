import type { Database } from "../../../../db/connection.ts";
import { findBudgetInForce } from "../../../../db/queries/budgets-in-force.ts";
import {
  listReportedRequests,
  type ReportedRequest,
} from "../../../../db/queries/drawdown-series.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import { listSources, type ProjectSource } from "../../../../db/queries/project-sources.ts";
import type { Halere } from "../../../values/money.ts";
import { type Cofinancing, cofinancingOf, upToPeriod, upToRequest } from "./rules.ts";

/** Up to which report: a request for payment, a monitoring period, or the last request there is. */
export interface UpTo {
  requestId?: number | null;
  periodId?: number | null;
}

export interface CofinancingAt extends Cofinancing {
  sources: ProjectSource[];
  requests: ReportedRequest[];
  periods: Period[];
  total: Halere | null;
  upTo: { request: ReportedRequest | null; period: Period | null };
}

/** The co-financing table of a project at a moment; a report not known by then gives way to the last one. */
export async function cofinancingAt(
  db: Database,
  project: { id: number; totalHalere: number | null },
  upTo: UpTo,
  moment: Moment,
): Promise<CofinancingAt> {
  const [budget, sources, requests, periods] = await Promise.all([
    findBudgetInForce(db, project.id, moment),
    listSources(db, project.id, moment.asOf),
    listReportedRequests(db, project.id, moment),
    listPeriods(db, project.id),
  ]);
  const total = budget?.eligible ?? project.totalHalere;
  const chosen = chosenOf(upTo, requests, periods);
  const reported = chosen.period
    ? upToPeriod(requests, chosen.period, periods)
    : upToRequest(requests, chosen.request ?? { number: 0 });
  return {
    ...cofinancingOf({ total, ...reported }, sources),
    ...{ sources, requests, periods, total, upTo: chosen },
  };
}

function chosenOf(
  { requestId, periodId }: UpTo,
  requests: readonly ReportedRequest[],
  periods: readonly Period[],
): CofinancingAt["upTo"] {
  const period = periods.find(({ id }) => id === periodId);
  if (period) return { request: null, period };
  const request = requests.find(({ id }) => id === requestId) ?? requests.at(-1) ?? null;
  return { request, period: null };
}
