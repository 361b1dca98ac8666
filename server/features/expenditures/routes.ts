import { type Request, type Response, Router } from "express";
import { listExpenditures } from "../../../db/queries/expenditure-list.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { addAssignmentRoutes } from "./assignment/routes.ts";
import { addFormRoutes } from "./form/routes.ts";
import { findNamingVersion } from "./lines/service.ts";
import { listHref } from "./list/filters.ts";
import { presentExpenditureList } from "./list/presenter.ts";
import { type ExpenditureListView, expenditureListSchema } from "./list/schema.ts";
import { filterOf, loadExpenditureList, sortOf } from "./list/service.ts";
import { expenditureSheet } from "./list/sheet.ts";
import { expenditureOf, loadExpenditure } from "./load-expenditure.ts";
import { expenditureCrumbs, readerOf } from "./pages.ts";
import { presentExpenditure } from "./show/presenter.ts";
import { loadExpenditurePage } from "./show/service.ts";
import { addWithdrawalRoutes } from "./withdrawal/routes.ts";

export function expenditureRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("expenditureId", loadExpenditure(deps));
  router.get(paths.expenditures(":projectId"), allow("expenditure:view"), async (req, res) => {
    const view = expenditureListSchema.parse(req.query);
    if (req.query.format === "xlsx") return exportList(deps, res, view);
    await showList(deps, req, res, view);
  });
  // Before the routes of one expenditure, whose id would swallow the word.
  addAssignmentRoutes(router, deps);
  addFormRoutes(router, deps);
  const one = paths.expenditure(":projectId", ":expenditureId");
  router.get(one, allow("expenditure:view"), async (_req, res) => showOne(deps, res));
  addWithdrawalRoutes(router, deps);
  return router;
}

async function showList(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: ExpenditureListView,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const page = pageNumber(req.query.page);
  const reader = readerOf(res);
  const of = { readsPay: reader.readsPay, page: pageOf(page) };
  const list = await loadExpenditureList(db, projectId, view, of);
  if (list.rows.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const model = presentExpenditureList(list, view, page, {
    wording: res.locals,
    reader,
    can: { edit: can(res, "expenditure:edit"), import: can(res, "import:run") },
  });
  const { title } = res.locals.texts.expenditures;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("expenditures/index", model, { title, breadcrumbs });
}

async function exportList(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: ExpenditureListView,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const reader = readerOf(res);
  const versionId = await findNamingVersion(db, projectId);
  const filter = filterOf(projectId, view, reader.readsPay);
  const lines = await listExpenditures(db, filter, { sort: sortOf(view), versionId });
  await sendWorkbook(res, {
    fileName: res.locals.texts.expenditures.sheet.file,
    sheets: [expenditureSheet(lines, res.locals, reader)],
  });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const { id, projectId, kind } = expenditureOf(res);
  const page = await loadExpenditurePage(db, { projectId, id });
  const presented = presentExpenditure(page, {
    wording: res.locals,
    reader: readerOf(res),
    can: { edit: can(res, "expenditure:edit") },
  });
  const of = { objectType: "expenditure", objectId: id } as const;
  const documentBox = kind === "payroll" ? null : await documentBoxOf(db, res, of);
  const { title } = presented.pageHeader;
  const [list, own] = expenditureCrumbs(res);
  const breadcrumbs = projectCrumbs(res, ...(list ? [list] : []), { label: own?.label ?? title });
  res.locals.page("expenditures/show", { ...presented, documentBox }, { title, breadcrumbs });
}
