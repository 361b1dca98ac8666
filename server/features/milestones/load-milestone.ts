import type { RequestParamHandler, Response } from "express";
import { findMilestone, type Milestone } from "../../../db/queries/milestones.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      milestone?: Milestone;
    }
  }
}

/** Finds the milestone inside the project of the address. */
export function loadMilestone({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const milestone = await findMilestone(db, { projectId, id: idParam(text) });
    if (!milestone) throw new NotFound("milestone");
    res.locals.milestone = milestone;
    next();
  };
}

/** The milestone that `loadMilestone` has put at hand. */
export function milestoneOf(res: Response): Milestone {
  const { milestone } = res.locals;
  if (!milestone) throw new NotFound("milestone");
  return milestone;
}
