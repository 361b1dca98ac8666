import type { RequestParamHandler, Response } from "express";
import { findRisk, type Risk } from "../../../db/queries/risks.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import type { presentFormPage } from "../../web/form-page.ts";
import { idParam } from "../../web/id-param.ts";

const loaded = new WeakMap<Response, Risk>();

/** Finds the risk inside the project of the address. */
export function loadRisk({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const risk = await findRisk(db, { projectId, id: idParam(text) });
    if (!risk) throw new NotFound("risk");
    loaded.set(res, risk);
    next();
  };
}

/** The risk that `loadRisk` has put at hand. */
export function riskOf(res: Response): Risk {
  const risk = loaded.get(res);
  if (!risk) throw new NotFound("risk");
  return risk;
}

/** The same, for a form: nothing is written to what lies in the archive. */
export function livingRiskOf(res: Response): Risk {
  const risk = riskOf(res);
  if (risk.archivedAt !== null) throw new Conflict("archived");
  return risk;
}

/** The way to the risk at hand, or to the list where there is none, and on; the last is where one is. */
export function riskCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts, formats } = res.locals;
  const { id } = projectOf(res);
  const list = { label: texts.risks.title, href: paths.risks(id) };
  const risk = loaded.get(res);
  if (!risk) return projectCrumbs(res, list, ...rest);
  const label = texts.risks.numberOf(formats.number(risk.number));
  const own = rest.length === 0 ? { label } : { label, href: paths.risk(id, risk.id) };
  return projectCrumbs(res, list, own, ...rest);
}

export function showRiskForm(res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = riskCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

export function backToRisk(res: Response, said: "saved" | "archived" | "restored" = "saved"): void {
  const { projectId, id } = riskOf(res);
  res.locals.say(said);
  res.redirect(303, paths.risk(projectId, id));
}
