import type { Response, Router } from "express";
import type { Plan } from "../../../../db/queries/plans.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { livingPlanOf, planCrumbs, planOf } from "../load-plan.ts";
import { editedPlanSchema, planSchema } from "../schema.ts";
import { createPlan, editPlan } from "../service.ts";
import { newPlanValues, planValues, presentPlanForm } from "./presenter.ts";

export function addPlanFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, planSchema, {
    initial: () => newPlanValues,
    show: (_req, res, state) => showForm(res, null, state),
    save: async (req, res, entry) => {
      const id = await createPlan(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.plan(id));
    },
  });
  const edited = form(deps, editedPlanSchema, {
    initial: (_req, res) => planValues(livingPlanOf(res)),
    show: (_req, res, state) => showForm(res, planOf(res), state),
    save: async (req, res, entry) => {
      const { id } = livingPlanOf(res);
      await editPlan(deps, authorOf(req, res), id, { entry, formOf: planValues });
      res.locals.say("saved");
      res.redirect(303, paths.plan(id));
    },
  });
  const door = allow("plan:edit");
  router.get(paths.newPlan(), door, created.show);
  router.post(paths.plans(), door, created.submit);
  router.get(paths.editPlan(":planId"), door, edited.show);
  router.post(paths.plan(":planId"), door, edited.submit);
}

function showForm(res: Response, plan: Plan | null, state: FormState): void {
  const { texts } = res.locals;
  const model = presentPlanForm(plan, state, texts);
  const { title } = model.pageHeader;
  const list = { label: texts.plans.title, href: paths.plans() };
  const breadcrumbs = plan ? planCrumbs(res, { label: title }) : [list, { label: title }];
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
