import type { Response } from "express";
import type { LogChoices } from "../../../db/queries/log-entry-choices.ts";
import { can } from "../../access/allow.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { type Field, type FieldDefinition, presentFields } from "../../web/form-fields.ts";
import { activityCode } from "../activities/rules.ts";
import { LONGEST_BODY, LONGEST_STEP } from "./schema.ts";

/** The fields of an entry in the groups in which `views/log-entries/_fields.ejs` lays them out. */
export interface LogFields {
  main: Field[];
  /** Side by side under the text. */
  row: Field[];
  activities: Field | null;
  more: { label: string; isOpen: boolean; rows: Field[][] };
}

interface Options {
  /** Where the box stands beside other forms, its ids must differ from theirs. */
  idPrefix?: string;
  /** An entry being edited: what it caused once (per cent, a milestone done) is not caused again. */
  isEdit?: boolean;
}

/** Without choices, outside a project, an entry refers to nothing. */
export function presentLogFields(
  res: Response,
  choices: LogChoices | null,
  state: FormState,
  { idPrefix = "", isEdit = false }: Options = {},
): LogFields {
  const present = (definitions: FieldDefinition[]) =>
    presentFields(definitions, state, res.locals.texts).map((field) =>
      idPrefix === "" ? field : { ...field, id: idPrefix + field.name },
    );
  const hasActivities = choices !== null && choices.activities.length > 0;
  const moreRows = [
    present(nextStepFields(res)),
    ...(state.errors.task || state.values.task ? [present([taskField(res)])] : []),
    ...(hasActivities && !isEdit && can(res, "activity:progress")
      ? [present([percentField(res)])]
      : []),
    ...(choices && choices.milestones.length > 0
      ? [present(milestoneFields(res, choices, isEdit))]
      : []),
  ];
  return {
    main: present([bodyField(res)]),
    row: present([dayField(res), hoursField(res)]),
    activities: hasActivities ? (present([activitiesField(res, choices)])[0] ?? null) : null,
    more: {
      label: res.locals.texts.logEntries.more,
      isOpen: isEdit || moreRows.flat().some(isFilledIn),
      rows: moreRows,
    },
  };
}

function isFilledIn(field: Field): boolean {
  return field.value !== "" || field.isChecked === true || field.error !== undefined;
}

function bodyField(res: Response): FieldDefinition {
  const { project, texts } = res.locals;
  const { logEntries, notifications } = texts;
  return {
    type: "textarea",
    name: "body",
    label: logEntries.fields.body,
    isRequired: true,
    maxLength: LONGEST_BODY,
    rows: 3,
    ...(project ? { hint: notifications.mentionHint, mentions: paths.mentions(project.id) } : {}),
  };
}

function dayField(res: Response): FieldDefinition {
  const { fields } = res.locals.texts.logEntries;
  return {
    type: "date",
    name: "happenedOn",
    label: fields.happenedOn,
    isRequired: true,
    width: "short",
  };
}

function hoursField(res: Response): FieldDefinition {
  const { fields } = res.locals.texts.logEntries;
  return {
    type: "number",
    name: "hours",
    label: fields.hours,
    suffix: fields.hoursSuffix,
    width: "short",
  };
}

function activitiesField(res: Response, { activities }: LogChoices): FieldDefinition {
  return {
    type: "checkboxes",
    name: "activityIds",
    label: res.locals.texts.logEntries.fields.activityIds,
    options: activities.map((activity) => ({
      value: String(activity.id),
      label: `${activityCode(activity)} ${activity.title}`,
    })),
  };
}

function nextStepFields(res: Response): FieldDefinition[] {
  const { fields } = res.locals.texts.logEntries;
  return [
    {
      type: "text",
      name: "nextStep",
      label: fields.nextStep,
      hint: fields.nextStepHint,
      maxLength: LONGEST_STEP,
    },
    { type: "date", name: "nextStepOn", label: fields.nextStepOn, width: "short" },
  ];
}

/** Asked only when somebody has changed the task since, so that neither text is lost unnoticed. */
function taskField(res: Response): FieldDefinition {
  const { task } = res.locals.texts.logEntries.fields;
  return {
    type: "radios",
    name: "task",
    label: task.label,
    options: [
      { value: "follow", label: task.follow },
      { value: "keep", label: task.keep },
    ],
  };
}

function percentField(res: Response): FieldDefinition {
  const { fields } = res.locals.texts.logEntries;
  return {
    type: "number",
    name: "percent",
    label: fields.percent,
    hint: fields.percentHint,
    suffix: "%",
    width: "short",
  };
}

function milestoneFields(
  res: Response,
  { milestones }: LogChoices,
  isEdit: boolean,
): FieldDefinition[] {
  const { formats, texts } = res.locals;
  const { fields } = texts.logEntries;
  const select: FieldDefinition = {
    type: "select",
    name: "milestoneId",
    label: fields.milestoneId,
    options: [
      { value: "", label: fields.noMilestone },
      ...milestones.map(({ id, title, dueOn }) => ({
        value: String(id),
        label: `${formats.date(dueOn)} ${title}`,
      })),
    ],
  };
  if (isEdit) return [select];
  return [select, { type: "checkbox", name: "isMilestoneDone", label: fields.isMilestoneDone }];
}
