import type { NextFunction, Request, Response } from "express";
import { NotFound } from "../errors.ts";

/** No page of ours has a NUL in its address, and PostgreSQL cannot even be asked for one. */
export function refuseUnusableAddress(req: Request, _res: Response, next: NextFunction): void {
  if (req.originalUrl.includes("%00")) throw new NotFound();
  next();
}
