import { type Request, type Response, Router } from "express";
import { listHistories } from "../../../db/queries/audit-events.ts";
import { listFindings, listFindingsOfProject } from "../../../db/queries/control-findings.ts";
import { countControls, listControls } from "../../../db/queries/controls.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addFindingRoutes } from "./findings/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { listHref, presentControlList } from "./list/presenter.ts";
import { type ControlListView, controlListSchema } from "./list/schema.ts";
import { controlSheets } from "./list/sheet.ts";
import {
  backToControl,
  controlCrumbs,
  controlOf,
  loadControl,
  loadFinding,
} from "./load-control.ts";
import { addRemedyRoutes } from "./remedies/routes.ts";
import { archiveControl, restoreControl } from "./service.ts";
import { presentControl } from "./show/presenter.ts";

const HISTORY_SHOWN = 40;

export function controlRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("controlId", loadControl(deps));
  router.param("findingId", loadFinding(deps));
  const view = allow("control:view");
  router.get(paths.controls(":projectId"), view, async (req, res) => {
    const asked = controlListSchema.parse(req.query);
    if (req.query.format === "xlsx") return sendList(deps, res, asked);
    await showList(deps, req, res, asked);
  });
  addFormRoutes(router, deps);
  const at = [":projectId", ":controlId"] as const;
  router.get(paths.control(...at), view, (_req, res) => showOne(deps, res));
  addFindingRoutes(router, deps);
  addRemedyRoutes(router, deps);
  router.post(paths.controlArchive(...at), allow("control:edit"), async (req, res) => {
    await archiveControl(deps, authorOf(req, res), controlOf(res));
    backToControl(res, "archived");
  });
  router.post(paths.controlRestoration(...at), allow("control:edit"), async (req, res) => {
    await restoreControl(deps, authorOf(req, res), controlOf(res));
    backToControl(res, "restored");
  });
  return router;
}

async function showList(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: ControlListView,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const page = pageNumber(req.query.page);
  const [lines, counts] = await Promise.all([
    listControls(db, { projectId, ...view }, res.locals.today, pageOf(page)),
    countControls(db, projectId),
  ]);
  if (lines.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const list = { projectId, lines, counts, view, page, canEdit: can(res, "control:edit") };
  const model = presentControlList(list, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("controls/index", model, { title, breadcrumbs: controlCrumbs(res) });
}

async function sendList(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: ControlListView,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [lines, findings] = await Promise.all([
    listControls(db, { projectId, ...view }, res.locals.today),
    listFindingsOfProject(db, projectId),
  ]);
  const sheets = controlSheets({ lines, findings }, res.locals);
  await sendWorkbook(res, { fileName: res.locals.texts.controls.fileName, sheets });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const control = controlOf(res);
  const findings = await listFindings(db, control.id);
  const history = await listHistories(db, {
    objects: [
      { objectType: "control", ids: [control.id] },
      { objectType: "finding", ids: findings.map(({ id }) => id) },
    ],
    limit: HISTORY_SHOWN,
  });
  const of = { objectType: "control", objectId: control.id } as const;
  const presented = presentControl(
    { control, findings, history },
    res.locals,
    can(res, "control:edit"),
  );
  const model = { ...presented, documentBox: await documentBoxOf(db, res, of) };
  const { title } = model.pageHeader;
  res.locals.page("controls/show", model, { title, breadcrumbs: controlCrumbs(res) });
}
