import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { Milestone } from "../../../../db/queries/milestones.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { activityOptions } from "../../activities/words.ts";
import { milestoneKinds, outputKinds, recurrences } from "../rules.ts";
import type { Wording } from "../words.ts";

export interface MilestoneChoices {
  projectId: number;
  activities: ActivityName[];
  owners: PossibleOwner[];
}

export function presentNewMilestone(choices: MilestoneChoices, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { form } = texts.milestones;
  const due: FieldDefinition = {
    type: "date",
    name: "dueOn",
    label: form.dueOn,
    isRequired: true,
  };
  return presentFormPage(
    {
      title: form.newTitle,
      action: paths.milestones(choices.projectId),
      sections: sections(choices, [due], texts),
      submit: form.create,
      cancel: { href: paths.milestones(choices.projectId) },
    },
    state,
    texts,
  );
}

export function presentEditedMilestone(
  milestone: Milestone,
  choices: MilestoneChoices,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { form } = texts.milestones;
  const href = paths.milestone(milestone.projectId, milestone.id);
  return presentFormPage(
    {
      title: form.editTitle,
      code: milestone.title,
      lead: [form.dueKept(formats.date(milestone.dueOn))],
      action: href,
      hidden: ["version"],
      sections: sections(choices, [], texts, milestone),
      submit: form.save,
      cancel: { href },
    },
    state,
    texts,
  );
}

/** The milestone as the form shows it. */
export function milestoneValues(milestone: Milestone): FormValues {
  return {
    version: String(milestone.version),
    kind: milestone.kind,
    outputKind: milestone.outputKind ?? "",
    title: milestone.title,
    activityId: String(milestone.activityId ?? ""),
    expectedOn: milestone.expectedOn ?? "",
    note: milestone.note ?? "",
    recurrence: milestone.recurrence,
    recursUntil: milestone.recursUntil ?? "",
    owner: ownerKey(milestone),
  };
}

function sections(
  choices: MilestoneChoices,
  due: FieldDefinition[],
  texts: Texts,
  edited?: Milestone,
): SectionDefinition[] {
  const { form, kinds } = texts.milestones;
  const kind: FieldDefinition = {
    type: "select",
    name: "kind",
    label: form.kind,
    options: milestoneKinds.map((value) => ({ value, label: kinds[value] })),
  };
  const activity: FieldDefinition = {
    type: "select",
    name: "activityId",
    label: form.activity,
    options: activityOptions(choices.activities, texts.milestones.form.noActivity, edited),
  };
  const expected: FieldDefinition = {
    type: "date",
    name: "expectedOn",
    label: form.expectedOn,
    hint: form.expectedHint,
  };
  const [owner, contact] = ownerSections(choices.owners, texts, edited);
  return [
    {
      rows: [
        { type: "text", name: "title", label: form.title, isRequired: true },
        [kind, outputField(texts)],
        activity,
        [...due, expected],
        { type: "textarea", name: "note", label: form.note, maxLength: 5000, rows: 3 },
      ],
    },
    { title: form.responsibility, rows: owner?.rows ?? [] },
    contact as SectionDefinition,
    { title: form.series, hint: form.recurrenceHint, rows: [seriesFields(texts)] },
  ];
}

function outputField({ computedIndicators: words }: Texts): FieldDefinition {
  const kinds = outputKinds.map((value) => ({ value, label: words.outputKinds[value] }));
  return {
    type: "select",
    name: "outputKind",
    label: words.outputKind,
    hint: words.outputKindHint,
    options: [{ value: "", label: words.outputKindNone }, ...kinds],
  };
}

function seriesFields({ milestones }: Texts): FieldDefinition[] {
  const { form } = milestones;
  const options = recurrences.map((value) => ({ value, label: milestones.recurrences[value] }));
  return [
    { type: "select", name: "recurrence", label: form.recurrence, options },
    { type: "date", name: "recursUntil", label: form.recursUntil },
  ];
}
