import type { Response } from "express";
import type { Plan } from "../../../db/queries/plans.ts";
import { NotFound } from "../../errors.ts";
import { maySpeakOf } from "./rules.ts";

/** The year of the address, one of those the plan may be spoken of. */
export function yearOf(text: unknown, plan: Plan, res: Response): number {
  const year = typeof text === "string" && /^\d{4}$/.test(text) ? Number(text) : 0;
  if (!maySpeakOf(plan, year, res.locals.today)) throw new NotFound("year");
  return year;
}
