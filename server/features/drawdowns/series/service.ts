import type { Database } from "../../../../db/connection.ts";
import { findBudgetInForce, listFlatRates } from "../../../../db/queries/budgets-in-force.ts";
import { listRecordedMonths, listRequestMonths } from "../../../../db/queries/drawdown-series.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { type Drawdown, drawdownFrom } from "../service.ts";
import { cumulativeSeries, type DrawnBy } from "./rules.ts";

export interface DrawdownSeries {
  drawdown: Drawdown;
  series: DrawnBy[];
}

/** A project's money at a moment together with the way it came to it, month by month. */
export async function drawdownSeriesAt(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<DrawdownSeries> {
  const budget = await findBudgetInForce(db, projectId, moment);
  const key = { projectId, versionId: budget?.id ?? null };
  const [rates, recorded, requests] = await Promise.all([
    budget ? listFlatRates(db, budget.id) : [],
    listRecordedMonths(db, key, moment),
    listRequestMonths(db, projectId, moment),
  ]);
  const read = { projectId, budget, rates, sums: recorded };
  return {
    drawdown: await drawdownFrom(db, read, moment),
    series: cumulativeSeries({ recorded, requests, rates }, moment.on),
  };
}
