import type { RequestParamHandler, Response } from "express";
import { type BudgetImport, findBudgetImport } from "../../../db/queries/budget-imports.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";

const loaded = new WeakMap<Response, BudgetImport>();

/** Finds the read budget inside the project of the address. */
export function loadBudgetImport({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const found = await findBudgetImport(db, { projectId, id: idParam(text) });
    if (!found) throw new NotFound("budget import");
    loaded.set(res, found);
    next();
  };
}

/** The read budget that `loadBudgetImport` has put at hand. */
export function importOf(res: Response): BudgetImport {
  const found = loaded.get(res);
  if (!found) throw new NotFound("budget import");
  return found;
}
