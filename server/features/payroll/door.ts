import type { NextFunction, Request, Response } from "express";
import { Forbidden } from "../../errors.ts";
import { canWritePay } from "../positions/pages.ts";

/** Beside the right to edit expenditure that to read pay is needed. */
export function payWritersOnly(_req: Request, res: Response, next: NextFunction): void {
  if (!canWritePay(res)) throw new Forbidden("staff-data:read");
  next();
}
