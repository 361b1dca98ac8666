import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { Expenditure } from "../../../../db/queries/expenditures.ts";
import type { Period } from "../../../../db/queries/periods.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldOption } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { activityOptions } from "../../activities/words.ts";
import { isHidden, nameOf, type Reader, type Wording } from "../words.ts";

interface AssignmentChoices {
  projectId: number;
  expenditures: Expenditure[];
  lines: FieldOption[];
  activities: ActivityName[];
  periods: Period[];
}

export function presentAssignment(
  choices: AssignmentChoices,
  state: FormState,
  wording: Wording,
  reader: Reader,
) {
  const { texts } = wording;
  const { assignment, fields, filter, periodName } = texts.expenditures;
  const { projectId, expenditures, lines, activities, periods } = choices;
  const [, ...ofActivities] = activityOptions(activities, "");
  const select = (name: string, label: string, options: FieldOption[], none: string) => ({
    ...{ type: "select" as const, name, label },
    options: [{ value: "", label: assignment.keep }, ...options, { value: "none", label: none }],
  });
  const ofPeriods = periods.map(({ id, number }) => ({
    value: String(id),
    label: periodName(number),
  }));
  return presentFormPage(
    {
      title: assignment.title,
      lead: [assignment.lead(expenditures.length)],
      action: paths.expenditureAssignment(projectId),
      sections: [
        {
          rows: [
            select("budgetLineId", fields.budgetLineId, lines, filter.noLine),
            [
              select("activityId", fields.activityId, ofActivities, filter.noActivity),
              select("periodId", fields.periodId, ofPeriods, filter.noPeriod),
            ],
            {
              type: "textarea",
              name: "reason",
              label: fields.reason,
              hint: assignment.reasonHint,
              maxLength: 500,
              rows: 2,
            },
            {
              type: "checkboxes",
              name: "expenditureIds",
              label: assignment.chosen,
              options: expenditures.map((one) => chosenOption(one, wording, reader)),
            },
          ],
        },
      ],
      submit: assignment.submit,
      cancel: { href: paths.expenditures(projectId) },
    },
    state,
    texts,
  );
}

function chosenOption(one: Expenditure, { texts, formats }: Wording, reader: Reader): FieldOption {
  const amount = isHidden(one, reader) ? [] : [formats.money(one.amountHalere)];
  const facts = [formats.date(one.validOn), ...amount];
  return { value: String(one.id), label: nameOf(one, reader, texts), hint: facts.join(" · ") };
}
