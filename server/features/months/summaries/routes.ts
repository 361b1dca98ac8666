import { type Response, Router } from "express";
import { listReportedMonths } from "../../../../db/queries/month-figures.ts";
import { listPortfolioMonths } from "../../../../db/queries/month-portfolios.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound, SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { pageNumber } from "../../../web/pagination.ts";
import { yearParam } from "../schema.ts";
import { monthTitle } from "../words.ts";
import type { SummaryPage } from "./addresses.ts";
import { summaryPage } from "./asking.ts";
import { factsOfMonth } from "./facts.ts";
import { addSummaryFiles } from "./files/routes.ts";
import { presentSummaryList } from "./list-presenter.ts";
import { presentSummary } from "./presenter.ts";
import { presentSheets } from "./sheets-presenter.ts";
import { presentYear } from "./year/presenter.ts";
import { yearOf } from "./year/service.ts";

export function summaryRoutes(deps: Pick<Deps, "db" | "clock" | "config" | "log">): Router {
  const router = Router();
  // Before the page: `2026-03.pdf` would be no month.
  addSummaryFiles(router, deps);

  router.get(paths.summaries(), allow("summary:view"), async (_req, res) => {
    const { reach, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const [reported, together] = await Promise.all([
      listReportedMonths(deps.db, reach),
      listPortfolioMonths(deps.db),
    ]);
    const { title } = texts.months.portfolio;
    res.locals.page("months/summaries", presentSummaryList({ reported, together }, res.locals), {
      title,
      breadcrumbs: [{ label: title }],
    });
  });

  router.get(paths.summaryYear(":year"), allow("summary:view"), async (req, res) => {
    const { reach, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const asked = yearParam.safeParse(req.params.year);
    if (!asked.success) throw new NotFound("year");
    const year = asked.data;
    const page = pageNumber(req.query.page);
    const told = await yearOf(deps.db, { reach, year });
    const { title: summaries } = texts.months.portfolio;
    const title = texts.summaries.year.title(year);
    res.locals.page("months/year", presentYear({ ...told, year, page }, res.locals), {
      title,
      breadcrumbs: [{ label: summaries, href: paths.summaries() }, { label: title }],
    });
  });

  router.get(paths.summary(":month"), allow("summary:view"), async (req, res) => {
    const page = await summaryPage(deps, req, res);
    showPage(res, "months/summary", page, presentSummary(page, res.locals));
  });

  router.get(paths.summarySheets(":month"), allow("summary:view"), async (req, res) => {
    const page = await summaryPage(deps, req, res);
    const { month, portfolio } = page;
    const ids = portfolio.rows.map(({ projectId }) => projectId);
    const facts = await factsOfMonth(deps.db, {
      month,
      projectIds: ids,
      asOf: portfolio.standing.asOf,
    });
    const model = {
      ...presentSummary(page, res.locals),
      projects: presentSheets(facts, res.locals),
    };
    showPage(res, "months/sheets", page, model);
  });
  return router;
}

function showPage(res: Response, view: string, { month }: SummaryPage, model: object): void {
  const { texts } = res.locals;
  const title = monthTitle(month, res.locals);
  const months = { label: texts.months.portfolio.title, href: paths.summaries() };
  res.locals.page(view, model, { title, breadcrumbs: [months, { label: title }] });
}
