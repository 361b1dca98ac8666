import { type Request, type Response, Router } from "express";
import { listPeriods } from "../../../db/queries/periods.ts";
import { countEditedTexts } from "../../../db/queries/report-texts.ts";
import { listReportDuties, listReports } from "../../../db/queries/reports.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { addDocumentRoutes } from "./document/routes.ts";
import { addDraftRoutes } from "./drafts/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { presentReports } from "./list/presenter.ts";
import { reportSheet } from "./list/sheet.ts";
import { loadReport, reportOf } from "./load-report.ts";
import { reportCrumbs } from "./pages.ts";
import { remarksOnReport } from "./remarks.ts";
import { addSheetRoutes } from "./sheets/routes.ts";
import { presentReport } from "./show/presenter.ts";
import { loadReportPage } from "./show/service.ts";
import { addStepRoutes } from "./steps/routes.ts";

export function reportRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("reportId", loadReport(deps));
  const view = allow("report:view");
  router.get(paths.reports(":projectId"), view, (req, res) => showList(deps, req, res));
  addFormRoutes(router, deps);
  router.get(paths.report(":projectId", ":reportId"), view, async (_req, res) =>
    showOne(deps, res),
  );
  addSheetRoutes(router, deps);
  addStepRoutes(router, deps);
  addDraftRoutes(router, deps);
  addDocumentRoutes(router, deps);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [periods, reports, duties, edited] = await Promise.all([
    listPeriods(db, projectId),
    listReports(db, projectId),
    listReportDuties(db, projectId),
    countEditedTexts(db, projectId),
  ]);
  const list = { projectId, periods, reports, duties, edited };
  if (req.query.format === "xlsx") {
    const { fileName } = res.locals.texts.reports;
    return sendWorkbook(res, { fileName, sheets: [reportSheet(list, res.locals)] });
  }
  const model = presentReports(list, res.locals, { write: can(res, "report:write") });
  const { title } = model.pageHeader;
  res.locals.page("reports/index", model, { title, breadcrumbs: reportCrumbs(res) });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const page = await loadReportPage(db, reportOf(res), projectOf(res), res.locals.today);
  const rights = { write: can(res, "report:write"), submit: can(res, "report:submit") };
  const comments = remarksOnReport(res, page.content, page.comments);
  const model = presentReport(page, res.locals, rights, comments);
  const { title } = model.pageHeader;
  res.locals.page("reports/show", model, { title, breadcrumbs: reportCrumbs(res) });
}
