import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import type { InternshipKey } from "./service.ts";

const SHORT = 24;

/** The way from the project to the internship at hand, or to the list where there is none. */
export function internshipCrumbs(res: Response): Crumb[] {
  const { internship, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.internships.title, href: paths.internships(id) };
  if (!internship) return [list];
  const { title } = internship;
  const label = title.length > SHORT ? `${title.slice(0, SHORT).trimEnd()}…` : title;
  return [list, { label, href: paths.internship(id, internship.id) }];
}

export function showFormPage(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...internshipCrumbs(res), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToInternship(
  res: Response,
  { projectId, id }: InternshipKey,
  said: Parameters<Response["locals"]["say"]> = ["saved"],
): void {
  res.locals.say(...said);
  res.redirect(303, paths.internship(projectId, id));
}
