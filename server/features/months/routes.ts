import { type Request, type Response, Router } from "express";
import { findMonthFigures, listMonthsOfProject } from "../../../db/queries/month-figures.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Month } from "../../values/month.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { correctionsSince } from "./corrections/service.ts";
import type { MonthFacts } from "./figures/facts.ts";
import { projectFigures } from "./figures/service.ts";
import { monthRows, monthsSheet, presentMonths } from "./list/presenter.ts";
import { dayOfFigures, monthsOf } from "./rules.ts";
import { monthParam } from "./schema.ts";
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
    const reported = await listMonthsOfProject(deps.db, project.id);
    const rows = monthRows(project, reported, res.locals.today);
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
    const page = await monthPage(deps, req, res);
    if (req.query.format === "xlsx") return sendMonth(res, page);
    const { texts } = res.locals;
    const title = monthTitle(page.month, res.locals);
    const months = { label: texts.months.title, href: paths.months(page.project.id) };
    res.locals.page("months/show", presentMonth(page, res.locals), {
      title,
      breadcrumbs: projectCrumbs(res, months, { label: title }),
    });
  });

  router.use(summaryRoutes(deps));
  return router;
}

async function monthPage(
  { db, clock }: MonthDeps,
  req: Request,
  res: Response,
): Promise<MonthPage> {
  const project = projectOf(res);
  const { today } = res.locals;
  const month = monthOfProject(req.params.month, monthsOf(project, today));
  const key = { projectId: project.id, month };
  const moment = { on: dayOfFigures(month, today), asOf: clock.now() };
  const [stored, facts] = await Promise.all([
    findMonthFigures(db, key),
    projectFigures(db, project.id, moment),
  ]);
  if (!facts) throw new NotFound("project");
  const { asOf = "", revision = 0, hash = "" } = stored ?? {};
  const readsPay = can(res, "staff-data:read");
  return {
    ...{ project, month, facts },
    reported: stored
      ? { facts: JSON.parse(stored.facts) as MonthFacts, asOf, revision, hash }
      : null,
    corrections: stored ? await correctionsSince(db, { ...key, after: asOf, readsPay }) : null,
  };
}

function monthOfProject(text: unknown, known: readonly Month[]): Month {
  const month = monthParam.safeParse(text);
  if (!month.success || !known.includes(month.data)) throw new NotFound("month");
  return month.data;
}

async function sendMonth(res: Response, { project, month, facts, reported }: MonthPage) {
  const fileName = `${res.locals.texts.months.list.file}-${project.id}-${month}`;
  const sheet = indicatorSheet(facts, reported?.facts ?? null, res.locals);
  await sendWorkbook(res, { fileName, sheets: [sheet] });
}
