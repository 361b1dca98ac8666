import type { RequestParamHandler, Response } from "express";
import { findPosition, type Position } from "../../../db/queries/positions.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      position?: Position;
    }
  }
}

/** Finds the position inside the project of the address. */
export function loadPosition({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const position = await findPosition(db, { projectId, id: idParam(text) });
    if (!position) throw new NotFound("position");
    res.locals.position = position;
    next();
  };
}

/** The position that `loadPosition` has put at hand. */
export function positionOf(res: Response): Position {
  const { position } = res.locals;
  if (!position) throw new NotFound("position");
  return position;
}
