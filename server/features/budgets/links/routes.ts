import type { Request, Response, Router } from "express";
import { z } from "zod";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listLineActivities } from "../../../../db/queries/budget-line-uses.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { ids } from "../../../values/fields.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { idParam } from "../../../web/id-param.ts";
import { activityOptions } from "../../activities/words.ts";
import { budgetCrumbs } from "../draft.ts";
import { linkActivities } from "./service.ts";

const linksSchema = z.object({ activities: ids() });

/** Which activities a line pays for. */
export function addLinkRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":lineId"] as const;
  const may = allow("budget:edit");
  const links = form(deps, linksSchema, {
    initial: async (req, res) => {
      const { projectId, lineId } = keyOf(req, res);
      const all = await listLineActivities(deps.db, projectId);
      const own = all.filter((link) => link.lineId === lineId);
      return { activities: own.map(({ activityId }) => String(activityId)) };
    },
    show: (req, res, state) => showLinks(deps, req, res, state),
    save: async (req, res, { activities }) => {
      const key = keyOf(req, res);
      await linkActivities(deps, authorOf(req, res), key, activities);
      res.locals.say("saved");
      res.redirect(303, paths.budget(key.projectId));
    },
  });
  router.get(paths.editBudgetLineActivities(...at), may, links.show);
  router.post(paths.budgetLineActivities(...at), may, links.submit);
}

async function showLinks(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { projectId, lineId } = keyOf(req, res);
  const { links } = res.locals.texts.budgets;
  const [, ...options] = activityOptions(await listActivityNames(db, projectId), "");
  const model = presentFormPage(
    {
      title: links.title,
      lead: [options.length === 0 ? links.none : links.lead],
      action: paths.budgetLineActivities(projectId, lineId),
      sections: [
        { rows: [{ type: "checkboxes", name: "activities", label: links.activities, options }] },
      ],
      submit: links.save,
      cancel: { href: paths.budget(projectId) },
    },
    state,
    res.locals.texts,
  );
  const breadcrumbs = budgetCrumbs(res, { label: links.title });
  res.locals.page("partials/form-page", model, { title: links.title, breadcrumbs });
}

function keyOf(req: Request, res: Response) {
  return { projectId: projectOf(res).id, lineId: idParam(req.params.lineId) };
}
