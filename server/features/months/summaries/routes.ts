import { type Request, type Response, Router } from "express";
import { listMonthFigures, listReportedMonths } from "../../../../db/queries/month-figures.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound, SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { type Month, monthOf } from "../../../values/month.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { figuresOfProjects } from "../figures/service.ts";
import { dayOfFigures } from "../rules.ts";
import { monthParam, summaryView } from "../schema.ts";
import { monthTitle } from "../words.ts";
import { presentSummaryList } from "./list-presenter.ts";
import { presentSummary, type SummaryPage } from "./presenter.ts";
import { type Portfolio, portfolioOf } from "./service.ts";
import { summarySheet } from "./sheet.ts";
import { presentSheets } from "./sheets-presenter.ts";

type SummaryDeps = Pick<Deps, "db" | "clock">;

const EVERY_PROJECT = 5_000;

export function summaryRoutes(deps: SummaryDeps): Router {
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
    if (req.query.format === "xlsx") return sendSummary(deps, req, res);
    const page = await summaryPage(deps, req, res);
    showPage(res, "months/summary", page, presentSummary(page, res.locals));
  });

  router.get(paths.summarySheets(":month"), allow("summary:view"), async (req, res) => {
    const page = await summaryPage(deps, req, res);
    const facts = await factsOf(deps, page, res);
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

async function summaryPage(
  { db, clock }: SummaryDeps,
  req: Request,
  res: Response,
  rows?: { offset: number; limit: number },
): Promise<SummaryPage> {
  const { reach, today } = res.locals;
  if (!reach) throw new SignInRequired();
  const month = monthSoFar(req.params.month, today);
  const page = pageNumber(req.query.page);
  const department = summaryView.parse(req.query).department ?? null;
  const now = clock.now();
  const asked = { reach, month, department, today, now, ...(rows ?? pageOf(page)) };
  return { month, department, page, portfolio: await portfolioOf(db, asked) };
}

function monthSoFar(text: unknown, today: string): Month {
  const month = monthParam.safeParse(text);
  if (!month.success || month.data > monthOf(today)) throw new NotFound("month");
  return month.data;
}

async function sendSummary(deps: SummaryDeps, req: Request, res: Response): Promise<void> {
  const page = await summaryPage(deps, req, res, { offset: 0, limit: EVERY_PROJECT });
  const fileName = res.locals.texts.months.portfolio.sheet.file(page.month);
  await sendWorkbook(res, { fileName, sheets: [summarySheet(page.portfolio.rows, res.locals)] });
}

/** The facts of the projects on the page: those reported, else as they are known now. */
async function factsOf(
  { db, clock }: SummaryDeps,
  { month, portfolio }: { month: Month; portfolio: Portfolio },
  res: Response,
): Promise<MonthFacts[]> {
  const ids = portfolio.rows.map(({ projectId }) => projectId);
  const moment = { on: dayOfFigures(month, res.locals.today), asOf: clock.now() };
  const known =
    portfolio.state === "reported"
      ? await listMonthFigures(db, { month, projectIds: ids })
      : await figuresOfProjects(db, ids, moment);
  return ids.flatMap((id) => {
    const facts = known.get(id);
    return facts ? [typeof facts === "string" ? (JSON.parse(facts) as MonthFacts) : facts] : [];
  });
}
