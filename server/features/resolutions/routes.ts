import { type Request, type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { countResolutions, listResolutions } from "../../../db/queries/resolutions.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addFormRoutes } from "./form/routes.ts";
import { listHref, presentResolutionList } from "./list/presenter.ts";
import { resolutionListSchema } from "./list/schema.ts";
import { resolutionSheet } from "./list/sheet.ts";
import {
  backToResolution,
  loadResolution,
  resolutionCrumbs,
  resolutionOf,
} from "./load-resolution.ts";
import { archiveResolution, restoreResolution } from "./service.ts";
import { presentResolution } from "./show/presenter.ts";
import { addStepRoutes } from "./steps/routes.ts";

const HISTORY_SHOWN = 30;

export function resolutionRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("resolutionId", loadResolution(deps));
  const view = allow("resolution:view");
  router.get(paths.resolutions(":projectId"), view, (req, res) => showList(deps, req, res));
  addFormRoutes(router, deps);
  const at = [":projectId", ":resolutionId"] as const;
  router.get(paths.resolution(...at), view, (_req, res) => showOne(deps, res));
  addStepRoutes(router, deps);
  const edit = allow("resolution:edit");
  router.post(paths.resolutionArchive(...at), edit, async (req, res) => {
    await archiveResolution(deps, authorOf(req, res), resolutionOf(res));
    backToResolution(res, "archived");
  });
  router.post(paths.resolutionRestoration(...at), edit, async (req, res) => {
    await restoreResolution(deps, authorOf(req, res), resolutionOf(res));
    backToResolution(res, "restored");
  });
  return router;
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const view = resolutionListSchema.parse(req.query);
  const { title, fileName } = res.locals.texts.resolutions;
  const filter = { projectId, ...view };
  if (req.query.format === "xlsx") {
    const rows = await listResolutions(db, filter);
    return sendWorkbook(res, { fileName, sheets: [resolutionSheet(rows, res.locals)] });
  }
  const page = pageNumber(req.query.page);
  const [rows, counts] = await Promise.all([
    listResolutions(db, filter, pageOf(page)),
    countResolutions(db, projectId),
  ]);
  if (rows.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const canEdit = can(res, "resolution:edit");
  const model = presentResolutionList({ projectId, rows, counts, view, page, canEdit }, res.locals);
  res.locals.page("resolutions/index", model, { title, breadcrumbs: resolutionCrumbs(res) });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const resolution = resolutionOf(res);
  const of = { objectType: "resolution", objectId: resolution.id } as const;
  const history = await listHistory(db, { ...of, limit: HISTORY_SHOWN });
  const canEdit = can(res, "resolution:edit");
  const presented = presentResolution(resolution, history, res.locals, canEdit);
  const model = { ...presented, documentBox: await documentBoxOf(db, res, of) };
  const { title } = model.pageHeader;
  res.locals.page("resolutions/show", model, { title, breadcrumbs: resolutionCrumbs(res) });
}
