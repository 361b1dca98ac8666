import type { ActionPlanItem } from "../../../db/queries/action-plan-items.ts";
import type { ActionPlan } from "../../../db/queries/action-plans.ts";
import type { Plan } from "../../../db/queries/plans.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import type { Wording } from "./presenter.ts";

/** `lastYear`: of the action plan that may be gone on with. */
export function presentNewActionPlan(
  plan: Plan,
  lastYear: number | null,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.actionPlans;
  const copies: FieldDefinition[] =
    lastYear === null
      ? []
      : [
          {
            ...({ type: "checkbox", name: "copiesLast", hint: form.copiesLastHint } as const),
            label: form.copiesLast(String(lastYear)),
          },
        ];
  return presentFormPage(
    {
      title: form.newTitle,
      code: plan.title,
      action: paths.actionPlans(plan.id),
      sections: [
        {
          rows: [
            { type: "number", name: "year", label: form.year, isRequired: true, width: "short" },
            ...copies,
            { type: "textarea", name: "note", label: form.note, rows: 3, maxLength: 2_000 },
          ],
        },
      ],
      submit: form.create,
      cancel: { href: paths.actionPlans(plan.id) },
    },
    state,
    texts,
  );
}

export function actionPlanValues({ approvedOn, note, version }: ActionPlan): FormValues {
  return { approvedOn: approvedOn ?? "", note: note ?? "", version: String(version) };
}

export function presentActionPlanForm(
  plan: Plan,
  { year }: ActionPlan,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.actionPlans;
  return presentFormPage(
    {
      title: form.editTitle(String(year)),
      code: plan.title,
      action: paths.actionPlan(plan.id, year),
      hidden: ["version"],
      sections: [
        {
          rows: [
            { type: "date", name: "approvedOn", label: form.approvedOn, hint: form.approvedOnHint },
            { type: "textarea", name: "note", label: form.note, rows: 3, maxLength: 2_000 },
          ],
        },
      ],
      submit: form.save,
      cancel: { href: paths.actionPlan(plan.id, year) },
    },
    state,
    texts,
  );
}

export function itemValues(item: ActionPlanItem): FormValues {
  return {
    task: item.task ?? "",
    dueOn: item.dueOn ?? "",
    result: item.result ?? "",
    version: String(item.version),
  };
}

/** Of an approved plan only the result is asked for; what was agreed stands above it. */
export function presentItemForm(
  of: { plan: Plan; actionPlan: ActionPlan; item: ActionPlanItem },
  state: FormState,
  { texts, formats }: Wording,
) {
  const { plan, actionPlan, item } = of;
  const { itemForm: form } = texts.actionPlans;
  const isApproved = actionPlan.state === "approved";
  const agreed = [
    form.approvedLead,
    ...(item.task === null ? [] : [form.taskSaid(item.task)]),
    ...(item.dueOn === null ? [] : [form.dueSaid(formats.date(item.dueOn))]),
  ];
  const plannedRows: FieldDefinition[] = [
    {
      ...({ type: "textarea", name: "task", label: form.task, hint: form.taskHint } as const),
      ...{ rows: 3, maxLength: 2_000 },
    },
    { type: "date", name: "dueOn", label: form.dueOn },
  ];
  const result: FieldDefinition = {
    ...({ type: "textarea", name: "result", label: form.result, hint: form.resultHint } as const),
    ...{ rows: 5, maxLength: 4_000 },
  };
  return presentFormPage(
    {
      title: form.title,
      code: `${item.cardNumber} ${item.cardName}`,
      lead: [
        ...(item.measureText === null ? [] : [item.measureText]),
        ...(isApproved ? agreed : []),
      ],
      action: paths.actionPlanItem(plan.id, actionPlan.year, item.id),
      hidden: ["version"],
      sections: [{ rows: [...(isApproved ? [] : plannedRows), result] }],
      submit: form.save,
      cancel: { href: paths.actionPlan(plan.id, actionPlan.year) },
    },
    state,
    texts,
  );
}
