import type { ChangeItem, SubjectRecord } from "../../../../db/queries/project-change-items.ts";
import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { changeCode, recordTitle, valueText, type Wording } from "../words.ts";
import { changeSubjects, type FieldType, fieldsOf, presentValue } from "./rules.ts";

/** Records to choose from, by what they are; those that the change already sets say so. */
export function presentChoice(
  change: ChangeWithBudget,
  { records, items }: { records: readonly SubjectRecord[]; items: readonly ChangeItem[] },
  wording: Wording,
) {
  const words = wording.texts.projectChanges.choice;
  const isSet = ({ subject, objectId }: SubjectRecord) =>
    items.some((item) => item.subject === subject && item.objectId === objectId);
  return {
    pageHeader: { title: words.title, code: changeCode(change, wording) },
    lead: words.lead,
    groups: changeSubjects
      .map((subject) => ({
        id: `choice-${subject}`,
        title: words.subjects[subject],
        rows: records
          .filter((record) => record.subject === subject)
          .map((record) => ({
            href: paths.editChangeItem(change.projectId, change.id, subject, record.objectId),
            label: recordTitle(record),
            note:
              subject === "milestone" && typeof record.values.dueOn === "string"
                ? wording.formats.date(record.values.dueOn)
                : "",
            mark: isSet(record) ? words.set : null,
          })),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}

const FIELD_OF: Record<
  FieldType,
  Pick<FieldDefinition, "type" | "width" | "maxLength" | "rows">
> = {
  line: { type: "text", maxLength: 300 },
  text: { type: "textarea", maxLength: 8_000, rows: 5 },
  lines: { type: "textarea", rows: 5 },
  day: { type: "date", width: "short" },
  requiredDay: { type: "date", width: "short" },
  target: { type: "number", width: "short" },
};

/** The record as it is to be, each field with what it is today. */
export function presentRecordForm(
  change: ChangeWithBudget,
  record: SubjectRecord,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.projectChanges.record;
  const { projectId, id } = change;
  const rows = fieldsOf(record.subject).map(([name, type]) => ({
    ...lookOf(record, type),
    name,
    label: words.fields[name] ?? name,
    hint: words.present(
      shortened(valueText(record, name, presentValue(record, name), formats) ?? words.emptyNow),
    ),
  }));
  return presentFormPage(
    {
      title: recordTitle(record),
      code: changeCode(change, wording),
      lead: [words.lead],
      action: paths.changeItem(projectId, id, record.subject, record.objectId),
      sections: [{ rows }],
      submit: words.submit,
      cancel: { href: paths.change(projectId, id) },
    },
    state,
    texts,
  );
}

function lookOf(record: SubjectRecord, type: FieldType) {
  if (type === "line" || type === "requiredDay") return { ...FIELD_OF[type], isRequired: true };
  if (type !== "target") return FIELD_OF[type];
  if (record.valueType === "text") return FIELD_OF.line;
  return record.unit === null ? FIELD_OF.target : { ...FIELD_OF.target, suffix: record.unit };
}

/** What the change asks for, and where it asks for nothing, how the record stands. */
export function recordValues(
  record: SubjectRecord,
  items: readonly ChangeItem[],
  { formats }: Wording,
): FormValues {
  const own = items.filter(
    ({ subject, objectId }) => subject === record.subject && objectId === record.objectId,
  );
  const decimal = formats.inputScaled(0, 1).charAt(1);
  return Object.fromEntries(
    fieldsOf(record.subject).map(([name, type]) => {
      const item = own.find(({ field }) => field === name);
      const value = (item ? item.toValue : presentValue(record, name)) ?? "";
      const isNumber = type === "target" && record.valueType !== "text";
      return [name, isNumber ? value.replace(".", decimal) : value];
    }),
  );
}

const SHOWN = 200;

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
}
