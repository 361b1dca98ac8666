import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { changeCode } from "./words.ts";

/** The way from the project to the change at hand, or to the list where there is none. */
export function changeCrumbs(res: Response): Crumb[] {
  const { projectChange, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.projectChanges.title, href: paths.changes(id) };
  if (!projectChange) return [list];
  return [
    list,
    { label: changeCode(projectChange, res.locals), href: paths.change(id, projectChange.id) },
  ];
}

export function showFormPage(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...changeCrumbs(res), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToChange(
  res: Response,
  { projectId, id }: { projectId: number; id: number },
): void {
  res.locals.say("saved");
  res.redirect(303, paths.change(projectId, id));
}
