import type { Report } from "../../../../db/queries/reports.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { ReportStep } from "../rules.ts";
import { reportName, type Wording } from "../words.ts";

export interface StepForm {
  step: ReportStep;
  /** What is amiss with the texts, a sentence each. */
  warnings: string[];
  /** Whether the writer has to say that they know of it. */
  needsConfirmation: boolean;
}

export function presentStep(
  report: Report,
  { step, warnings, needsConfirmation }: StepForm,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const words = texts.reports.steps[step];
  const href = paths.report(report.projectId, report.id);
  return presentFormPage(
    {
      title: words.title,
      code: reportName(report, wording),
      lead: [words.lead],
      warnings,
      action: paths.reportSteps[step].take(report.projectId, report.id),
      hidden: ["version"],
      sections: [{ rows: rowsOf(step, needsConfirmation, wording) }],
      submit: words.submit,
      isDanger: step === "reopening",
      cancel: { href },
    },
    state,
    texts,
  );
}

function rowsOf(step: ReportStep, needsConfirmation: boolean, { texts }: Wording) {
  const { steps } = texts.reports;
  const day = (name: string, label: string, isRequired = true): FieldDefinition => ({
    ...{ type: "date", name, label, width: "short", isRequired },
  });
  const isNoteRequired = step === "rework" || step === "reopening" || step === "return";
  const note: FieldDefinition = {
    ...{ type: "textarea", name: "note", label: steps[step].note },
    ...{ maxLength: 2_000, rows: 4, isRequired: isNoteRequired },
  };
  const confirm: FieldDefinition = {
    ...{ type: "checkbox", name: "isConfirmed", label: steps.submission.isConfirmed },
    isRequired: true,
  };
  if (step === "submission")
    return [
      day("submittedOn", steps.submission.submittedOn),
      note,
      ...(needsConfirmation ? [confirm] : []),
    ];
  if (step === "return")
    return [
      [day("returnedOn", steps.return.returnedOn), day("answerBy", steps.return.answerBy, false)],
      note,
    ];
  return step === "acceptance" ? [day("acceptedOn", steps.acceptance.acceptedOn), note] : [note];
}
