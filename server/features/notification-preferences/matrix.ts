import type { CategoryDefaults } from "../../../db/queries/notification-preferences.ts";
import type { Texts } from "../../texts/index.ts";
import { type NotificationCategory, notificationWays } from "../../values/notification-ways.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields } from "../../web/form-fields.ts";

/** One row: a category and a radio for each way; a cell without one is a way it cannot come. */
export function presentMatrix(
  shown: readonly NotificationCategory[],
  categories: CategoryDefaults,
  { state, texts }: { state: FormState; texts: Texts },
) {
  const words = texts.notificationPreferences;
  const definitions: FieldDefinition[] = shown.map((name) => ({
    type: "radios",
    name,
    label: words.categories[name].name,
    options: notificationWays.map((way) => ({ value: way, label: words.ways[way] })),
  }));
  return {
    caption: words.matrix.caption,
    category: words.matrix.category,
    columns: notificationWays.map((way) => words.ways[way]),
    mandatory: words.mandatory,
    rows: presentFields(definitions, state, texts).map((field) => {
      const category = field.name as NotificationCategory;
      const { isMandatory } = categories[category];
      return {
        name: category,
        label: field.label,
        hint: words.categories[category].hint,
        error: field.error ?? null,
        isMandatory,
        cells: notificationWays.map((way) => ({
          way,
          label: words.ways[way],
          isChecked: field.value === way,
          isPossible:
            !(isMandatory && way === "off") &&
            (category !== "summary" || way === "immediate" || way === "off"),
        })),
      };
    }),
  };
}
