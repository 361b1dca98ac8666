import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";

/** The list, and whoever is at hand: by the code, so that the title of no window tells a name. */
export function participantCrumbs(res: Response, code?: string): Crumb[] {
  const { participation, texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.participants.title, href: paths.participants(id) };
  if (!participation || code === undefined) return [list];
  return [list, { label: code, href: paths.participant(id, participation.id) }];
}

export function showParticipantForm(
  res: Response,
  model: ReturnType<typeof presentFormPage>,
  code?: string,
): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...participantCrumbs(res, code), { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
