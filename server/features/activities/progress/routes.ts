import type { Request, Response, Router } from "express";
import { findProgressFact, type ProgressFact } from "../../../../db/queries/activity-facts.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { activityCrumbs } from "../crumbs.ts";
import { activityOf } from "../load-activity.ts";
import { presentCorrectionForm, presentProgressForm } from "./presenter.ts";
import { progressCorrectionSchema, progressSchema } from "./schema.ts";
import { recordActivityProgress } from "./service.ts";

export function addProgressRoutes(router: Router, deps: Deps): void {
  const progress = form(deps, progressSchema, {
    initial: (_req, res) => ({ validOn: res.locals.today }),
    show: (_req, res, state) => {
      showForm(res, presentProgressForm(activityOf(res), state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id: activityId } = activityOf(res);
      await recordActivityProgress(deps, authorOf(req, res), { projectId, activityId }, entry);
      backToActivity(res);
    },
  });
  const correction = form(deps, progressCorrectionSchema, {
    initial: async (req, res) => {
      const { percent, validOn } = await correctedFact(deps, req, res);
      return { percent: String(percent ?? ""), validOn };
    },
    show: async (req, res, state) => {
      const fact = await correctedFact(deps, req, res);
      showForm(res, presentCorrectionForm(activityOf(res), fact, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { projectId, id: activityId } = activityOf(res);
      const correctsId = idParam(req.params.factId);
      const key = { projectId, activityId };
      await recordActivityProgress(deps, authorOf(req, res), key, { ...entry, correctsId });
      backToActivity(res);
    },
  });
  const at = [":projectId", ":activityId"] as const;
  const door = allow("activity:progress");
  router.get(paths.newActivityProgress(...at), door, progress.show);
  router.post(paths.activityProgress(...at), door, progress.submit);
  router.get(paths.newProgressCorrection(...at, ":factId"), door, correction.show);
  router.post(paths.progressCorrection(...at, ":factId"), door, correction.submit);
}

async function correctedFact(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<ProgressFact> {
  const key = { activityId: activityOf(res).id, id: idParam(req.params.factId) };
  const fact = await findProgressFact(db, key);
  if (!fact) throw new NotFound("progress");
  return fact;
}

function showForm(res: Response, model: ReturnType<typeof presentProgressForm>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...activityCrumbs(res), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

function backToActivity(res: Response): void {
  const { projectId, id } = activityOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.activity(projectId, id));
}
