import type { RequestParamHandler, Response } from "express";
import { findInternship, type Internship } from "../../../db/queries/internships.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      internship?: Internship;
    }
  }
}

/** Finds the internship inside the project of the address. */
export function loadInternship({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const internship = await findInternship(db, { projectId, id: idParam(text) });
    if (!internship) throw new NotFound("internship");
    res.locals.internship = internship;
    next();
  };
}

/** The internship that `loadInternship` has put at hand. */
export function internshipOf(res: Response): Internship {
  const { internship } = res.locals;
  if (!internship) throw new NotFound("internship");
  return internship;
}
