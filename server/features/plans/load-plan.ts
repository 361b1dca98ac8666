import type { RequestParamHandler, Response } from "express";
import { findPlan, type Plan } from "../../../db/queries/plans.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { idParam } from "../../web/id-param.ts";

const loaded = new WeakMap<Response, Plan>();

export function loadPlan({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    // Whoever is not signed in is told so, not which plans there are.
    if (!res.locals.viewer) return next();
    const plan = await findPlan(db, idParam(text));
    if (!plan) throw new NotFound("plan");
    loaded.set(res, plan);
    res.locals.recordAtHand = { href: paths.plan(plan.id), label: plan.title };
    next();
  };
}

/** The plan that `loadPlan` has put at hand. */
export function planOf(res: Response): Plan {
  const plan = loaded.get(res);
  if (!plan) throw new NotFound("plan");
  return plan;
}

/** The same, for whatever writes: an archived plan is only read. */
export function livingPlanOf(res: Response): Plan {
  const plan = planOf(res);
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
  return plan;
}

/** Plans, the plan at hand, and what follows; the last is where one is. */
export function planCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { id, title } = planOf(res);
  const own = rest.length === 0 ? { label: title } : { label: title, href: paths.plan(id) };
  return [{ label: texts.plans.title, href: paths.plans() }, own, ...rest];
}
