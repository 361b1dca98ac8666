import { type Request, type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { listAssessments } from "../../../db/queries/risk-assessments.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { authorOf } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { archiveRisk, restoreRisk } from "./archive/service.ts";
import { addAssessmentRoutes } from "./assessments/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { listHref } from "./list/filters.ts";
import { presentRiskList } from "./list/presenter.ts";
import { riskListSchema } from "./list/schema.ts";
import { loadRiskLines, loadRiskList } from "./list/service.ts";
import { riskSheet } from "./list/sheet.ts";
import { backToRisk, loadRisk, riskCrumbs, riskOf } from "./load-risk.ts";
import { presentRisk } from "./show/presenter.ts";

const HISTORY_SHOWN = 30;

export function riskRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("riskId", loadRisk(deps));
  const view = allow("risk:view");
  router.get(paths.risks(":projectId"), view, (req, res) => showList(deps, req, res));
  addFormRoutes(router, deps);
  const at = [":projectId", ":riskId"] as const;
  router.get(paths.risk(...at), view, (_req, res) => showOne(deps, res));
  addAssessmentRoutes(router, deps);
  router.post(paths.riskArchive(...at), allow("risk:edit"), async (req, res) => {
    await archiveRisk(deps, authorOf(req, res), riskOf(res));
    backToRisk(res, "archived");
  });
  router.post(paths.riskRestoration(...at), allow("risk:edit"), async (req, res) => {
    await restoreRisk(deps, authorOf(req, res), riskOf(res));
    backToRisk(res, "restored");
  });
  return router;
}

async function showList(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const view = riskListSchema.parse(req.query);
  const now = { on: deps.clock.today(), asOf: deps.clock.now() };
  const of = { projectId, view, now };
  const { title, fileName } = res.locals.texts.risks;
  if (req.query.format === "xlsx") {
    const lines = await loadRiskLines(deps.db, of);
    return sendWorkbook(res, { fileName, sheets: [riskSheet(lines, res.locals)] });
  }
  const page = pageNumber(req.query.page);
  const list = await loadRiskList(deps.db, of, pageOf(page));
  if (list.risks.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const shown = { view, page, canEdit: can(res, "risk:edit") };
  const model = presentRiskList(list, shown, res.locals);
  res.locals.page("risks/index", model, { title, breadcrumbs: riskCrumbs(res) });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const risk = riskOf(res);
  const [assessments, history] = await Promise.all([
    listAssessments(db, risk.id),
    listHistory(db, { objectType: "risk", objectId: risk.id, limit: HISTORY_SHOWN }),
  ]);
  const page = { risk, assessments, history };
  const model = presentRisk(page, res.locals, can(res, "risk:edit"));
  const { title } = model.pageHeader;
  res.locals.page("risks/show", model, { title, breadcrumbs: riskCrumbs(res) });
}
