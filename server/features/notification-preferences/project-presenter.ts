import type { NotificationPreferences } from "../../../db/queries/notification-preferences.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { presentMatrix } from "./matrix.ts";
import { digestCategories, waysEverywhere } from "./rules.ts";

/** The form of what one project is to tell otherwise. */
export function presentProjectWays(
  state: FormState,
  of: { project: { id: number; shortName: string }; preferences: NotificationPreferences },
  texts: Texts,
) {
  const words = texts.notificationPreferences;
  const { categories } = of.preferences;
  const elsewhere = waysEverywhere(of.preferences);
  return {
    pageHeader: {
      title: words.projects.formTitle(of.project.shortName),
      subtitle: words.projects.lead,
    },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.projectNotifications(of.project.id),
    hidden: presentFields([{ type: "hidden", name: "version", label: "" }], state, texts),
    matrix: presentMatrix({ shown: digestCategories, categories, elsewhere }, { state, texts }),
    mandatoryHint: digestCategories.some((one) => categories[one].isMandatory)
      ? words.mandatoryHint
      : null,
    formFooter: { submit: words.submit, cancel: { href: paths.notifications() } },
  };
}
