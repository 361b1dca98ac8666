import type { Resolution } from "../../../../db/queries/resolutions.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { outcomes, type ResolutionStep } from "../rules.ts";
import { resolutionCode, type Wording } from "../words.ts";

export function presentStepForm(
  step: ResolutionStep,
  resolution: Resolution,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const words = texts.resolutions.steps[step];
  const { projectId, id } = resolution;
  return presentFormPage(
    {
      title: words.title,
      code: `${resolutionCode(resolution, wording)}: ${resolution.title}`,
      lead: [words.lead],
      action: paths.resolutionSteps[step].take(projectId, id),
      hidden: ["version"],
      sections: [{ rows: FIELDS[step](wording) }],
      submit: words.submit,
      isDanger: step === "withdrawal",
      cancel: { href: paths.resolution(projectId, id) },
    },
    state,
    texts,
  );
}

type Rows = (FieldDefinition | FieldDefinition[])[];

const FIELDS: Record<ResolutionStep, (wording: Wording) => Rows> = {
  submission: ({ texts }) => {
    const { steps, form } = texts.resolutions;
    return [
      [
        dayField("submittedOn", steps.submission.submittedOn, true),
        dayField("meetsOn", form.meetsOn, false),
        { type: "text", name: "fileNumber", label: form.fileNumber },
      ],
    ];
  },
  decision: ({ texts }) => {
    const { steps, states } = texts.resolutions;
    const outcome: FieldDefinition = {
      ...{ type: "radios", name: "outcome", label: steps.decision.outcome, isRequired: true },
      options: outcomes.map((value) => ({ value, label: states[value] })),
    };
    const number: FieldDefinition = {
      ...{ type: "text", name: "resolutionNumber", label: steps.decision.number },
      hint: steps.decision.numberHint,
    };
    return [outcome, [dayField("decidedOn", steps.decision.decidedOn, true), number]];
  },
  withdrawal: ({ texts }) => [reasonField(texts.resolutions.steps.withdrawal.reason)],
  reopening: ({ texts }) => [reasonField(texts.resolutions.steps.reopening.reason)],
};

function dayField(name: string, label: string, isRequired: boolean): FieldDefinition {
  return { type: "date", name, label, isRequired };
}

function reasonField(label: string): FieldDefinition {
  return { type: "textarea", name: "reason", label, isRequired: true, rows: 3, maxLength: 1_000 };
}
