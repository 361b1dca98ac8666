import type { RequestParamHandler, Response } from "express";
import { findReport, type Report } from "../../../db/queries/reports.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

const loaded = new WeakMap<Response, Report>();

/** Finds the report inside the project of the address. */
export function loadReport({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const report = await findReport(db, { projectId, id: idParam(text) });
    if (!report) throw new NotFound("report");
    loaded.set(res, report);
    next();
  };
}

/** The report that `loadReport` has put at hand. */
export function reportOf(res: Response): Report {
  const report = loaded.get(res);
  if (!report) throw new NotFound("report");
  return report;
}

/** The same, where there may be none. */
export function reportAtHand(res: Response): Report | undefined {
  return loaded.get(res);
}
