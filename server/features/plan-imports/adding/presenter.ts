import type { PlanImportLine } from "../../../../db/queries/plan-imports.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { presentPlanHeader } from "../../plans/header.ts";
import type { Wording } from "../../plans/words.ts";
import { statePill } from "../words.ts";

/** The form by which an annex comes, and annexes that came before. */
export function presentNewPlanImport(
  { plan, recent }: { plan: Plan; recent: readonly PlanImportLine[] },
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { planImports: words } = texts;
  const file = {
    ...{ type: "file" as const, name: "file", label: words.file, hint: words.fileHint },
    accept: ".docx,.pdf,.txt,.md,.xlsx,.csv",
  };
  const text = {
    ...{ type: "textarea" as const, name: "text", label: words.text, hint: words.textHint },
    rows: 8,
  };
  const page = presentFormPage(
    {
      title: plan.title,
      lead: words.lead,
      action: paths.planImports(plan.id),
      submit: words.read,
      cancel: { href: paths.plan(plan.id) },
      sections: [{ rows: [file, text] }],
    },
    state,
    texts,
  );
  return {
    ...page,
    pageHeader: presentPlanHeader(plan, { current: "import", canEdit: true }, wording),
    enctype: "multipart/form-data",
    isArchived: plan.archivedAt !== null,
    labels: words,
    recent: recent.map((one) => ({
      name: one.fileName,
      href: paths.planImport(plan.id, one.id),
      pill: statePill(one.state, texts),
      readAt: formats.dateTime(one.readAt),
      readBy: one.readByName ?? texts.history.system,
    })),
  };
}
