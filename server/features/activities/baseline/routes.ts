import type { Router } from "express";
import { z } from "zod";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { text, version } from "../../../values/fields.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { activityCrumbs } from "../crumbs.ts";
import { activityOf } from "../load-activity.ts";
import { presentBaselineForm } from "./presenter.ts";
import { setBaselineAnew } from "./service.ts";

const baselineSchema = z.object({ version: version(), reason: text(500) });

export function addBaselineRoutes(router: Router, deps: Deps): void {
  const baseline = form(deps, baselineSchema, {
    initial: (_req, res) => ({ version: String(activityOf(res).version) }),
    show: (_req, res, state) => {
      const model = presentBaselineForm(activityOf(res), state, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = projectCrumbs(res, ...activityCrumbs(res), { label: title });
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { projectId, id } = activityOf(res);
      await setBaselineAnew(deps, authorOf(req, res), { projectId, id }, entry);
      res.locals.say("saved");
      res.redirect(303, paths.activity(projectId, id));
    },
  });
  const at = [":projectId", ":activityId"] as const;
  router.get(paths.newActivityBaseline(...at), allow("activity:edit"), baseline.show);
  router.post(paths.activityBaseline(...at), allow("activity:edit"), baseline.submit);
}
