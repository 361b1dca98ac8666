import type { RequestParamHandler, Response } from "express";
import { type ActionPlan, findActionPlan } from "../../../db/queries/action-plans.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { planCrumbs, planOf } from "../plans/load-plan.ts";

const loaded = new WeakMap<Response, ActionPlan>();

/** Finds the action plan of the year inside the plan of the address. */
export function loadActionPlan({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    if (!res.locals.viewer) return next();
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    const actionPlan = await findActionPlan(db, { planId: planOf(res).id, year });
    if (!actionPlan) throw new NotFound("action plan");
    loaded.set(res, actionPlan);
    const label = res.locals.texts.actionPlans.ofYear(String(year));
    res.locals.recordAtHand = { href: paths.actionPlan(actionPlan.planId, year), label };
    next();
  };
}

/** The action plan that `loadActionPlan` has put at hand. */
export function actionPlanOf(res: Response): ActionPlan {
  const actionPlan = loaded.get(res);
  if (!actionPlan) throw new NotFound("action plan");
  return actionPlan;
}

/** The way to the action plan at hand, or to the list where there is none, and on. */
export function actionPlanCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { title, ofYear } = res.locals.texts.actionPlans;
  const { id } = planOf(res);
  const list = { label: title, href: paths.actionPlans(id) };
  const actionPlan = loaded.get(res);
  if (!actionPlan)
    return rest.length === 0 ? planCrumbs(res, { label: title }) : planCrumbs(res, list, ...rest);
  const label = ofYear(String(actionPlan.year));
  const own =
    rest.length === 0 ? { label } : { label, href: paths.actionPlan(id, actionPlan.year) };
  return planCrumbs(res, list, own, ...rest);
}
