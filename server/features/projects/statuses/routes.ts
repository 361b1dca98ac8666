import { type Request, type RequestHandler, type Response, Router } from "express";
import { findStatusInForce, listStatuses } from "../../../../db/queries/project-statuses.ts";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { presentStatuses, presentStatusForm, statusFormValues } from "./presenter.ts";
import { statusSchema } from "./schema.ts";
import { correctStatus, recordStatus } from "./service.ts";

export function statusRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const [projectId, statusId] = [":projectId", ":statusId"];

  router.get(paths.projectStatuses(projectId), allow("project:view"), async (_req, res) => {
    const { id } = projectOf(res);
    const rows = await listStatuses(deps.db, id);
    const model = presentStatuses(rows, id, res.locals, { record: can(res, "status:record") });
    const { title } = res.locals.texts.statuses;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("projects/statuses", model, { title, breadcrumbs });
  });

  const recording = recordingForm(deps);
  router.get(paths.newProjectStatus(projectId), allow("status:record"), recording.show);
  router.post(paths.projectStatuses(projectId), allow("status:record"), recording.submit);

  const correction = correctionForm(deps);
  const address = paths.projectStatusCorrection(projectId, statusId);
  router.get(address, allow("status:record"), correction.show);
  const isThere: RequestHandler = async (req, res, next) => {
    await correctedStatus(deps, req, res);
    next();
  };
  router.post(address, allow("status:record"), isThere, correction.submit);
  return router;
}

function recordingForm(deps: Deps) {
  return form(deps, statusSchema, {
    initial: (_req, res) => ({ validOn: res.locals.today }),
    show: (_req, res, state) => showForm(res, state, null),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      await recordStatus(deps, authorOf(req, res), { projectId, entry });
      res.locals.say("saved");
      res.redirect(303, paths.project(projectId));
    },
  });
}

function correctionForm(deps: Deps) {
  return form(deps, statusSchema, {
    initial: async (req, res) => statusFormValues(await correctedStatus(deps, req, res)),
    show: (req, res, state) => showForm(res, state, idParam(req.params.statusId)),
    save: async (req, res, entry) => {
      const { id } = await correctedStatus(deps, req, res);
      const projectId = projectOf(res).id;
      await correctStatus(deps, authorOf(req, res), { projectId, id, entry });
      res.locals.say("saved");
      res.redirect(303, paths.projectStatuses(projectId));
    },
  });
}

async function correctedStatus({ db }: Pick<Deps, "db">, req: Request, res: Response) {
  const id = idParam(req.params.statusId);
  const status = await findStatusInForce(db, { projectId: projectOf(res).id, id });
  if (!status) throw new NotFound("status");
  return status;
}

function showForm(
  res: Response,
  state: Parameters<typeof presentStatusForm>[0],
  correctedId: number | null,
): void {
  const projectId = projectOf(res).id;
  const model = presentStatusForm(state, res.locals, { projectId, correctedId });
  const { title } = model.pageHeader;
  const list = {
    label: res.locals.texts.statuses.title,
    href: paths.projectStatuses(projectId),
  };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
