import type { RequestParamHandler, Response } from "express";
import { findOutput, type Output } from "../../../db/queries/outputs.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      output?: Output;
    }
  }
}

/** Finds the output inside the project of the address. */
export function loadOutput({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const output = await findOutput(db, { projectId, id: idParam(text) });
    if (!output) throw new NotFound("output");
    res.locals.output = output;
    next();
  };
}

/** The output that `loadOutput` has put at hand. */
export function outputOf(res: Response): Output {
  const { output } = res.locals;
  if (!output) throw new NotFound("output");
  return output;
}
