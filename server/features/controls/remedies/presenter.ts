import type { Finding } from "../../../../db/queries/control-findings.ts";
import type { Control } from "../../../../db/queries/controls.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { controlCode, type Wording } from "../words.ts";

interface Of {
  control: Control;
  finding: Finding;
}

export function presentRemedyForm({ control, finding }: Of, state: FormState, wording: Wording) {
  const { remedyForm: form } = wording.texts.controls;
  return presentFormPage(
    {
      ...head({ control, finding }, wording),
      title: form.title,
      action: paths.remedy(control.projectId, control.id, finding.id),
      sections: [
        {
          rows: [
            {
              ...{ type: "date", name: "remediedOn", label: form.remediedOn, width: "short" },
              isRequired: true,
            },
            {
              ...{ type: "textarea", name: "proof", label: form.proof, hint: form.proofHint },
              ...{ rows: 2, maxLength: 1_000 },
            },
          ],
        },
      ],
      submit: form.submit,
    },
    state,
    wording.texts,
  );
}

export function presentWithdrawalForm(
  { control, finding }: Of,
  state: FormState,
  wording: Wording,
) {
  const { withdrawalForm: form } = wording.texts.controls;
  return presentFormPage(
    {
      ...head({ control, finding }, wording),
      title: form.title,
      lead: [form.lead],
      action: paths.remedyWithdrawal(control.projectId, control.id, finding.id),
      sections: [
        {
          rows: [
            {
              ...{ type: "textarea", name: "reason", label: form.reason, isRequired: true },
              ...{ rows: 3, maxLength: 1_000 },
            },
          ],
        },
      ],
      submit: form.submit,
      isDanger: true,
    },
    state,
    wording.texts,
  );
}

function head({ control, finding }: Of, wording: Wording) {
  const { findings } = wording.texts.controls;
  const number = findings.numberOf(wording.formats.number(finding.number));
  return {
    code: `${controlCode(control, wording)}, ${number}`,
    hidden: ["version"],
    cancel: { href: paths.control(control.projectId, control.id) },
  };
}
