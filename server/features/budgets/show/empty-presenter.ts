import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormErrors } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";

/** The model of `views/budgets/start.ejs`: three ways to a first budget. */
export function presentStart(
  projectId: number,
  state: FormState,
  texts: Texts,
  { canEdit, canImport }: { canEdit: boolean; canImport: boolean },
) {
  const { title, empty } = texts.budgets;
  const importHref = withQuery(paths.newImport(projectId), { kind: "budget" });
  return {
    pageHeader: { title },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.budget(projectId),
    emptyState: { text: empty.text, icon: "coins", detail: canEdit ? empty.detail : empty.nobody },
    ways: canEdit
      ? [
          { value: "chapters", label: empty.chapters, note: empty.chaptersNote, isMain: true },
          ...(canImport ? [{ href: importHref, label: empty.import, note: empty.importNote }] : []),
          { value: "empty", label: empty.bare, note: empty.bareNote },
        ]
      : [],
  };
}
