import { type Response, Router } from "express";
import { listReportedMonths } from "../../../../db/queries/month-figures.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { monthTitle } from "../words.ts";
import type { SummaryPage } from "./addresses.ts";
import { summaryPage } from "./asking.ts";
import { factsOfMonth } from "./facts.ts";
import { presentSummaryList } from "./list-presenter.ts";
import { presentSummary } from "./presenter.ts";
import { presentSheets } from "./sheets-presenter.ts";

export function summaryRoutes(deps: Pick<Deps, "db" | "clock" | "config" | "log">): Router {
  const router = Router();

  router.get(paths.summaries(), allow("summary:view"), async (_req, res) => {
    const { reach, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const reported = await listReportedMonths(deps.db, reach);
    const { title } = texts.months.portfolio;
    res.locals.page("months/summaries", presentSummaryList(reported, res.locals), {
      title,
      breadcrumbs: [{ label: title }],
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
