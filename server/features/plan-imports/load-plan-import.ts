import type { RequestParamHandler, Response } from "express";
import { findPlanImport, type PlanImport } from "../../../db/queries/plan-imports.ts";
import { can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { idParam } from "../../web/id-param.ts";
import { planOf } from "../plans/load-plan.ts";

const loaded = new WeakMap<Response, PlanImport>();

/** Finds the read annex inside the plan of the address. Whoever may not read annexes meets the guard. */
export function loadPlanImport({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    if (can(res, "plan:edit")) {
      const found = await findPlanImport(db, { planId: planOf(res).id, id: idParam(text) });
      if (!found) throw new NotFound("plan import");
      loaded.set(res, found);
    }
    next();
  };
}

/** The read annex that `loadPlanImport` has put at hand. */
export function planImportOf(res: Response): PlanImport {
  const found = loaded.get(res);
  if (!found) throw new NotFound("plan import");
  return found;
}
