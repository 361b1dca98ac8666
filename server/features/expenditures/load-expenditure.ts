import type { RequestParamHandler, Response } from "express";
import { type Expenditure, findExpenditure } from "../../../db/queries/expenditures.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

declare global {
  namespace Express {
    interface Locals {
      expenditure?: Expenditure;
    }
  }
}

/** Finds the expenditure inside the project of the address. */
export function loadExpenditure({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const expenditure = await findExpenditure(db, { projectId, id: idParam(text) });
    if (!expenditure) throw new NotFound("expenditure");
    res.locals.expenditure = expenditure;
    next();
  };
}

/** The expenditure that `loadExpenditure` has put at hand. */
export function expenditureOf(res: Response): Expenditure {
  const { expenditure } = res.locals;
  if (!expenditure) throw new NotFound("expenditure");
  return expenditure;
}
