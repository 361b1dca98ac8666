import { type Response, Router } from "express";
import { listLastActs } from "../../../db/queries/month-acts.ts";
import { listMonthsOfProject } from "../../../db/queries/month-figures.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { addPortfolioClosingRoutes } from "./closing/portfolio-routes.ts";
import { addClosingRoutes } from "./closing/routes.ts";
import { monthRows, monthsSheet, presentMonths } from "./list/presenter.ts";
import { loadMonthPage } from "./show/loading.ts";
import { type MonthPage, presentMonth } from "./show/presenter.ts";
import { indicatorSheet } from "./show/sheet.ts";
import { summaryRoutes } from "./summaries/routes.ts";
import { monthTitle } from "./words.ts";

type MonthDeps = Pick<Deps, "db" | "clock" | "config" | "log">;

export function monthRoutes(deps: MonthDeps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));

  router.get(paths.months(":projectId"), allow("month:view"), async (req, res) => {
    const project = projectOf(res);
    const [reported, acts] = await Promise.all([
      listMonthsOfProject(deps.db, project.id),
      listLastActs(deps.db, { projectId: project.id }),
    ]);
    const rows = monthRows(project, { reported, acts }, res.locals.today);
    const { texts } = res.locals;
    if (req.query.format === "xlsx") {
      const fileName = texts.months.list.file;
      return sendWorkbook(res, { fileName, sheets: [monthsSheet(rows, res.locals)] });
    }
    const { title } = texts.months;
    res.locals.page("months/index", presentMonths(project, rows, res.locals), {
      title,
      breadcrumbs: projectCrumbs(res, { label: title }),
    });
  });

  router.get(paths.month(":projectId", ":month"), allow("month:view"), async (req, res) => {
    const page = await loadMonthPage(deps, req, res);
    if (req.query.format === "xlsx") return sendMonth(res, page);
    const { texts } = res.locals;
    const title = monthTitle(page.month, res.locals);
    const months = { label: texts.months.title, href: paths.months(page.project.id) };
    const may = {
      close: can(res, "month:close"),
      nudge: can(res, "month:nudge"),
      writeTimesheets: can(res, "timesheet:write"),
    };
    res.locals.page("months/show", presentMonth({ ...page, may }, res.locals), {
      title,
      breadcrumbs: projectCrumbs(res, months, { label: title }),
    });
  });

  addClosingRoutes(router, deps);
  addPortfolioClosingRoutes(router, deps);
  router.use(summaryRoutes(deps));
  return router;
}

async function sendMonth(res: Response, { project, month, facts, reported }: MonthPage) {
  const fileName = `${res.locals.texts.months.list.file}-${project.id}-${month}`;
  const sheet = indicatorSheet(facts, reported?.facts ?? null, res.locals);
  await sendWorkbook(res, { fileName, sheets: [sheet] });
}
