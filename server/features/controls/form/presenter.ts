import type { Control } from "../../../../db/queries/controls.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { controlKinds, controlStates } from "../rules.ts";
import { controlCode, type Wording } from "../words.ts";

export function presentControlForm(
  control: Control | null,
  projectId: number,
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.controls;
  const href = control ? paths.control(projectId, control.id) : paths.controls(projectId);
  return presentFormPage(
    {
      title: control ? form.editTitle : form.newTitle,
      ...(control ? { code: controlCode(control, wording) } : {}),
      action: href,
      hidden: control ? ["version"] : [],
      sections: [{ rows: rows(wording) }],
      submit: control ? form.save : form.create,
      cancel: { href },
    },
    state,
    wording.texts,
  );
}

function rows({ texts }: Wording): SectionDefinition["rows"] {
  const { form, kinds, states } = texts.controls;
  const kind: FieldDefinition = {
    ...{ type: "select", name: "kind", label: form.kind },
    options: controlKinds.map((value) => ({ value, label: kinds[value] })),
  };
  const state: FieldDefinition = {
    ...{ type: "select", name: "state", label: form.state },
    options: controlStates.map((value) => ({ value, label: states[value] })),
  };
  return [
    [kind, state],
    {
      ...{ type: "text", name: "controllingBody", label: form.body, hint: form.bodyHint },
      isRequired: true,
    },
    {
      type: "textarea",
      name: "subject",
      label: form.subject,
      isRequired: true,
      rows: 2,
      maxLength: 500,
    },
    [
      { type: "date", name: "startsOn", label: form.startsOn, isRequired: true },
      { type: "date", name: "endsOn", label: form.endsOn },
      { type: "text", name: "fileNumber", label: form.fileNumber },
    ],
    {
      ...{ type: "textarea", name: "conclusion", label: form.conclusion },
      ...{ hint: form.conclusionHint, rows: 3, maxLength: 4_000 },
    },
  ];
}

export function controlValues(control: Control): FormValues {
  return {
    version: String(control.version),
    kind: control.kind,
    state: control.state,
    controllingBody: control.controllingBody,
    subject: control.subject,
    startsOn: control.startsOn,
    endsOn: control.endsOn ?? "",
    fileNumber: control.fileNumber ?? "",
    conclusion: control.conclusion ?? "",
  };
}
