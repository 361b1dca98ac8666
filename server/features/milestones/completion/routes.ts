import type { Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { milestoneOf } from "../load-milestone.ts";
import { backToMilestone, showFormPage } from "../pages.ts";
import { presentCancellation, presentCompletion, presentReopening } from "./presenter.ts";
import { cancellationSchema, completionSchema, reopeningSchema } from "./schema.ts";
import { cancelMilestone, recordCompletion, reopenMilestone } from "./service.ts";

export function addCompletionRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":milestoneId"] as const;
  const completion = completionForm(deps);
  router.get(paths.newMilestoneCompletion(...at), allow("milestone:complete"), completion.show);
  router.post(paths.milestoneCompletion(...at), allow("milestone:complete"), completion.submit);
  const reopening = reopeningForm(deps);
  router.get(paths.newMilestoneReopening(...at), allow("milestone:edit"), reopening.show);
  router.post(paths.milestoneReopening(...at), allow("milestone:edit"), reopening.submit);
  const cancellation = cancellationForm(deps);
  router.get(paths.newMilestoneCancellation(...at), allow("milestone:edit"), cancellation.show);
  router.post(paths.milestoneCancellation(...at), allow("milestone:edit"), cancellation.submit);
}

function completionForm(deps: Deps) {
  return form(deps, completionSchema, {
    initial: (_req, res) => {
      const { version, proof, proofUrl } = openOne(res);
      const { today } = res.locals;
      const kept = { proof: proof ?? "", proofUrl: proofUrl ?? "" };
      return { version: String(version), doneOn: today, ...kept };
    },
    show: (_req, res, state) =>
      showFormPage(res, presentCompletion(milestoneOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const milestone = milestoneOf(res);
      await recordCompletion(deps, authorOf(req, res), milestone, entry);
      backToMilestone(res, milestone);
    },
  });
}

function reopeningForm(deps: Deps) {
  return form(deps, reopeningSchema, {
    initial: (_req, res) => {
      const { version, doneOn, cancelledOn } = milestoneOf(res);
      if (doneOn === null && cancelledOn === null) throw new Conflict("milestoneOpen");
      return { version: String(version) };
    },
    show: (_req, res, state) =>
      showFormPage(res, presentReopening(milestoneOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const milestone = milestoneOf(res);
      await reopenMilestone(deps, authorOf(req, res), milestone, entry);
      backToMilestone(res, milestone);
    },
  });
}

function cancellationForm(deps: Deps) {
  return form(deps, cancellationSchema, {
    initial: (_req, res) => ({ version: String(openOne(res).version), extent: "one" }),
    show: (_req, res, state) =>
      showFormPage(res, presentCancellation(milestoneOf(res), state, res.locals)),
    save: async (req, res, { version, reason, extent }) => {
      const milestone = milestoneOf(res);
      const entry = { version, reason, endsSeries: extent === "series" };
      await cancelMilestone(deps, authorOf(req, res), milestone, entry);
      backToMilestone(res, milestone);
    },
  });
}

function openOne(res: Response) {
  const milestone = milestoneOf(res);
  if (milestone.doneOn !== null || milestone.cancelledOn !== null)
    throw new Conflict("milestoneClosed");
  return milestone;
}
