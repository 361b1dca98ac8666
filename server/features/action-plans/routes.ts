import { type Response, Router } from "express";
import { listActionPlanItems } from "../../../db/queries/action-plan-items.ts";
import { listActionPlans } from "../../../db/queries/action-plans.ts";
import { listAreas } from "../../../db/queries/plan-areas.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { idParam } from "../../web/id-param.ts";
import { livingPlanOf, loadPlan, planOf } from "../plans/load-plan.ts";
import { archiveActionPlan, restoreActionPlan } from "./archive/service.ts";
import { actionPlanValues, presentActionPlanForm, presentNewActionPlan } from "./form-presenter.ts";
import { addItemRoutes } from "./items/routes.ts";
import { actionPlanCrumbs, actionPlanOf, loadActionPlan } from "./load-action-plan.ts";
import { presentActionPlan, presentActionPlans } from "./presenter.ts";
import { yearToPlan } from "./rules.ts";
import { actionPlanSchema, newActionPlanSchema } from "./schema.ts";
import { createActionPlan, editActionPlan } from "./service.ts";

export function actionPlanRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("year", loadActionPlan(deps));
  const at = [":planId", ":year"] as const;
  router.get(paths.actionPlans(":planId"), allow("plan:view"), (_req, res) => showList(deps, res));
  const created = newForm(deps);
  router.get(paths.newActionPlan(":planId"), allow("plan:edit"), created.show);
  router.post(paths.actionPlans(":planId"), allow("plan:edit"), created.submit);
  router.get(paths.actionPlan(...at), allow("plan:view"), (_req, res) => showOne(deps, res));
  const edited = editedForm(deps);
  router.get(paths.editActionPlan(...at), allow("plan:edit"), edited.show);
  router.post(paths.actionPlan(...at), allow("plan:edit"), edited.submit);
  addItemRoutes(router, deps);
  addArchiveRoutes(router, deps);
  return router;
}

function addArchiveRoutes(router: Router, deps: Deps): void {
  const door = allow("plan:edit");
  router.post(paths.actionPlanArchiving(":planId", ":year"), door, async (req, res) => {
    const { id: planId } = livingPlanOf(res);
    await archiveActionPlan(deps, authorOf(req, res), actionPlanOf(res));
    res.locals.say("actionPlanArchived");
    res.redirect(303, paths.actionPlans(planId));
  });
  router.post(paths.actionPlanRestoration(":planId", ":actionPlanId"), door, async (req, res) => {
    const { id: planId } = livingPlanOf(res);
    const key = { planId, id: idParam(req.params.actionPlanId) };
    const year = await restoreActionPlan(deps, authorOf(req, res), key);
    res.locals.say("restored");
    res.redirect(303, paths.actionPlan(planId, year));
  });
}

async function showList({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const plan = planOf(res);
  const canEdit = can(res, "plan:edit");
  const [actionPlans, archived] = await Promise.all([
    listActionPlans(db, plan.id),
    canEdit ? listActionPlans(db, plan.id, { inArchive: true }) : [],
  ]);
  const model = presentActionPlans(plan, { actionPlans, archived }, { canEdit }, res.locals);
  const title = `${res.locals.texts.actionPlans.title} – ${plan.title}`;
  res.locals.page("action-plans/index", model, { title, breadcrumbs: actionPlanCrumbs(res) });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const [plan, actionPlan] = [planOf(res), actionPlanOf(res)];
  const [items, areas] = await Promise.all([
    listActionPlanItems(db, actionPlan.id),
    listAreas(db, plan.id, { withArchived: true }),
  ]);
  const shown = { plan, actionPlan, items, areas, canEdit: can(res, "plan:edit") };
  const model = presentActionPlan(shown, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("action-plans/show", model, { title, breadcrumbs: actionPlanCrumbs(res) });
}

function newForm(deps: Deps) {
  return form(deps, newActionPlanSchema, {
    initial: async (_req, res) => {
      const plan = livingPlanOf(res);
      const years = (await listActionPlans(deps.db, plan.id)).map(({ year }) => year);
      const year = yearToPlan(years, plan, Number(res.locals.today.slice(0, 4)));
      return { year: String(year), copiesLast: "true" };
    },
    show: async (_req, res, state) => {
      const plan = livingPlanOf(res);
      const [last] = await listActionPlans(deps.db, plan.id);
      const { texts } = res.locals;
      showForm(res, presentNewActionPlan(plan, last?.year ?? null, state, texts));
    },
    save: async (req, res, entry) => {
      const { id: planId } = planOf(res);
      const year = await createActionPlan(deps, authorOf(req, res), planId, entry);
      res.locals.say("created");
      res.redirect(303, paths.actionPlan(planId, year));
    },
  });
}

function editedForm(deps: Deps) {
  return form(deps, actionPlanSchema, {
    initial: (_req, res) => {
      livingPlanOf(res);
      return actionPlanValues(actionPlanOf(res));
    },
    show: (_req, res, state: FormState) =>
      showForm(res, presentActionPlanForm(planOf(res), actionPlanOf(res), state, res.locals.texts)),
    save: async (req, res, entry) => {
      const actionPlan = actionPlanOf(res);
      const edit = { entry, formOf: actionPlanValues };
      await editActionPlan(deps, authorOf(req, res), actionPlan, edit);
      res.locals.say("saved");
      res.redirect(303, paths.actionPlan(actionPlan.planId, actionPlan.year));
    },
  });
}

function showForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = actionPlanCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
