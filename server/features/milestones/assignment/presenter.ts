import type { Milestone } from "../../../../db/queries/milestones.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import type { Wording } from "../words.ts";

export function presentAssignment(
  choices: { projectId: number; milestones: Milestone[]; owners: PossibleOwner[] },
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { assignment, noOwner } = texts.milestones;
  const chosen: FieldDefinition = {
    type: "checkboxes",
    name: "milestoneIds",
    label: assignment.chosen,
    options: choices.milestones.map((milestone) => ({
      value: String(milestone.id),
      label: assignment.option(milestone.title, formats.date(milestone.dueOn)),
      hint: assignment.currently(milestone.ownerName ?? noOwner),
    })),
  };
  return presentFormPage(
    {
      title: assignment.title,
      action: paths.milestoneAssignment(choices.projectId),
      sections: [{ rows: [chosen] }, ...ownerSections(choices.owners, texts)],
      submit: assignment.submit,
      cancel: { href: paths.milestones(choices.projectId) },
    },
    state,
    texts,
  );
}
