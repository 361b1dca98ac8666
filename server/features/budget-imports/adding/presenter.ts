import type { BudgetImportLine } from "../../../../db/queries/budget-imports.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { statePill } from "../words.ts";

export function presentNewBudgetImport(
  { projectId, recent }: { projectId: number; recent: readonly BudgetImportLine[] },
  state: FormState,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { budgetImports: words } = texts;
  const page = presentFormPage(
    {
      title: words.title,
      lead: words.lead,
      action: paths.budgetImports(projectId),
      submit: words.read,
      cancel: { href: paths.budget(projectId) },
      sections: [
        {
          rows: [
            {
              ...{ type: "file", name: "file", label: words.file, hint: words.fileHint },
              ...{ accept: ".xlsx,.csv,.txt", isRequired: true },
            },
          ],
        },
      ],
    },
    state,
    texts,
  );
  return {
    ...page,
    enctype: "multipart/form-data",
    labels: words,
    recent: recent.map((one) => ({
      name: one.fileName,
      href: paths.budgetImport(projectId, one.id),
      pill: statePill(one.state, texts),
      readAt: formats.dateTime(one.readAt),
      readBy: one.readByName ?? texts.history.system,
    })),
  };
}
