import type { RequestParamHandler, Response } from "express";
import { findResolution, type Resolution } from "../../../db/queries/resolutions.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { idParam } from "../../web/id-param.ts";
import { resolutionCode } from "./words.ts";

const loaded = new WeakMap<Response, Resolution>();

/** Finds the resolution inside the project of the address. */
export function loadResolution({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const resolution = await findResolution(db, { projectId, id: idParam(text) });
    if (!resolution) throw new NotFound("resolution");
    loaded.set(res, resolution);
    next();
  };
}

/** The resolution that `loadResolution` has put at hand. */
export function resolutionOf(res: Response): Resolution {
  const resolution = loaded.get(res);
  if (!resolution) throw new NotFound("resolution");
  return resolution;
}

/** The same, for a form: nothing is written to what lies in the archive. */
export function livingResolutionOf(res: Response): Resolution {
  const resolution = resolutionOf(res);
  if (resolution.archivedAt !== null) throw new Conflict("archived");
  return resolution;
}

/** The way to the resolution at hand, or to the list where there is none; the last is where one is. */
export function resolutionCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.resolutions.title, href: paths.resolutions(id) };
  const resolution = loaded.get(res);
  if (!resolution) return projectCrumbs(res, list, ...rest);
  const label = resolutionCode(resolution, res.locals);
  const own = rest.length === 0 ? { label } : { label, href: paths.resolution(id, resolution.id) };
  return projectCrumbs(res, list, own, ...rest);
}

export function showResolutionForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = resolutionCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToResolution(
  res: Response,
  said: "saved" | "archived" | "restored" = "saved",
): void {
  const { projectId, id } = resolutionOf(res);
  res.locals.say(said);
  res.redirect(303, paths.resolution(projectId, id));
}
