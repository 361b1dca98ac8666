import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { CategorySetting } from "../../../../db/queries/notification-categories.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { notificationWays } from "../../../values/notification-ways.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { presentHistory } from "../../../web/history-list.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** What people are told of by default and what nobody may switch off, below the rules. */
export function presentCategories(
  categories: readonly CategorySetting[],
  ownChoices: ReadonlyMap<string, number>,
  { texts, formats }: Words,
) {
  const { categoryTable } = texts.reminderRules;
  const { categories: names, ways } = texts.notificationPreferences;
  return {
    title: categoryTable.title,
    hint: categoryTable.hint,
    columns: categoryTable.columns,
    rows: categories.map(({ key, defaultWay, isMandatory }) => ({
      href: paths.editNotificationCategory(key),
      name: names[key].name,
      hint: names[key].hint,
      way: ways[defaultWay],
      pill: isMandatory ? { tone: "blue", label: categoryTable.mandatory, icon: "lock" } : null,
      own: formats.number(ownChoices.get(key) ?? 0),
    })),
  };
}

export function categoryValues(category: CategorySetting): FormValues {
  const { defaultWay, isMandatory, version } = category;
  return { defaultWay, isMandatory: String(isMandatory), version: String(version) };
}

export function presentCategoryForm(
  state: FormState,
  { category, history }: { category: CategorySetting; history: HistoryLine[] },
  { texts, formats }: Words,
) {
  const { categoryForm } = texts.reminderRules;
  const { categories, ways, waysHelp } = texts.notificationPreferences;
  const help: Record<string, string> = waysHelp;
  const { name, hint } = categories[category.key];
  const page = presentFormPage(
    {
      title: name,
      lead: [hint],
      action: paths.notificationCategory(category.key),
      hidden: ["version"],
      sections: [
        {
          rows: [
            {
              type: "radios",
              name: "defaultWay",
              label: categoryForm.defaultWay,
              hint: categoryForm.defaultWayHint,
              isRequired: true,
              options: notificationWays.map((value) => ({
                ...{ value, label: ways[value] },
                ...(help[value] ? { hint: help[value] } : {}),
              })),
            },
            {
              type: "checkbox",
              name: "isMandatory",
              label: categoryForm.isMandatory,
              hint: categoryForm.isMandatoryHint,
            },
          ],
        },
      ],
      submit: categoryForm.save,
      cancel: { href: paths.reminderRules() },
    },
    state,
    texts,
  );
  const historyList = presentHistory(history, { texts, formats });
  return { ...page, history: { title: categoryForm.history, historyList } };
}
