import type { NextFunction, Request, Response } from "express";
import { Forbidden } from "../../errors.ts";
import { eventOf } from "./load-event.ts";
import { seesInside } from "./rules.ts";

/** Past this only the coordinator of a confidential event comes; for pages that show what is inside it. */
export function insideOnly(_req: Request, res: Response, next: NextFunction): void {
  if (!seesInside(eventOf(res), res.locals.viewer?.id ?? null))
    throw new Forbidden("confidential event");
  next();
}
