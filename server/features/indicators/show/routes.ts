import type { Router } from "express";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { listPeriodTargets } from "../../../../db/queries/indicator-targets.ts";
import { listIndicatorValues } from "../../../../db/queries/indicator-values.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { documentBoxOf } from "../../documents/presenter.ts";
import { type Breakdown, loadBreakdown } from "../breakdowns/service.ts";
import { countsPersons, standingOn } from "../computing/rules.ts";
import { listCountedValues, loadFactsOf } from "../computing/service.ts";
import { indicatorCrumbs, indicatorOf } from "../load-indicator.ts";
import { EVER } from "../rules.ts";
import { presentIndicator } from "./presenter.ts";

export function addPageRoutes(router: Router, deps: Pick<Deps, "db" | "clock">): void {
  const address = paths.indicator(":projectId", ":indicatorId");
  const { db } = deps;
  router.get(address, allow("indicator:view"), async (_req, res) => {
    const { project } = res.locals;
    const indicator = indicatorOf(res);
    if (!project) throw new NotFound("project");
    const [values, counted, periods, history] = await Promise.all([
      listIndicatorValues(db, { indicatorId: indicator.id }),
      listCountedValues(db, { indicatorIds: [indicator.id] }, EVER),
      listPeriodTargets(db, indicator),
      listHistory(db, { objectType: "indicator", objectId: indicator.id }),
    ]);
    const breakdown = await breakdownOf(deps, indicator, res.locals.today);
    const may = { edit: can(res, "indicator:edit"), record: can(res, "indicator:record") };
    const page = { project, indicator, values, counted, periods, history, breakdown, can: may };
    const breadcrumbs = indicatorCrumbs(res);
    const of = { objectType: "indicator", objectId: indicator.id } as const;
    const documentBox = await documentBoxOf(db, res, of);
    const model = { ...presentIndicator(page, res.locals), documentBox };
    res.locals.page("indicators/show", model, { title: indicator.name, breadcrumbs });
  });
}

/** Only persons can be broken down, and only those that the records know. */
async function breakdownOf(
  { db, clock }: Pick<Deps, "db" | "clock">,
  indicator: IndicatorOnPage,
  on: string,
): Promise<Breakdown | undefined> {
  const { computation } = indicator;
  if (computation === null || !countsPersons(computation)) return undefined;
  const { facts } = await loadFactsOf(db, { ...indicator, computation }, { on, asOf: clock.now() });
  return loadBreakdown(db, standingOn(facts, on), on);
}
