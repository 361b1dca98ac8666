import type { NotificationPreferences } from "../../../db/queries/notification-preferences.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { notificationWays } from "../../values/notification-ways.ts";
import type { FormState } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { digestCategories, waysEverywhere } from "./rules.ts";

/** The form of what one project is to tell otherwise. */
export function presentProjectWays(
  state: FormState,
  of: { project: { id: number; shortName: string }; preferences: NotificationPreferences },
  texts: Texts,
) {
  const words = texts.notificationPreferences;
  const everywhere = waysEverywhere(of.preferences);
  const { categories } = of.preferences;
  const rows = digestCategories.map((name): FieldDefinition => {
    const ways = notificationWays.filter((way) => way !== "off" || !categories[name].isMandatory);
    return {
      type: "radios",
      name,
      label: words.categories[name].name,
      ...(categories[name].isMandatory ? { hint: words.mandatoryHint } : {}),
      options: [
        { value: "", label: words.projects.general(words.ways[everywhere[name]]) },
        ...ways.map((way) => ({ value: way, label: words.ways[way] })),
      ],
    };
  });
  return presentFormPage(
    {
      title: words.projects.formTitle(of.project.shortName),
      lead: [words.projects.lead],
      action: paths.projectNotifications(of.project.id),
      hidden: ["version"],
      sections: [{ rows }],
      submit: words.submit,
      cancel: { href: paths.notifications() },
    },
    state,
    texts,
  );
}
