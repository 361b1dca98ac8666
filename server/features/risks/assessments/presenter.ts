import type { Assessment } from "../../../../db/queries/risk-assessments.ts";
import type { Risk } from "../../../../db/queries/risks.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { dayField, markFields } from "../form/presenter.ts";
import { riskStates } from "../rules.ts";
import type { Wording } from "../words.ts";

export function presentAssessmentForm(risk: Risk, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { assessment: words, form } = texts.risks;
  const review = { ...dayField("nextReviewOn", form.reviewOn, false), hint: form.reviewHint };
  return presentFormPage(
    {
      ...head(risk, words.newTitle, wording),
      action: paths.riskAssessments(risk.projectId, risk.id),
      sections: [{ rows: [...rows(wording), review] }],
      submit: words.submit,
    },
    state,
    texts,
  );
}

export function presentCorrectionForm(
  risk: Risk,
  assessmentId: number,
  state: FormState,
  wording: Wording,
) {
  const { assessment: words } = wording.texts.risks;
  return presentFormPage(
    {
      ...head(risk, words.correctionTitle, wording),
      lead: [words.correctionLead],
      action: paths.assessmentCorrection(risk.projectId, risk.id, assessmentId),
      sections: [{ rows: rows(wording) }],
      submit: words.saveCorrection,
    },
    state,
    wording.texts,
  );
}

function head(risk: Risk, title: string, { texts, formats }: Wording) {
  const code = `${texts.risks.numberOf(formats.number(risk.number))}: ${risk.title}`;
  return { title, code, cancel: { href: paths.risk(risk.projectId, risk.id) } };
}

function rows(wording: Wording): (FieldDefinition | FieldDefinition[])[] {
  const { assessment: words, form, states } = wording.texts.risks;
  const state: FieldDefinition = {
    ...{ type: "radios", name: "state", label: words.state, isRequired: true },
    options: riskStates.map((value) => ({
      value,
      label: states[value],
      hint: words.stateHints[value],
    })),
  };
  const note: FieldDefinition = {
    ...{ type: "textarea", name: "note", label: words.note, hint: words.noteHint },
    ...{ maxLength: 2_000, rows: 3 },
  };
  return [markFields(wording), state, note, dayField("validOn", form.validOn, true)];
}

export function assessmentValues(assessment: Assessment): FormValues {
  const { state, probability, impact, note, validOn } = assessment;
  const [p, i] = [String(probability), String(impact)];
  return { state, probability: p, impact: i, note: note ?? "", validOn };
}
