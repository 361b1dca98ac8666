import type { RequestParamHandler, Response } from "express";
import { findPeriod, type Period } from "../../../db/queries/periods.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      period?: Period;
    }
  }
}

/** Finds the period inside the project of the address. */
export function loadPeriod({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const period = await findPeriod(db, { projectId, id: idParam(text) });
    if (!period) throw new NotFound("period");
    res.locals.period = period;
    next();
  };
}

/** The period that `loadPeriod` has put at hand. */
export function periodOf(res: Response): Period {
  const { period } = res.locals;
  if (!period) throw new NotFound("period");
  return period;
}
