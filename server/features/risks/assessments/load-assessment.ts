import type { RequestParamHandler, Response } from "express";
import { type Assessment, findAssessmentInForce } from "../../../../db/queries/risk-assessments.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { idParam } from "../../../web/id-param.ts";
import { riskOf } from "../load-risk.ts";

const loaded = new WeakMap<Response, Assessment & { id: number }>();

/** Finds the assessment of the risk of the address; one that was corrected is there no more. */
export function loadAssessment({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const key = { riskId: riskOf(res).id, id: idParam(text) };
    const assessment = await findAssessmentInForce(db, key);
    if (!assessment) throw new NotFound("assessment");
    loaded.set(res, assessment);
    next();
  };
}

/** The assessment that `loadAssessment` has put at hand. */
export function assessmentOf(res: Response): Assessment & { id: number } {
  const assessment = loaded.get(res);
  if (!assessment) throw new NotFound("assessment");
  return assessment;
}
