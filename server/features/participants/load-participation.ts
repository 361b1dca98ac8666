import type { RequestParamHandler, Response } from "express";
import { findParticipation, type Participation } from "../../../db/queries/participations.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      participation?: Participation;
    }
  }
}

/** Finds the participation inside the project of the address. */
export function loadParticipation({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const participation = await findParticipation(db, { projectId, id: idParam(text) });
    if (!participation) throw new NotFound("participant");
    res.locals.participation = participation;
    next();
  };
}

/** The participation that `loadParticipation` has put at hand. */
export function participationOf(res: Response): Participation {
  const { participation } = res.locals;
  if (!participation) throw new NotFound("participant");
  return participation;
}
