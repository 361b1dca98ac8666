import type { ActivityName } from "../../../../db/queries/activities.ts";
import type { MeasureName } from "../../../../db/queries/card-choices.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import { activityOptions } from "../../activities/words.ts";

const LONGEST_OPTION = 110;

/** What a link says beside what it joins; no choice is offered where there is nothing to choose from. */
export function detailFields(
  { measures, activities }: { measures: readonly MeasureName[]; activities: ActivityName[] },
  noteHint: string,
  { cardLinks }: Texts,
): FieldDefinition[] {
  const { form } = cardLinks;
  const activity: FieldDefinition = {
    ...{ type: "select", name: "activityId", label: form.activity },
    options: activityOptions(activities, form.noActivity),
  };
  return [
    ...(activities.length > 0 ? [activity] : []),
    ...(measures.length > 0 ? [measureField(measures, cardLinks)] : []),
    { type: "textarea", name: "note", label: form.note, hint: noteHint, maxLength: 2_000, rows: 3 },
  ];
}

function measureField(
  measures: readonly MeasureName[],
  { form }: Texts["cardLinks"],
): FieldDefinition {
  const none: FieldOption = { value: "", label: form.noMeasure };
  const each = measures.map(({ id, text }) => ({ value: String(id), label: shortened(text) }));
  return { type: "select", name: "measureId", label: form.measure, options: [none, ...each] };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= LONGEST_OPTION ? line : `${line.slice(0, LONGEST_OPTION - 1)}…`;
}

export function namedFields({ cardLinks }: Texts): FieldDefinition[] {
  const { form } = cardLinks;
  return [
    { type: "text", name: "projectName", label: form.projectName },
    { type: "text", name: "registrationNumber", label: form.registrationNumber, width: "medium" },
  ];
}
