import { type Request, type Response, Router } from "express";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { loadPlan, planCrumbs, planOf } from "../plans/load-plan.ts";
import { presentFulfilment } from "./presenter.ts";
import { dayOfYear, yearsTold } from "./rules.ts";
import { loadFulfilment } from "./service.ts";

type FulfilmentDeps = Pick<Deps, "db" | "clock">;

/** How a plan is fulfilled by the end of a year. */
export function fulfilmentRoutes(deps: FulfilmentDeps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.get(paths.planFulfilment(":planId"), allow("plan:view"), (req, res) =>
    showFulfilment(deps, req, res),
  );
  return router;
}

async function showFulfilment(deps: FulfilmentDeps, req: Request, res: Response): Promise<void> {
  const { reach, today } = res.locals;
  if (!reach) throw new SignInRequired();
  const plan = planOf(res);
  const years = yearsTold(plan, today);
  const year = yearAsked(req.query.year, years);
  const moment = { on: dayOfYear(year, today), asOf: deps.clock.now() };
  const fulfilment = await loadFulfilment(deps.db, { planId: plan.id, year, moment, reach });
  const page = { plan, fulfilment, years, canEdit: can(res, "plan:edit") };
  const model = presentFulfilment(page, res.locals);
  res.locals.page("card-fulfilment/show", model, {
    title: `${model.title} · ${plan.title}`,
    breadcrumbs: planCrumbs(res, { label: res.locals.texts.plans.pages.fulfilment }),
  });
}

/** @throws NotFound for a year that the plan is not told of: figures of another one would mislead */
function yearAsked(asked: unknown, years: readonly number[]): number {
  if (asked === undefined || asked === "") return years[0] as number;
  const year = years.find((one) => String(one) === asked);
  if (year === undefined) throw new NotFound("year");
  return year;
}
