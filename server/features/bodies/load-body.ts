import type { RequestParamHandler, Response } from "express";
import { type Body, findBody } from "../../../db/queries/bodies.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      workingBody?: Body;
    }
  }
}

/** Finds the body inside the project of the address. */
export function loadBody({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const body = await findBody(db, { projectId, id: idParam(text) });
    if (!body) throw new NotFound("body");
    res.locals.workingBody = body;
    next();
  };
}

/** The body that `loadBody` has put at hand. */
export function bodyOf(res: Response): Body {
  const { workingBody } = res.locals;
  if (!workingBody) throw new NotFound("body");
  return workingBody;
}
