import type { RequestParamHandler, Response } from "express";
import { type Assignment, findAssignment } from "../../../../db/queries/staff-assignments.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { idParam } from "../../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      assignment?: Assignment;
    }
  }
}

/** Finds the assignment inside the project of the address; one removed is not there. */
export function loadAssignment({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const assignment = await findAssignment(db, { projectId, id: idParam(text) });
    if (!assignment || assignment.archivedAt !== null) throw new NotFound("assignment");
    res.locals.assignment = assignment;
    next();
  };
}

/** The assignment that `loadAssignment` has put at hand. */
export function assignmentOf(res: Response): Assignment {
  const { assignment } = res.locals;
  if (!assignment) throw new NotFound("assignment");
  return assignment;
}
