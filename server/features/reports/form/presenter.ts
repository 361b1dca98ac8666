import type { Period } from "../../../../db/queries/periods.ts";
import type { Report } from "../../../../db/queries/reports.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { periodOfReport, reportName, type Wording } from "../words.ts";

/** The period that has been asked for, else the first one without a report. */
export function proposedValues(periods: readonly Period[], asked: unknown): FormValues {
  const period = periods.find(({ id }) => String(id) === asked) ?? periods[0];
  return { periodId: period ? String(period.id) : "", language: "cs" };
}

/** `periods` are those that have no report. */
export function presentNewReport(
  { projectId, periods }: { projectId: number; periods: readonly Period[] },
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.reports;
  const options = periods.map(({ id, number, startsOn, endsOn }) => ({
    value: String(id),
    label: periodOfReport({ periodNumber: number, startsOn, endsOn }, wording),
  }));
  return presentFormPage(
    {
      title: form.newTitle,
      lead: [form.lead],
      warnings: periods.length === 0 ? [form.noPeriods] : [],
      action: paths.reports(projectId),
      sections: [
        {
          rows: [
            { type: "select", name: "periodId", label: form.period, isRequired: true, options },
            {
              type: "select",
              name: "language",
              label: form.language,
              hint: form.languageHint,
              width: "medium",
              options: (["cs", "en"] as const).map((value) => ({
                value,
                label: form.languages[value],
              })),
            },
            { type: "text", name: "fileNumber", label: form.fileNumber, width: "medium" },
          ],
        },
      ],
      submit: form.submit,
      cancel: { href: paths.reports(projectId) },
    },
    state,
    wording.texts,
  );
}

export function reportValues({ number, fileNumber, version }: Report): FormValues {
  return { number: String(number), fileNumber: fileNumber ?? "", version: String(version) };
}

export function presentEditedReport(report: Report, state: FormState, wording: Wording) {
  const { form } = wording.texts.reports;
  const href = paths.report(report.projectId, report.id);
  return presentFormPage(
    {
      title: form.editTitle,
      code: reportName(report, wording),
      action: href,
      hidden: ["version"],
      sections: [
        {
          rows: [
            {
              type: "number",
              name: "number",
              label: form.number,
              isRequired: true,
              width: "short",
            },
            { type: "text", name: "fileNumber", label: form.fileNumber, width: "medium" },
          ],
        },
      ],
      submit: form.save,
      cancel: { href },
    },
    state,
    wording.texts,
  );
}
