import { randomUUID } from "node:crypto";
import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { blankState, presentFormPage } from "../../../web/form-page.ts";
import { periodOf } from "../load-period.ts";
import { backToPeriods, showPeriodPage } from "../pages.ts";
import { deleteLastPeriod } from "../service.ts";
import { spanText } from "../words.ts";

export function addDeletionRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":periodId"] as const;
  router.get(paths.newPeriodDeletion(...at), allow("period:edit"), (_req, res) => {
    const { id: projectId } = projectOf(res);
    const period = periodOf(res);
    const { deletion } = res.locals.texts.periods;
    const page = {
      title: deletion.title(period.number),
      code: spanText(period, res.locals),
      lead: [deletion.text],
      action: paths.periodDeletion(projectId, period.id),
      sections: [],
      submit: deletion.submit,
      isDanger: true,
      cancel: { href: paths.periods(projectId) },
    };
    const model = presentFormPage(page, blankState(randomUUID()), res.locals.texts);
    showPeriodPage(res, "partials/form-page", model);
  });
  router.post(paths.periodDeletion(...at), allow("period:edit"), async (req, res) => {
    const key = { projectId: projectOf(res).id, id: periodOf(res).id };
    await deleteLastPeriod(deps, authorOf(req, res), key);
    backToPeriods(res);
  });
}
