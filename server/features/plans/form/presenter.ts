import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { planStates } from "../rules.ts";

export function presentPlanForm(plan: Plan | null, state: FormState, texts: Texts) {
  const { form } = texts.plans;
  const href = plan ? paths.plan(plan.id) : paths.plans();
  return presentFormPage(
    {
      title: plan ? form.editTitle : form.newTitle,
      action: href,
      hidden: plan ? ["version"] : [],
      sections: [sectionOf(texts)],
      submit: plan ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

function sectionOf({ plans }: Texts): SectionDefinition {
  const { form, states } = plans;
  const year = (name: "fromYear" | "toYear"): FieldDefinition => ({
    ...{ type: "number", name, label: form[name], width: "short" },
    ...(name === "toYear" ? { hint: form.toYearHint } : {}),
  });
  const options = planStates.map((value) => ({ value, label: states[value] }));
  return {
    rows: [
      { type: "text", name: "title", label: form.title, hint: form.titleHint, isRequired: true },
      { type: "text", name: "region", label: form.region, width: "medium" },
      [year("fromYear"), year("toYear")],
      {
        type: "select",
        name: "state",
        label: form.state,
        options,
        isRequired: true,
        width: "medium",
      },
      {
        ...{ type: "text", name: "asksOn", label: form.asksOn, hint: form.asksOnHint },
        ...{ isRequired: true, width: "short" },
      },
      { type: "textarea", name: "note", label: form.note, rows: 3, maxLength: 4_000 },
    ],
  };
}

export const newPlanValues: FormValues = { state: "draft", asksOn: "15. 1." };

export function planValues(plan: Plan): FormValues {
  const [month = "", day = ""] = plan.asksOn.split("-");
  return {
    version: String(plan.version),
    title: plan.title,
    region: plan.region ?? "",
    fromYear: String(plan.fromYear ?? ""),
    toYear: String(plan.toYear ?? ""),
    state: plan.state,
    asksOn: `${Number(day)}. ${Number(month)}.`,
    note: plan.note ?? "",
  };
}
