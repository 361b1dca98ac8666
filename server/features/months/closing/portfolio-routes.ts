import type { Request, Response, Router } from "express";
import { listProjectsToClose } from "../../../../db/queries/month-figures.ts";
import { findPortfolioMonth } from "../../../../db/queries/month-portfolios.ts";
import type { Reach } from "../../../../db/queries/reach.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound, SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { firstDayOf, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import { authorOf, form } from "../../../web/form.ts";
import { pageNumber } from "../../../web/pagination.ts";
import { loadMissingBoard, type MissingBoard } from "../missing/portfolio.ts";
import { missingCrumbs, presentMissing } from "../missing/presenter.ts";
import { nudge } from "../nudges/service.ts";
import { monthParam } from "../schema.ts";
import { presentPortfolioClosing } from "./form-presenter.ts";
import { closePortfolio } from "./portfolio.ts";
import { isOver } from "./rules.ts";
import { nudgesSchema, portfolioClosingSchema } from "./schema.ts";

type ClosingDeps = Pick<Deps, "db" | "clock">;

/** Doors of the month of all projects: what is missing, nudges, the close. */
export function addPortfolioClosingRoutes(router: Router, deps: ClosingDeps): void {
  router.get(paths.summaryMissing(":month"), allow("summary:view"), async (req, res) => {
    const month = monthSoFar(req, res);
    const board = await boardOf(deps, req, res);
    const may = { close: can(res, "portfolio-month:close"), nudge: mayNudgeAll(res) };
    const place = { month, page: pageNumber(req.query.page), may };
    const model = presentMissing(board, place, res.locals);
    const { title } = model.pageHeader;
    const breadcrumbs = [...missingCrumbs(month, res.locals), { label: title }];
    res.locals.page("months/missing", model, { title, breadcrumbs });
  });
  router.post(paths.summaryNudges(":month"), allow("portfolio-month:close"), async (req, res) => {
    const month = monthSoFar(req, res);
    const asked = nudgesSchema.parse(req.body).projectId;
    const { rows } = await boardOf(deps, req, res);
    const projectIds = rows.map(({ projectId }) => projectId).filter((id) => (asked ?? id) === id);
    const mails = await nudge(deps, authorOf(req, res), { month, projectIds, ofTeam: false });
    res.locals.say(mails > 0 ? "nudged" : "nudgedAlready");
    res.redirect(303, paths.summaryMissing(month));
  });
  const closing = closingForm(deps);
  const may = allow("portfolio-month:close");
  router.get(paths.newSummaryClosing(":month"), may, closing.show);
  router.post(paths.summaryClosing(":month"), may, closing.submit);
}

function closingForm(deps: ClosingDeps) {
  return form(deps, portfolioClosingSchema, {
    show: async (req, res, state) => {
      const month = monthSoFar(req, res);
      if (!isOver(month, res.locals.today)) throw new Conflict("monthRunning");
      const portfolio = await findPortfolioMonth(deps.db, month);
      if (portfolio.closedAt !== null) throw new Conflict("portfolioMonthClosed");
      const days = { month, from: firstDayOf(month), to: lastDayOf(month) };
      const open = await listProjectsToClose(deps.db, days);
      const about = { month, portfolio, open: open.length };
      const model = presentPortfolioClosing(about, state, res.locals);
      const { title } = model.pageHeader;
      const breadcrumbs = [...missingCrumbs(month, res.locals), { label: title }];
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res) => {
      const month = monthSoFar(req, res);
      await closePortfolio(deps, authorOf(req, res), month);
      res.locals.say("portfolioMonthClosed");
      res.redirect(303, paths.summary(month));
    },
  });
}

/** Whoever closes for all may ask all; a manager asks the team on the page of the project. */
function mayNudgeAll(res: Response): boolean {
  return can(res, "portfolio-month:close");
}

function boardOf(deps: ClosingDeps, req: Request, res: Response): Promise<MissingBoard> {
  return loadMissingBoard(deps, { month: monthSoFar(req, res), reach: reachOf(res) });
}

function reachOf(res: Response): Reach {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return reach;
}

function monthSoFar(req: Request, res: Response): Month {
  const month = monthParam.safeParse(req.params.month);
  if (!month.success || month.data > monthOf(res.locals.today)) throw new NotFound("month");
  return month.data;
}
