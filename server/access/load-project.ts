import type { RequestParamHandler } from "express";
import { findProjectWithinReach } from "../../db/queries/projects.ts";
import type { Deps } from "../deps.ts";
import { NotFound, SignInRequired } from "../errors.ts";
import { idParam } from "../web/id-param.ts";

/** Finds the project through the viewer's reach, so that a foreign one is as missing as a missing one. */
export function loadProject({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const { viewer, reach } = res.locals;
    if (!viewer || !reach) throw new SignInRequired();
    const project = await findProjectWithinReach(db, reach, idParam(text));
    if (!project) throw new NotFound("project");
    res.locals.project = project;
    next();
  };
}
