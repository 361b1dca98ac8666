import type { Response, Router } from "express";
import type { Resolution } from "../../../../db/queries/resolutions.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import {
  backToResolution,
  livingResolutionOf,
  resolutionOf,
  showResolutionForm,
} from "../load-resolution.ts";
import { type ResolutionStep, stepsFrom } from "../rules.ts";
import { decisionSchema, reasonSchema, submissionSchema } from "../schema.ts";
import { presentStepForm } from "./presenter.ts";
import {
  decideResolution,
  reopenResolution,
  submitResolution,
  withdrawResolution,
} from "./service.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const steps = {
    submission: submissionForm(deps),
    decision: decisionForm(deps),
    withdrawal: reasonForm(deps, "withdrawal", withdrawResolution),
    reopening: reasonForm(deps, "reopening", reopenResolution),
  };
  const at = [":projectId", ":resolutionId"] as const;
  const door = allow("resolution:edit");
  for (const [step, { show, submit }] of Object.entries(steps)) {
    const address = paths.resolutionSteps[step as ResolutionStep];
    router.get(address.show(...at), door, show);
    router.post(address.take(...at), door, submit);
  }
}

/** The resolution, when the step may be taken; whoever comes late is told why not. */
function openFor(res: Response, step: ResolutionStep): Resolution {
  const resolution = livingResolutionOf(res);
  if (!stepsFrom(resolution.state).includes(step)) throw new Conflict("resolutionStep");
  return resolution;
}

function showStep(res: Response, step: ResolutionStep, state: FormState): void {
  showResolutionForm(res, presentStepForm(step, resolutionOf(res), state, res.locals));
}

function submissionForm(deps: Deps) {
  return form(deps, submissionSchema, {
    initial: (_req, res) => {
      const { version, meetsOn, fileNumber } = openFor(res, "submission");
      return {
        version: String(version),
        submittedOn: res.locals.today,
        meetsOn: meetsOn ?? "",
        fileNumber: fileNumber ?? "",
      };
    },
    show: (_req, res, state) => showStep(res, "submission", state),
    save: async (req, res, entry) => {
      await submitResolution(deps, authorOf(req, res), resolutionOf(res), entry);
      backToResolution(res);
    },
  });
}

function decisionForm(deps: Deps) {
  return form(deps, decisionSchema, {
    initial: (_req, res) => {
      const { version, meetsOn } = openFor(res, "decision");
      const { today } = res.locals;
      const decidedOn = meetsOn !== null && meetsOn <= today ? meetsOn : today;
      return { version: String(version), outcome: "adopted", decidedOn };
    },
    show: (_req, res, state) => showStep(res, "decision", state),
    save: async (req, res, entry) => {
      await decideResolution(deps, authorOf(req, res), resolutionOf(res), entry);
      backToResolution(res);
    },
  });
}

function reasonForm(deps: Deps, step: "withdrawal" | "reopening", take: typeof withdrawResolution) {
  return form(deps, reasonSchema, {
    initial: (_req, res) => ({ version: String(openFor(res, step).version) }),
    show: (_req, res, state) => showStep(res, step, state),
    save: async (req, res, entry) => {
      await take(deps, authorOf(req, res), resolutionOf(res), entry);
      backToResolution(res);
    },
  });
}
