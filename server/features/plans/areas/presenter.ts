import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { areaKinds } from "./schema.ts";

export function presentAreaForm(
  area: PlanArea | null,
  { plan, areas }: { plan: Plan; areas: PlanArea[] },
  state: FormState,
  texts: Texts,
) {
  const { areaForm, kinds } = texts.plans;
  const page = presentFormPage(
    {
      title: area ? areaForm.editTitle : areaForm.newTitle,
      ...(area ? { code: `${kinds[area.kind]} ${area.code}` } : {}),
      action: area ? paths.area(plan.id, area.id) : paths.areas(plan.id),
      hidden: area ? ["version"] : [],
      sections: [sectionOf(area, areas, texts)],
      submit: area ? areaForm.save : areaForm.create,
      cancel: { href: paths.plan(plan.id) },
    },
    state,
    texts,
  );
  if (!area) return page;
  const archive = {
    ...{ href: paths.areaArchiving(plan.id, area.id), label: areaForm.archive },
    ...{ icon: "archive", method: "post" as const },
  };
  return { ...page, pageHeader: { ...page.pageHeader, actions: { more: [archive] } } };
}

function sectionOf(area: PlanArea | null, areas: PlanArea[], texts: Texts): SectionDefinition {
  const { areaForm, kinds } = texts.plans;
  const others = areas.filter(({ id }) => id !== area?.id);
  return {
    rows: [
      {
        ...{
          type: "select",
          name: "kind",
          label: areaForm.kind,
          isRequired: true,
          width: "medium",
        },
        options: areaKinds.map((value) => ({ value, label: kinds[value] })),
      },
      {
        ...{ type: "text", name: "code", label: areaForm.code, hint: areaForm.codeHint },
        ...{ isRequired: true, width: "short" },
      },
      { type: "text", name: "title", label: areaForm.title, isRequired: true },
      {
        ...{ type: "select", name: "parentId", label: areaForm.parent },
        options: [
          { value: "", label: areaForm.noParent },
          ...others.map(({ id, code, title }) => ({
            value: String(id),
            label: `${code} ${title}`,
          })),
        ],
      },
    ],
  };
}

export function areaValues(area: PlanArea): FormValues {
  return {
    version: String(area.version),
    kind: area.kind,
    code: area.code,
    title: area.title,
    parentId: String(area.parentId ?? ""),
  };
}
