import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import type { Resolution } from "../../../../db/queries/resolutions.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { changeCode } from "../../project-changes/words.ts";
import { resolutionCode, type Wording } from "../words.ts";

export interface ResolutionChoices {
  projectId: number;
  changes: ChangeWithBudget[];
  owners: PossibleOwner[];
}

export function presentResolutionForm(
  resolution: Resolution | null,
  choices: ResolutionChoices,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { form } = texts.resolutions;
  const { projectId } = choices;
  const href = resolution
    ? paths.resolution(projectId, resolution.id)
    : paths.resolutions(projectId);
  return presentFormPage(
    {
      title: resolution ? form.editTitle : form.newTitle,
      ...(resolution ? { code: resolutionCode(resolution, wording) } : {}),
      action: href,
      hidden: resolution ? ["version"] : [],
      sections: [
        { rows: rows(choices, wording) },
        ...ownerSections(choices.owners, texts, resolution ?? undefined),
      ],
      submit: resolution ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

function rows({ changes }: ResolutionChoices, wording: Wording): SectionDefinition["rows"] {
  const { form } = wording.texts.resolutions;
  const change: FieldDefinition = {
    ...{ type: "select", name: "changeId", label: form.change, hint: form.changeHint },
    options: [
      { value: "", label: form.noChange },
      ...changes.map((one) => ({
        value: String(one.id),
        label: `${changeCode(one, wording)}: ${one.title}`,
      })),
    ],
  };
  return [
    { type: "text", name: "title", label: form.title, hint: form.titleHint, isRequired: true },
    {
      ...{ type: "text", name: "decidedBy", label: form.decidedBy, hint: form.decidedByHint },
      ...{ isRequired: true, width: "medium" },
    },
    [
      {
        ...{ type: "date", name: "submitBy", label: form.submitBy, hint: form.submitByHint },
        isRequired: true,
      },
      { type: "date", name: "meetsOn", label: form.meetsOn },
      { type: "text", name: "fileNumber", label: form.fileNumber },
    ],
    change,
    { type: "textarea", name: "note", label: form.note, rows: 3, maxLength: 4_000 },
  ];
}

export function resolutionValues(resolution: Resolution): FormValues {
  return {
    version: String(resolution.version),
    title: resolution.title,
    decidedBy: resolution.decidedBy,
    submitBy: resolution.submitBy,
    meetsOn: resolution.meetsOn ?? "",
    fileNumber: resolution.fileNumber ?? "",
    changeId: String(resolution.changeId ?? ""),
    note: resolution.note ?? "",
    owner: ownerKey(resolution),
  };
}
