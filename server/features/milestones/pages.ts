import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";

const SHORT = 24;

/** The way from the project to the milestone at hand, or to the list where there is none. */
export function milestoneCrumbs(res: Response): Crumb[] {
  const { milestone, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.milestones.title, href: paths.milestones(id) };
  if (!milestone) return [list];
  const { title } = milestone;
  const label = title.length > SHORT ? `${title.slice(0, SHORT).trimEnd()}…` : title;
  return [list, { label, href: paths.milestone(id, milestone.id) }];
}

export function showFormPage(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...milestoneCrumbs(res), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToMilestone(
  res: Response,
  { projectId, id }: { projectId: number; id: number },
) {
  res.locals.say("saved");
  res.redirect(303, paths.milestone(projectId, id));
}
