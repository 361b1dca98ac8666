import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { changeCode, type Wording } from "../words.ts";

export function presentNewChange(
  projectId: number,
  state: FormState,
  { texts }: Wording,
  hasBudget: boolean,
) {
  const words = texts.projectChanges.form;
  const budget: FieldDefinition = {
    type: "checkbox",
    name: "hasBudget",
    label: words.hasBudget,
    hint: words.hasBudgetHint,
  };
  return presentFormPage(
    {
      title: words.newTitle,
      lead: [words.lead],
      action: paths.changes(projectId),
      sections: [
        { rows: [kindField(texts), ...textFields(texts), ...(hasBudget ? [budget] : [])] },
      ],
      submit: words.submit,
      cancel: { href: paths.changes(projectId) },
    },
    state,
    texts,
  );
}

export function presentEditedChange(change: ChangeWithBudget, state: FormState, wording: Wording) {
  const { texts } = wording;
  const words = texts.projectChanges.form;
  const kind = change.kind === "decision" ? [] : [kindField(texts)];
  return presentFormPage(
    {
      title: words.editTitle,
      code: changeCode(change, wording),
      hidden: ["version"],
      action: paths.change(change.projectId, change.id),
      sections: [{ rows: [...kind, ...textFields(texts)] }],
      submit: words.save,
      cancel: { href: paths.change(change.projectId, change.id) },
    },
    state,
    texts,
  );
}

export function changeValues(change: ChangeWithBudget): FormValues {
  return {
    version: String(change.version),
    kind: change.kind === "decision" ? "" : change.kind,
    title: change.title,
    reason: change.reason ?? "",
    effectiveOn: change.effectiveOn ?? "",
  };
}

function kindField({ projectChanges }: Texts): FieldDefinition {
  const { form, kinds } = projectChanges;
  return {
    type: "radios",
    name: "kind",
    label: form.kind,
    isRequired: true,
    options: [
      { value: "insubstantial", label: kinds.insubstantial, hint: form.insubstantialHint },
      { value: "substantial", label: kinds.substantial, hint: form.substantialHint },
    ],
  };
}

function textFields({ projectChanges }: Texts): FieldDefinition[] {
  const { form } = projectChanges;
  return [
    { type: "text", name: "title", label: form.title, hint: form.titleHint, isRequired: true },
    { type: "textarea", name: "reason", label: form.reason, maxLength: 4_000, rows: 5 },
    {
      type: "date",
      name: "effectiveOn",
      label: form.effectiveOn,
      hint: form.effectiveHint,
      width: "short",
    },
  ];
}
