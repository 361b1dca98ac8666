import type { Request, Response, Router } from "express";
import {
  listBudgetPortfolio,
  listDepartmentsWithinReach,
} from "../../../../db/queries/budget-portfolio.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { portfolioHref, portfolioSheet, presentPortfolio } from "./presenter.ts";
import { type PortfolioSort, type PortfolioView, portfolioSchema, wordsOf } from "./schema.ts";

const MOST_EXPORTED = 5_000;

/** Money of all projects within reach, from the sums kept beside them. */
export function addPortfolio(router: Router, deps: Pick<Deps, "db">): void {
  router.get(paths.budgets(), allow("portfolio-budget:view"), async (req, res) => {
    const view = portfolioSchema.parse(req.query);
    if (req.query.format === "xlsx") return sendPortfolio(deps, res, view);
    await showPortfolio(deps, req, res, view);
  });
}

async function showPortfolio(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: PortfolioView,
): Promise<void> {
  const page = pageNumber(req.query.page);
  const filter = filterOf(view, res);
  const portfolio = await listBudgetPortfolio(db, filter, { ...orderOf(view), ...pageOf(page) });
  if (portfolio.rows.length === 0 && page > 1) return res.redirect(303, portfolioHref(view));
  const departments = await listDepartmentsWithinReach(db, filter.reach);
  const model = presentPortfolio({ portfolio, view, page, departments }, res.locals);
  const { title } = res.locals.texts.drawdowns.portfolio;
  res.locals.page("drawdowns/portfolio", model, { title, breadcrumbs: [{ label: title }] });
}

async function sendPortfolio(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: PortfolioView,
): Promise<void> {
  const page = { ...orderOf(view), limit: MOST_EXPORTED, offset: 0 };
  const { rows } = await listBudgetPortfolio(db, filterOf(view, res), page);
  await sendWorkbook(res, {
    fileName: res.locals.texts.drawdowns.portfolio.file,
    sheets: [portfolioSheet(rows, res.locals)],
  });
}

function filterOf(view: PortfolioView, res: Response) {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return { reach, words: wordsOf(view), phase: view.phase, department: view.department };
}

function orderOf({ sort }: PortfolioView) {
  return { sort: sort.replace("-", "") as PortfolioSort, isDescending: sort.startsWith("-") };
}
