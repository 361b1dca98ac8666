import type { Activity } from "../../../../db/queries/activities.ts";
import type { ProgressFact } from "../../../../db/queries/activity-facts.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { type FormPage, presentFormPage } from "../../../web/form-page.ts";
import { activityCode } from "../rules.ts";
import type { Wording } from "../words.ts";

export function presentProgressForm(activity: Activity, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { progress, show } = texts.activities;
  const { percent, percentOn, projectId, id } = activity;
  const now =
    percent === null || percentOn === null
      ? progress.nothingYet
      : progress.now(show.percentOn(formats.percent(percent * 100), formats.date(percentOn)));
  return presentFormPage(
    {
      ...head(activity, progress.title),
      lead: [now],
      action: paths.activityProgress(projectId, id),
      sections: fields(wording, { percent: progress.percentHint, reason: progress.reasonHint }),
      submit: progress.submit,
    },
    state,
    texts,
  );
}

export function presentCorrectionForm(
  activity: Activity,
  fact: ProgressFact,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { progress, show } = texts.activities;
  const corrected = show.percentOn(
    formats.percent((fact.percent ?? 0) * 100),
    formats.date(fact.validOn),
  );
  return presentFormPage(
    {
      ...head(activity, progress.correctionTitle),
      lead: [progress.corrected(corrected)],
      action: paths.progressCorrection(activity.projectId, activity.id, fact.id),
      sections: fields(wording, {
        percent: progress.withdrawHint,
        reason: progress.correctionReasonHint,
      }),
      submit: progress.submitCorrection,
    },
    state,
    texts,
  );
}

function head(activity: Activity, title: string) {
  const href = paths.activity(activity.projectId, activity.id);
  return { title, code: `${activityCode(activity)} ${activity.title}`, cancel: { href } };
}

function fields(
  { texts }: Wording,
  hints: { percent: string; reason: string },
): FormPage["sections"] {
  const { progress } = texts.activities;
  return [
    {
      rows: [
        [
          {
            type: "number",
            name: "percent",
            label: progress.percent,
            hint: hints.percent,
            suffix: "%",
          },
          { type: "date", name: "validOn", label: progress.validOn, isRequired: true },
        ],
        {
          type: "textarea",
          name: "reason",
          label: progress.reason,
          hint: hints.reason,
          maxLength: 1000,
          rows: 3,
          isRequired: true,
        },
      ],
    },
  ];
}
