import type { Activity } from "../../../../db/queries/activities.ts";
import type { TargetGroup } from "../../../../db/queries/activity-target-groups.ts";
import type { PossibleOwner } from "../../../../db/queries/owners.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { ownerKey } from "../../../values/owner.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { ownerSections } from "../../../web/owner-field.ts";
import { activityCode, activityStates } from "../rules.ts";
import { targetGroupLabel } from "../target-groups/words.ts";
import { statePill } from "../words.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export interface ActivityChoices {
  projectId: number;
  owners: PossibleOwner[];
  targetGroups: TargetGroup[];
  /** The key activity of a sub-activity. */
  parent: { id: number; number: string } | null;
  /** The number a new activity would be given. */
  nextNumber: string;
}

export function presentNewActivity(choices: ActivityChoices, state: FormState, words: Words) {
  const { texts } = words;
  const { form } = texts.activities;
  const { projectId, parent } = choices;
  const code = parent && activityCode({ number: parent.number, parentNumber: null });
  return presentFormPage(
    {
      title: code === null ? form.newTitle : form.newSubTitle(code),
      action: paths.activities(projectId),
      hidden: parent ? ["parentId"] : [],
      sections: sections(choices, words),
      submit: form.create,
      cancel: { href: parent ? paths.activity(projectId, parent.id) : paths.activities(projectId) },
    },
    state,
    texts,
  );
}

export function presentEditedActivity(
  activity: Activity,
  choices: ActivityChoices,
  state: FormState,
  words: Words,
) {
  const { texts } = words;
  const { form } = texts.activities;
  const href = paths.activity(choices.projectId, activity.id);
  return presentFormPage(
    {
      title: form.editTitle(activityCode(activity)),
      action: href,
      hidden: ["version"],
      sections: sections(choices, words, activity),
      submit: form.save,
      cancel: { href },
    },
    state,
    texts,
  );
}

/** The activity as the form shows it. */
export function activityValues(activity: Activity, groups: TargetGroup[], formats: Formats) {
  return {
    version: String(activity.version),
    number: activity.number,
    title: activity.title,
    state: activity.state,
    goal: activity.goal ?? "",
    description: activity.description ?? "",
    outputs: activity.outputs ?? "",
    startsOn: activity.startsOn ?? "",
    endsOn: activity.endsOn ?? "",
    shareBp: activity.shareBp === null ? "" : formats.inputScaled(activity.shareBp, 2),
    targetGroupIds: groups.map(({ id }) => String(id)),
    owner: ownerKey(activity),
  } satisfies FormValues;
}

function sections(choices: ActivityChoices, words: Words, edited?: Activity): SectionDefinition[] {
  const { texts } = words;
  const { form } = texts.activities;
  const { targetGroups } = choices;
  const groups: FieldDefinition[] =
    targetGroups.length === 0 ? [] : [targetGroupsField(targetGroups, words)];
  const [owner, contact] = ownerSections(choices.owners, texts, edited);
  return [
    { rows: [identity(choices, texts, edited), titleField(texts)] },
    { title: form.schedule, rows: schedule(choices, texts, edited) },
    { title: form.responsibility, rows: owner?.rows ?? [] },
    contact as SectionDefinition,
    {
      title: form.content,
      rows: [
        { type: "textarea", name: "goal", label: form.goal, maxLength: 3000, rows: 3 },
        {
          type: "textarea",
          name: "description",
          label: form.description,
          maxLength: 8000,
          rows: 8,
        },
        {
          type: "textarea",
          name: "outputs",
          label: form.outputs,
          hint: form.outputsHint,
          maxLength: 3000,
          rows: 4,
        },
        ...groups,
      ],
    },
  ];
}

function identity(choices: ActivityChoices, texts: Texts, edited?: Activity): FieldDefinition[] {
  const { form } = texts.activities;
  const number: FieldDefinition = {
    type: "text",
    name: "number",
    label: choices.parent ? form.letter : form.number,
    width: "short",
    ...(edited ? { isRequired: true } : { hint: form.numberHint(choices.nextNumber) }),
  };
  const options = activityStates.map((value) => ({ value, label: statePill(value, texts).label }));
  return [number, { type: "select", name: "state", label: form.state, options, width: "short" }];
}

function titleField({ activities }: Texts): FieldDefinition {
  return { type: "text", name: "title", label: activities.form.title, isRequired: true };
}

function targetGroupsField(groups: TargetGroup[], { texts, formats }: Words): FieldDefinition {
  return {
    type: "checkboxes",
    name: "targetGroupIds",
    label: texts.activities.form.targetGroups,
    options: groups.map((group) => ({
      value: String(group.id),
      label: targetGroupLabel(group, formats),
    })),
  };
}

function schedule(
  choices: ActivityChoices,
  texts: Texts,
  edited?: Activity,
): (FieldDefinition | FieldDefinition[])[] {
  const { form } = texts.activities;
  const dates: FieldDefinition[] = [
    { type: "date", name: "startsOn", label: form.startsOn },
    { type: "date", name: "endsOn", label: form.endsOn },
  ];
  const reason: FieldDefinition = {
    type: "text",
    name: "dateReason",
    label: form.dateReason,
    hint: form.dateReasonHint,
  };
  const share: FieldDefinition = {
    type: "number",
    name: "shareBp",
    label: form.share,
    hint: form.shareHint,
    suffix: "%",
    width: "short",
  };
  return [dates, ...(edited ? [reason] : []), ...(choices.parent ? [] : [share])];
}
