import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { backToRisk, livingRiskOf, riskOf, showRiskForm } from "../load-risk.ts";
import { assessmentSchema, correctionSchema } from "../schema.ts";
import { assessmentOf, loadAssessment } from "./load-assessment.ts";
import { assessmentValues, presentAssessmentForm, presentCorrectionForm } from "./presenter.ts";
import { assessRisk, correctAssessment } from "./service.ts";

export function addAssessmentRoutes(router: Router, deps: Deps): void {
  const assessment = form(deps, assessmentSchema, {
    initial: (_req, res) => {
      const risk = livingRiskOf(res);
      const { today } = res.locals;
      return assessmentValues({ ...risk, note: null, validOn: today });
    },
    show: (_req, res, state) =>
      showRiskForm(res, presentAssessmentForm(riskOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      await assessRisk(deps, authorOf(req, res), riskOf(res), entry);
      backToRisk(res);
    },
  });
  const correction = form(deps, correctionSchema, {
    initial: (_req, res) => {
      livingRiskOf(res);
      return assessmentValues(assessmentOf(res));
    },
    show: (_req, res, state) => {
      const { id } = assessmentOf(res);
      showRiskForm(res, presentCorrectionForm(riskOf(res), id, state, res.locals));
    },
    save: async (req, res, entry) => {
      const { id: assessmentId } = assessmentOf(res);
      const { projectId, id } = riskOf(res);
      const key = { projectId, id, assessmentId };
      await correctAssessment(deps, authorOf(req, res), key, entry);
      backToRisk(res);
    },
  });
  router.param("assessmentId", loadAssessment(deps));
  const door = allow("risk:edit");
  const at = [":projectId", ":riskId"] as const;
  router.get(paths.newRiskAssessment(...at), door, assessment.show);
  router.post(paths.riskAssessments(...at), door, assessment.submit);
  router.get(paths.newAssessmentCorrection(...at, ":assessmentId"), door, correction.show);
  router.post(paths.assessmentCorrection(...at, ":assessmentId"), door, correction.submit);
}
