import { type Request, type RequestHandler, type Response, Router } from "express";
import { findDrawdownTotals } from "../../../../db/queries/drawdowns.ts";
import { findSpendInForce, listSpends } from "../../../../db/queries/project-spends.ts";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { presentSpendForm, presentSpends, spendFormValues } from "./presenter.ts";
import { spendCorrectionSchema, spendSchema } from "./schema.ts";
import { correctSpend, declareSpend } from "./service.ts";

export function spendRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const [projectId, spendId] = [":projectId", ":spendId"];

  router.get(paths.projectSpends(projectId), allow("project:view"), async (_req, res) => {
    const project = projectOf(res);
    const [rows, totals] = await Promise.all([
      listSpends(deps.db, project.id),
      findDrawdownTotals(deps.db, project.id),
    ]);
    const of = { ...project, firstExpenditureOn: totals?.firstRecordedOn ?? null };
    const model = presentSpends(rows, of, res.locals, { record: can(res, "spend:record") });
    const { title } = res.locals.texts.spends;
    const breadcrumbs = projectCrumbs(res, { label: title });
    res.locals.page("projects/spends", model, { title, breadcrumbs });
  });

  const recording = recordingForm(deps);
  router.get(paths.newProjectSpend(projectId), allow("spend:record"), recording.show);
  router.post(paths.projectSpends(projectId), allow("spend:record"), recording.submit);

  const correction = correctionForm(deps);
  const address = paths.projectSpendCorrection(projectId, spendId);
  router.get(address, allow("spend:record"), correction.show);
  const isThere: RequestHandler = async (req, res, next) => {
    await correctedSpend(deps, req, res);
    next();
  };
  router.post(address, allow("spend:record"), isThere, correction.submit);
  return router;
}

function recordingForm(deps: Deps) {
  return form(deps, spendSchema, {
    initial: (_req, res) => ({ validOn: res.locals.today }),
    show: (_req, res, state) => showForm(res, state, null),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      await declareSpend(deps, authorOf(req, res), { projectId, entry });
      res.locals.say("saved");
      res.redirect(303, paths.projectSpends(projectId));
    },
  });
}

function correctionForm(deps: Deps) {
  return form(deps, spendCorrectionSchema, {
    initial: async (req, res) =>
      spendFormValues(await correctedSpend(deps, req, res), res.locals.formats),
    show: (req, res, state) => showForm(res, state, idParam(req.params.spendId)),
    save: async (req, res, entry) => {
      const { id } = await correctedSpend(deps, req, res);
      const projectId = projectOf(res).id;
      await correctSpend(deps, authorOf(req, res), { projectId, id, entry });
      res.locals.say("saved");
      res.redirect(303, paths.projectSpends(projectId));
    },
  });
}

async function correctedSpend({ db }: Pick<Deps, "db">, req: Request, res: Response) {
  const id = idParam(req.params.spendId);
  const spend = await findSpendInForce(db, { projectId: projectOf(res).id, id });
  if (!spend) throw new NotFound("spend");
  return spend;
}

function showForm(
  res: Response,
  state: Parameters<typeof presentSpendForm>[0],
  correctedId: number | null,
): void {
  const projectId = projectOf(res).id;
  const model = presentSpendForm(state, res.locals, { projectId, correctedId });
  const { title } = model.pageHeader;
  const list = {
    label: res.locals.texts.spends.title,
    href: paths.projectSpends(projectId),
  };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
