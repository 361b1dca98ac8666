import type { Router } from "express";
import type { Internship } from "../../../../db/queries/internships.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship, showFormPage } from "../pages.ts";
import { internshipStates, isStep, needsReason } from "../rules.ts";
import { stepSchema } from "../schema.ts";
import { takeStep } from "../service.ts";
import { stepLabel } from "./words.ts";

export function addStepRoutes(router: Router, deps: Deps): void {
  const step = form(deps, stepSchema, {
    initial: (req, res) => {
      const { version, state } = internshipOf(res);
      const to = internshipStates.find((one) => one === req.query.to);
      if (to === undefined || !isStep(state, to)) throw new Conflict("internshipStep");
      return { version: String(version), to };
    },
    show: (_req, res, state) =>
      showFormPage(res, presentStep(internshipOf(res), state, res.locals.texts)),
    save: async (req, res, entry) => {
      const internship = internshipOf(res);
      await takeStep(deps, authorOf(req, res), internship, entry);
      backToInternship(res, internship);
    },
  });
  const ids = [":projectId", ":internshipId"] as const;
  router.get(paths.newInternshipState(...ids), allow("internship:edit"), step.show);
  router.post(paths.internshipState(...ids), allow("internship:edit"), step.submit);
}

function presentStep(internship: Internship, state: FormState, texts: Texts) {
  const { steps, states } = texts.internships;
  const to = internshipStates.find((one) => one === state.values.to) ?? internship.state;
  const isExplained = needsReason(internship.state, to);
  return presentFormPage(
    {
      title: stepLabel(internship.state, to, texts),
      code: internship.title,
      lead: [steps.from(states[internship.state]), steps.lead[to]],
      hidden: ["version", "to"],
      action: paths.internshipState(internship.projectId, internship.id),
      sections: [
        {
          rows: [
            {
              type: "textarea",
              name: "reason",
              label: isExplained ? steps.reason : steps.reasonOptional,
              isRequired: isExplained,
              maxLength: 1000,
              rows: 2,
            },
          ],
        },
      ],
      submit: stepLabel(internship.state, to, texts),
      isDanger: to === "cancelled",
      cancel: { href: paths.internship(internship.projectId, internship.id), label: steps.keep },
    },
    state,
    texts,
  );
}
