import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Assignment } from "../../../db/queries/staff-assignments.ts";
import { can } from "../../access/allow.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import { Conflict, Forbidden, NotFound } from "../../errors.ts";
import { isMonth, monthOf } from "../../values/month.ts";
import { assignmentOf } from "../positions/assignments/load-assignment.ts";
import { daysOf } from "./rules.ts";
import type { Place } from "./service.ts";

/** One's own sheet is open to whoever fills one; those of others to those who may read what staff earn and do. */
export const ownOrStaffData: RequestHandler = (
  _req: Request,
  res: Response,
  next: NextFunction,
) => {
  if (!isOwn(res, assignmentOf(res)) && !can(res, "staff-data:read"))
    throw new Forbidden("staff-data:read");
  next();
};

export function isOwn(res: Response, assignment: Pick<Assignment, "ownerUserId">): boolean {
  return assignment.ownerUserId === viewerOf(res).id;
}

/**
 * The sheet of the address, filled in or not. A month in which they do not work in the position, or one paid
 * from the flat rate, has none.
 * @throws Conflict while the month is still ahead
 */
export function placeOf(req: Request, res: Response): Place {
  const assignment = assignmentOf(res);
  const month = String(req.params.month);
  const days = isMonth(month) ? daysOf(month, assignment, projectOf(res)) : null;
  if (days === null || assignment.funding !== "direct") throw new NotFound("timesheet");
  if (month > monthOf(res.locals.today)) throw new Conflict("timesheetAhead");
  return { assignment, month, days };
}
