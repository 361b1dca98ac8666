import type { CategoryDefaults } from "../../../db/queries/notification-preferences.ts";
import type { Texts } from "../../texts/index.ts";
import {
  type NotificationCategory,
  type NotificationWay,
  notificationWays,
} from "../../values/notification-ways.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields } from "../../web/form-fields.ts";

interface Matrix {
  shown: readonly NotificationCategory[];
  categories: CategoryDefaults;
  /** Where a row may be left as it is elsewhere: what that is. */
  elsewhere?: Record<NotificationCategory, NotificationWay>;
}

/** One row: a category and a radio for each way; a cell without one is a way it cannot come. */
export function presentMatrix(
  { shown, categories, elsewhere }: Matrix,
  { state, texts }: { state: FormState; texts: Texts },
) {
  const words = texts.notificationPreferences;
  const choices = notificationWays.map((way) => ({ value: way as string, label: words.ways[way] }));
  if (elsewhere) choices.unshift({ value: "", label: words.projects.same });
  const definitions: FieldDefinition[] = shown.map((name) => ({
    type: "radios",
    name,
    label: words.categories[name].name,
    options: choices,
  }));
  return {
    caption: words.matrix.caption,
    category: words.matrix.category,
    columns: choices.map(({ label }) => label),
    mandatory: words.mandatory,
    rows: presentFields(definitions, state, texts).map((field) => {
      const category = field.name as NotificationCategory;
      return {
        name: category,
        label: field.label,
        hint: words.categories[category].hint,
        error: field.error ?? null,
        isMandatory: categories[category].isMandatory,
        cells: choices.map(({ value, label }) => ({
          value,
          label,
          note: elsewhere && value === "" ? words.ways[elsewhere[category]] : null,
          isChecked: field.value === value,
          isPossible: isPossible(value, category, categories),
        })),
      };
    }),
  };
}

function isPossible(value: string, category: NotificationCategory, categories: CategoryDefaults) {
  if (value === "off") return !categories[category].isMandatory;
  return category !== "summary" || value === "immediate";
}
