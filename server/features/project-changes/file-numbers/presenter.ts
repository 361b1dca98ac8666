import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { changeCode, type Wording } from "../words.ts";

export function presentFileNumber(change: ChangeWithBudget, state: FormState, wording: Wording) {
  const { fileNumber: words } = wording.texts.projectChanges;
  const { projectId, id } = change;
  return presentFormPage(
    {
      title: words.title,
      code: `${changeCode(change, wording)}: ${change.title}`,
      action: paths.changeFileNumber(projectId, id),
      hidden: ["version"],
      sections: [
        {
          rows: [
            {
              ...{ type: "text", name: "fileNumber", label: words.label, hint: words.hint },
              width: "medium",
            },
          ],
        },
      ],
      submit: words.submit,
      cancel: { href: paths.change(projectId, id) },
    },
    state,
    wording.texts,
  );
}

export function fileNumberValues({ version, fileNumber }: ChangeWithBudget): FormValues {
  return { version: String(version), fileNumber: fileNumber ?? "" };
}
