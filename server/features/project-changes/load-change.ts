import type { RequestParamHandler, Response } from "express";
import { type ChangeWithBudget, findChange } from "../../../db/queries/project-changes.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      projectChange?: ChangeWithBudget;
    }
  }
}

/** Finds the change inside the project of the address. */
export function loadChange({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const change = await findChange(db, { projectId, id: idParam(text) });
    if (!change) throw new NotFound("project change");
    res.locals.projectChange = change;
    next();
  };
}

/** The change that `loadChange` has put at hand. */
export function changeOf(res: Response): ChangeWithBudget {
  const { projectChange } = res.locals;
  if (!projectChange) throw new NotFound("project change");
  return projectChange;
}
