import type { Request, Response } from "express";
import { projectOf } from "../access/project-of.ts";
import { isMonth, type Month, monthOf } from "../values/month.ts";

/** The month of the address, of the project and not ahead of today; else the usual one within the project. */
export function monthAsked(req: Request, res: Response, usual: Month): Month {
  const asked = String(req.query.month ?? "");
  const { startsOn, endsOn } = projectOf(res);
  const first = monthOf(startsOn);
  const last = [monthOf(res.locals.today), monthOf(endsOn)].toSorted()[0] ?? first;
  if (isMonth(asked) && first <= asked && asked <= last) return asked;
  const within = [usual, last].toSorted()[0] ?? first;
  return within < first ? first : within;
}
