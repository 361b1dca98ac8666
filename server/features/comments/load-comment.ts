import type { RequestParamHandler, Response } from "express";
import { type Comment, findComment } from "../../../db/queries/comments.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      comment?: Comment;
    }
  }
}

/** Finds the remark inside the project of the address. */
export function loadComment({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const comment = await findComment(db, { projectId, id: idParam(text) });
    if (!comment) throw new NotFound("comment");
    res.locals.comment = comment;
    next();
  };
}

/** The remark that `loadComment` has put at hand. */
export function commentOf(res: Response): Comment {
  const { comment } = res.locals;
  if (!comment) throw new NotFound("comment");
  return comment;
}
