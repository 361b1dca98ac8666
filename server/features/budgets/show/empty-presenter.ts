import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormErrors } from "../../../web/form-fields.ts";

/** The model of `views/budgets/start.ejs`: three ways to a first budget. */
export function presentStart(
  projectId: number,
  state: FormState,
  texts: Texts,
  { canEdit }: { canEdit: boolean },
) {
  const { title, empty } = texts.budgets;
  return {
    pageHeader: { title },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.budget(projectId),
    emptyState: { text: empty.text, icon: "coins", detail: canEdit ? empty.detail : empty.nobody },
    ways: canEdit
      ? [
          { value: "chapters", label: empty.chapters, note: empty.chaptersNote, isMain: true },
          { href: paths.budgetImports(projectId), label: empty.import, note: empty.importNote },
          { value: "empty", label: empty.bare, note: empty.bareNote },
        ]
      : [],
  };
}
