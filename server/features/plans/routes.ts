import { type Request, type Response, Router } from "express";
import { listCards } from "../../../db/queries/cards.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf } from "../../web/form.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { setPlanArchived } from "./archive/service.ts";
import { addAreaRoutes } from "./areas/routes.ts";
import { addPlanFormRoutes } from "./form/routes.ts";
import { addPlanHistoryRoutes } from "./history/routes.ts";
import { presentPlans } from "./list/presenter.ts";
import { loadPlans } from "./list/service.ts";
import { loadPlan, planCrumbs, planOf } from "./load-plan.ts";
import { presentTree } from "./tree/presenter.ts";
import { treeSchema } from "./tree/schema.ts";
import { loadTree } from "./tree/service.ts";
import { treeSheet } from "./tree/sheet.ts";

export function planRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  const view = allow("plan:view");
  router.get(paths.plans(), view, (req, res) => showList(deps, req, res));
  addPlanFormRoutes(router, deps);
  router.get(paths.plan(":planId"), view, (req, res) => showTree(deps, req, res));
  addPlanHistoryRoutes(router, deps);
  addAreaRoutes(router, deps);
  router.post(paths.planArchiving(":planId"), allow("plan:edit"), async (req, res) => {
    await setPlanArchived(deps, authorOf(req, res), planOf(res).id, true);
    res.locals.say("planArchived");
    res.redirect(303, paths.plan(planOf(res).id));
  });
  router.post(paths.planRestoration(":planId"), allow("plan:edit"), async (req, res) => {
    await setPlanArchived(deps, authorOf(req, res), planOf(res).id, false);
    res.locals.say("restored");
    res.redirect(303, paths.plan(planOf(res).id));
  });
  return router;
}

async function showList(deps: Deps, req: Request, res: Response): Promise<void> {
  const isArchived = req.query.state === "archived";
  const list = await loadPlans(deps.db, { isArchived, today: deps.clock.today() });
  const model = presentPlans(list, { isArchived, canEdit: can(res, "plan:edit") }, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("plans/index", model, { title, breadcrumbs: [{ label: title }] });
}

async function showTree(deps: Deps, req: Request, res: Response): Promise<void> {
  const plan = planOf(res);
  const view = treeSchema.parse(req.query);
  const userIds = res.locals.reach?.userIds ?? [];
  const tree = await loadTree(deps.db, { plan, view, userIds, today: deps.clock.today() });
  if (req.query.format === "xlsx") {
    const ids = tree.shown.map(({ id }) => id);
    const cards = await listCards(deps.db, plan.id, ids);
    const { fileName } = res.locals.texts.plans.tree;
    return sendWorkbook(res, { fileName, sheets: [treeSheet(tree, cards, res.locals)] });
  }
  const model = presentTree(tree, can(res, "plan:edit"), res.locals);
  res.locals.page("plans/show", model, { title: plan.title, breadcrumbs: planCrumbs(res) });
}
