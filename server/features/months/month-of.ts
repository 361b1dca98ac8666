import type { Response } from "express";
import { projectOf } from "../../access/project-of.ts";
import { NotFound } from "../../errors.ts";
import type { Month } from "../../values/month.ts";
import { monthsOf } from "./rules.ts";
import { monthParam } from "./schema.ts";

/** The month named in an address: one of the project at hand that has begun. */
export function monthOfProject(res: Response, text: unknown): Month {
  const month = monthParam.safeParse(text);
  const known = monthsOf(projectOf(res), res.locals.today);
  if (!month.success || !known.includes(month.data)) throw new NotFound("month");
  return month.data;
}
