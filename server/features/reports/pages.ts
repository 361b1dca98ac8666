import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { reportAtHand, reportOf } from "./load-report.ts";
import { reportName } from "./words.ts";

/** The way from the project to the report at hand, or to the list where there is none. */
export function reportCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { id } = projectOf(res);
  const list = { label: res.locals.texts.reports.title, href: paths.reports(id) };
  const report = reportAtHand(res);
  if (!report) return projectCrumbs(res, list, ...rest);
  const label = reportName(report, res.locals);
  return projectCrumbs(res, list, { label, href: paths.report(id, report.id) }, ...rest);
}

export function showReportForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  res.locals.page("partials/form-page", model, {
    title,
    breadcrumbs: reportCrumbs(res, { label: title }),
  });
}

export function backToReport(res: Response): void {
  const { projectId, id } = reportOf(res);
  res.locals.say("saved");
  res.redirect(303, paths.report(projectId, id));
}
