import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";

/** Shows a page below the list of periods. */
export function showPeriodPage(
  res: Response,
  view: string,
  model: { pageHeader: { title: string } },
): void {
  const { title } = model.pageHeader;
  const href = paths.periods(projectOf(res).id);
  const list = { label: res.locals.texts.periods.title, href };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page(view, model, { title, breadcrumbs });
}

export function backToPeriods(res: Response): void {
  res.locals.say("saved");
  res.redirect(303, paths.periods(projectOf(res).id));
}
