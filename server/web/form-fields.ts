import type { CurrentRecord } from "../errors.ts";
import { errorText } from "../texts/error-text.ts";
import type { Texts } from "../texts/index.ts";
import { isCalendarDate } from "../values/calendar-date.ts";
import type { FormState } from "./form.ts";

export interface FieldOption {
  value: string;
  label: string;
  hint?: string;
  isDisabled?: boolean;
}

/** One field as `views/partials/field.ejs` prints it. */
export interface Field {
  type:
    | "text"
    | "number"
    | "date"
    | "email"
    | "password"
    | "textarea"
    | "select"
    | "checkbox"
    | "checkboxes"
    | "radios"
    | "hidden"
    | "file";
  name: string;
  /** Only where two forms of a page have a field of the same name. */
  id?: string;
  label: string;
  value: string;
  values?: string[];
  hint?: string;
  error?: string;
  isRequired?: boolean;
  isChecked?: boolean;
  /** In a table whose header names the column; a screen reader still hears it. */
  isLabelHidden?: boolean;
  suffix?: string;
  /** Id of a datalist on the page, with what was typed here before. */
  list?: string;
  width?: "short" | "medium";
  options?: FieldOption[];
  maxLength?: number;
  rows?: number;
  autocomplete?: string;
  accept?: string;
  /** Address of the names offered while "@" is typed. */
  mentions?: string;
}

export type FieldDefinition = Omit<Field, "value" | "values" | "error" | "isChecked">;

/** The fields of a form with what was typed, what is wrong, and what another editor has saved meanwhile. */
export function presentFields(
  definitions: FieldDefinition[],
  state: FormState,
  texts: Texts,
): Field[] {
  return definitions.map((definition) => {
    const typed = state.values[definition.name];
    const error = fieldError(definition, state, texts);
    const field: Field = { ...definition, value: single(typed) };
    if (definition.type === "checkboxes") field.values = several(typed);
    if (definition.type === "checkbox") field.isChecked = typed === "true" || typed === "on";
    if (definition.type === "password") field.value = "";
    field.type = typeToShow(definition, field.value);
    if (error) field.error = error;
    return field;
  });
}

/** In its field for dates a browser shows days that exist, written as it writes them; of anything else nothing. */
function typeToShow({ type }: FieldDefinition, typed: string): Field["type"] {
  const isShown = type !== "date" || typed === "" || isCalendarDate(typed);
  return isShown ? type : "text";
}

function fieldError(
  definition: FieldDefinition,
  state: FormState,
  texts: Texts,
): string | undefined {
  const theirs = theirValue(definition, state.values[definition.name], state.current);
  if (theirs !== undefined) return texts.errors.theirValue(theirs);
  const key = state.errors[definition.name];
  return key && errorText(texts, key);
}

/** The summary above a form, with links to the fields; null when nothing is wrong. */
export function presentFormErrors(state: FormState, texts: Texts) {
  const errors = Object.entries(state.errors).map(([name, key]) => ({
    href: name === "form" ? "#content" : `#${name}`,
    text: key === "editedMeanwhile" ? editedText(state.current, texts) : errorText(texts, key),
  }));
  return errors.length === 0 ? null : { title: texts.errors.summary, errors };
}

function editedText(current: CurrentRecord | null, { errors }: Texts): string {
  return current?.changedBy ? errors.editedBy(current.changedBy) : errors.editedMeanwhile;
}

function theirValue(
  definition: FieldDefinition,
  typed: string | string[] | undefined,
  current: CurrentRecord | null,
): string | undefined {
  if (!current || definition.type === "hidden") return undefined;
  const theirs = current.values[definition.name];
  if (theirs === undefined || several(theirs).join("\n") === several(typed).join("\n"))
    return undefined;
  const labelOf = (value: string) =>
    definition.options?.find((option) => option.value === value)?.label ?? value;
  return several(theirs).map(labelOf).join(", ");
}

function single(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

function several(value: string | string[] | undefined): string[] {
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? [value] : value;
}
