import type { RequestParamHandler, Response } from "express";
import { type Finding, findFinding } from "../../../db/queries/control-findings.ts";
import { type Control, findControl } from "../../../db/queries/controls.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { idParam } from "../../web/id-param.ts";
import { controlCode } from "./words.ts";

const controls = new WeakMap<Response, Control>();
const findings = new WeakMap<Response, Finding>();

/** Finds the control inside the project of the address. */
export function loadControl({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const control = await findControl(db, { projectId, id: idParam(text) });
    if (!control) throw new NotFound("control");
    controls.set(res, control);
    next();
  };
}

/** Finds the finding of the control of the address. */
export function loadFinding({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const key = { controlId: controlOf(res).id, id: idParam(text) };
    const finding = await findFinding(db, key);
    if (!finding) throw new NotFound("finding");
    findings.set(res, finding);
    next();
  };
}

/** The control that `loadControl` has put at hand. */
export function controlOf(res: Response): Control {
  const control = controls.get(res);
  if (!control) throw new NotFound("control");
  return control;
}

/** The same, for a form: nothing is written to what lies in the archive. */
export function livingControlOf(res: Response): Control {
  const control = controlOf(res);
  if (control.archivedAt !== null) throw new Conflict("archived");
  return control;
}

/** The finding that `loadFinding` has put at hand. */
export function findingOf(res: Response): Finding {
  const finding = findings.get(res);
  if (!finding) throw new NotFound("finding");
  return finding;
}

/** The way to the control at hand, or to the list where there is none, and on; the last is where one is. */
export function controlCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.controls.title, href: paths.controls(id) };
  const control = controls.get(res);
  if (!control) return projectCrumbs(res, list, ...rest);
  const label = controlCode(control, res.locals);
  const own = rest.length === 0 ? { label } : { label, href: paths.control(id, control.id) };
  return projectCrumbs(res, list, own, ...rest);
}

export function showControlForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = controlCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToControl(
  res: Response,
  said: "saved" | "created" | "archived" | "restored" = "saved",
): void {
  const { projectId, id } = controlOf(res);
  res.locals.say(said);
  res.redirect(303, paths.control(projectId, id));
}
