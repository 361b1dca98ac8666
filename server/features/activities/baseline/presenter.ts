import type { Activity } from "../../../../db/queries/activities.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { activityCode } from "../rules.ts";
import { datesText, type Wording } from "../words.ts";

export function presentBaselineForm(activity: Activity, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { baseline, noDates } = texts.activities;
  const former = { startsOn: activity.baselineStartsOn, endsOn: activity.baselineEndsOn };
  const told = (label: string, dates: typeof former) =>
    `${label}: ${datesText(dates, wording) ?? noDates}`;
  const href = paths.activity(activity.projectId, activity.id);
  return presentFormPage(
    {
      title: baseline.title,
      code: `${activityCode(activity)} ${activity.title}`,
      lead: [told(baseline.former, former), told(baseline.now, activity), baseline.text],
      action: paths.activityBaseline(activity.projectId, activity.id),
      hidden: ["version"],
      sections: [
        {
          rows: [
            {
              type: "textarea",
              name: "reason",
              label: baseline.reason,
              hint: baseline.reasonHint,
              maxLength: 500,
              rows: 3,
              isRequired: true,
            },
          ],
        },
      ],
      submit: baseline.submit,
      cancel: { href },
    },
    state,
    texts,
  );
}
