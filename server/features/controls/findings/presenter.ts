import type { Finding } from "../../../../db/queries/control-findings.ts";
import type { Control } from "../../../../db/queries/controls.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { severities } from "../rules.ts";
import { controlCode, type Wording } from "../words.ts";

export function presentFindingForm(
  finding: Finding | null,
  { control, owners }: { control: Control; owners: PossibleOwner[] },
  state: FormState,
  wording: Wording,
) {
  const { findingForm: form, findings } = wording.texts.controls;
  const { projectId, id } = control;
  const code = controlCode(control, wording);
  const number = finding ? findings.numberOf(wording.formats.number(finding.number)) : null;
  return presentFormPage(
    {
      title: finding ? form.editTitle : form.newTitle,
      code: number === null ? code : `${code}, ${number}`,
      action: finding ? paths.finding(projectId, id, finding.id) : paths.findings(projectId, id),
      hidden: finding ? ["version"] : [],
      sections: [
        { rows: rows(wording) },
        ...ownerSections(owners, wording.texts, finding ?? undefined),
      ],
      submit: finding ? form.save : form.create,
      cancel: { href: paths.control(projectId, id) },
    },
    state,
    wording.texts,
  );
}

function rows({ texts }: Wording): SectionDefinition["rows"] {
  const { findingForm: form, severities: words } = texts.controls;
  return [
    {
      ...{ type: "textarea", name: "finding", label: form.finding, isRequired: true },
      ...{ rows: 4, maxLength: 4_000 },
    },
    [
      {
        ...{ type: "select", name: "severity", label: form.severity },
        options: severities.map((value) => ({ value, label: words[value] })),
      },
      {
        ...{ type: "number", name: "amount", label: form.amount, hint: form.amountHint },
        ...{ suffix: form.crowns, width: "medium" },
      },
    ],
    { type: "textarea", name: "remedy", label: form.remedy, rows: 3, maxLength: 4_000 },
    {
      ...{ type: "date", name: "remedyBy", label: form.remedyBy, hint: form.remedyHint },
      width: "short",
    },
  ];
}

export function findingValues(finding: Finding, formats: Formats): FormValues {
  const { amountHalere } = finding;
  return {
    version: String(finding.version),
    finding: finding.finding,
    severity: finding.severity,
    amount: amountHalere === null ? "" : formats.inputMoney(amountHalere),
    remedy: finding.remedy ?? "",
    remedyBy: finding.remedyBy ?? "",
    owner: ownerKey(finding),
  };
}
