import type { RequestParamHandler, Response } from "express";
import { type Activity, findActivity } from "../../../db/queries/activities.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      activity?: Activity;
    }
  }
}

/** Finds the activity inside the project of the address. */
export function loadActivity({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const activity = await findActivity(db, { projectId, id: idParam(text) });
    if (!activity) throw new NotFound("activity");
    res.locals.activity = activity;
    next();
  };
}

/** The activity that `loadActivity` has put at hand. */
export function activityOf(res: Response): Activity {
  const { activity } = res.locals;
  if (!activity) throw new NotFound("activity");
  return activity;
}
