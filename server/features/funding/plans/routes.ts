import type { Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { presentPlanForm, storedPlan } from "./presenter.ts";
import { planSchema } from "./schema.ts";
import { type DrawdownPlan, editPlan, loadPlan } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      drawdownPlan?: DrawdownPlan;
    }
  }
}

export function addPlanRoutes(router: Router, deps: Deps): void {
  const may = allow("funding:edit");
  // The form has a field for each period and source, so those come before the form is read.
  const plan = async (_req: unknown, res: Response, next: () => void) => {
    res.locals.drawdownPlan = await loadPlan(deps.db, projectOf(res).id);
    next();
  };
  const editing = planForm(deps);
  router.get(paths.editDrawdownPlan(":projectId"), may, plan, editing.show);
  router.post(paths.drawdownPlan(":projectId"), may, plan, editing.submit);
}

function planForm(deps: Deps) {
  return form(deps, (res: Response) => planSchema(planOf(res)), {
    initial: (_req, res) => storedPlan(planOf(res), res.locals.formats),
    show: (_req, res, state) => {
      const model = presentPlanForm(
        state,
        { projectId: projectOf(res).id, plan: planOf(res) },
        res.locals,
      );
      const { title } = model.pageHeader;
      const funding = {
        label: res.locals.texts.funding.title,
        href: paths.funding(projectOf(res).id),
      };
      res.locals.page("funding/plan", model, {
        title,
        breadcrumbs: projectCrumbs(res, funding, { label: title }),
      });
    },
    save: async (req, res, { version, rows }) => {
      const projectId = projectOf(res).id;
      const formOf = (stored: DrawdownPlan) => storedPlan(stored, res.locals.formats);
      await editPlan(deps, authorOf(req, res), { projectId, version, rows, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.funding(projectId));
    },
  });
}

function planOf(res: Response): DrawdownPlan {
  const plan = res.locals.drawdownPlan;
  if (!plan) throw new Conflict("changedMeanwhile");
  return plan;
}
