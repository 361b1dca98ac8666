import type { PlanTerm } from "../../../db/queries/plan-terms.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { termKinds } from "../cards/fields/terms/rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentTerms(
  terms: readonly PlanTerm[],
  counts: ReadonlyMap<number, number>,
  tabs: object[],
  { texts, formats }: Words,
) {
  const labels = texts.planTerms;
  return {
    pageHeader: {
      title: labels.title,
      subtitle: labels.subtitle,
      actions: { primary: { href: paths.newPlanTerm(), label: labels.add, icon: "plus" } },
      tabs,
    },
    columns: labels.columns,
    groups: termKinds.map((kind) => ({
      id: `terms-${kind}`,
      title: labels.kinds[kind],
      rows: terms
        .filter((term) => term.kind === kind)
        .map((term) => ({
          href: paths.editPlanTerm(term.id),
          label: formats.language === "cs" ? term.labelCs : term.labelEn,
          code: term.code,
          synonyms: term.synonyms.join(", "),
          cards: formats.number(counts.get(term.id) ?? 0),
          ended: term.archivedAt === null ? null : labels.archived,
        })),
    })),
  };
}

/** A term as its form holds it. */
export function termValues(term: PlanTerm): FormValues {
  return {
    labelCs: term.labelCs,
    labelEn: term.labelEn,
    synonyms: term.synonyms.join("\n"),
    position: String(term.position),
    version: String(term.version),
  };
}

export function presentTermForm(state: FormState, term: PlanTerm | null, texts: Texts) {
  const { form: labels, kinds, title } = texts.planTerms;
  const lead = term ? [labels.ofKind(kinds[term.kind], term.code)] : [];
  const model = presentFormPage(
    {
      title: term ? labels.editTitle : labels.newTitle,
      code: title,
      lead: [...lead, labels.rereads],
      action: term ? paths.planTerm(term.id) : paths.planTerms(),
      hidden: term ? ["version"] : [],
      sections: [{ rows: [...(term ? [] : keyFields(texts)), ...termFields(texts)] }],
      submit: texts.codeLists.form.save,
      cancel: { href: paths.planTerms() },
    },
    state,
    texts,
  );
  const archiving = term && {
    action: paths.planTermArchiving(term.id),
    version: String(term.version),
    label: term.archivedAt === null ? labels.archive : labels.restore,
  };
  return { ...model, archiving };
}

function keyFields({ planTerms: { form: labels, kinds } }: Texts): FieldDefinition[] {
  return [
    {
      ...({ type: "select", name: "kind", label: labels.kind, width: "medium" } as const),
      isRequired: true,
      options: termKinds.map((value) => ({ value, label: kinds[value] })),
    },
    {
      ...({ type: "text", name: "code", label: labels.code, hint: labels.codeHint } as const),
      ...({ isRequired: true, width: "medium" } as const),
    },
  ];
}

function termFields(texts: Texts): FieldDefinition[] {
  const { form: labels } = texts.planTerms;
  const { position } = texts.codeLists.form;
  return [
    { type: "text", name: "labelCs", label: labels.labelCs, isRequired: true },
    { type: "text", name: "labelEn", label: labels.labelEn, isRequired: true },
    {
      ...({ type: "textarea", name: "synonyms", label: labels.synonyms, rows: 8 } as const),
      hint: labels.synonymsHint,
    },
    { type: "number", name: "position", label: position, isRequired: true, width: "short" },
  ];
}
