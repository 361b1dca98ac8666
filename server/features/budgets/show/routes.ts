import type { Request, Response, Router } from "express";
import { z } from "zod";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { choice } from "../../../values/fields.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { startBudget } from "../starting/service.ts";
import { presentStart } from "./empty-presenter.ts";
import { loadBudget } from "./loading.ts";
import { presentBudget } from "./presenter.ts";

const startSchema = z.object({ start: choice(["chapters", "empty"]) });

/** The budget as it stands, or the ways to begin one. */
export function addShowRoutes(router: Router, deps: Deps): void {
  const starting = startForm(deps);
  router.get(paths.budget(":projectId"), allow("budget:view"), async (req, res, next) => {
    const project = projectOf(res);
    const number = req.query.version === undefined ? null : idParam(req.query.version);
    const moment = { on: res.locals.today, asOf: deps.clock.now() };
    const page = await loadBudget(deps.db, { projectId: project.id, number }, moment);
    if (page === null) return starting.show(req, res, next);
    const rights = { canEdit: can(res, "budget:edit"), canChange: can(res, "change:edit") };
    const model = presentBudget(project, page, res.locals, rights);
    const { title } = res.locals.texts.budgets;
    res.locals.page("budgets/show", model, {
      title,
      breadcrumbs: projectCrumbs(res, { label: title }),
    });
  });
  router.post(paths.budget(":projectId"), allow("budget:edit"), starting.submit);
}

/** Without a budget the page is a form of one question: what to begin from. */
function startForm(deps: Deps) {
  return form(deps, startSchema, {
    show: (_req: Request, res: Response, state) => {
      const rights = { canEdit: can(res, "budget:edit") };
      const model = presentStart(projectOf(res).id, state, res.locals.texts, rights);
      const { title } = res.locals.texts.budgets;
      const breadcrumbs = projectCrumbs(res, { label: title });
      res.locals.page("budgets/start", model, { title, breadcrumbs });
    },
    save: async (req, res, { start }) => {
      const { id: projectId } = projectOf(res);
      const title = res.locals.texts.budgets.decision;
      await startBudget(deps, authorOf(req, res), { projectId, title, start });
      res.locals.say("created");
      res.redirect(303, paths.editBudget(projectId));
    },
  });
}
