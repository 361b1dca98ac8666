import type { DocumentRequirement } from "../../../../db/queries/document-requirements.ts";
import type { EventKind } from "../../../../db/queries/event-kinds.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { documentCategories } from "../../documents/rules.ts";
import { categoryWord } from "../../documents/words.ts";
import { closings } from "../../events/rules.ts";
import { writtenKinds } from "../../outputs/rules.ts";
import { keyOf, projectPhases, requirementSubjects } from "../rules.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

export function presentRequirements(
  requirements: DocumentRequirement[],
  kinds: EventKind[],
  tabs: object[],
  { texts, formats, today }: Wording & { today: string },
) {
  const { definitions: words } = texts.documentRequirements;
  const options = subjectOptions(kinds, { texts, formats });
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: { href: paths.newDocumentRequirement(), label: words.add, icon: "plus" },
      },
      tabs,
    },
    columns: words.columns,
    rows: requirements.map((one) => ({
      href: paths.editDocumentRequirement(one.id),
      name: formats.language === "cs" ? one.nameCs : one.nameEn,
      note: [one.code, one.source].filter(Boolean).join(" · "),
      appliesTo: options.find(({ value }) => value === keyOf(one))?.label ?? keyOf(one),
      category: categoryWord(one.category, texts),
      marks: one.isSignedOriginal ? texts.documents.signed : "",
      validity: validityOf(one, formats, words),
      ended: one.validTo !== null && one.validTo < today ? texts.codeLists.ended : null,
    })),
  };
}

function validityOf(
  { validFrom, validTo }: DocumentRequirement,
  formats: Formats,
  words: Texts["documentRequirements"]["definitions"],
): string {
  return validTo === null
    ? words.since(formats.date(validFrom))
    : formats.dateRange(validFrom, validTo);
}

/** A requirement as its form holds it. */
export function requirementValues(requirement: DocumentRequirement): FormValues {
  return {
    nameCs: requirement.nameCs,
    nameEn: requirement.nameEn,
    appliesTo: keyOf(requirement),
    category: requirement.category,
    isSignedOriginal: String(requirement.isSignedOriginal),
    isMetByCategory: String(requirement.isMetByCategory),
    dueDays: String(requirement.dueDays),
    validFrom: requirement.validFrom,
    validTo: requirement.validTo ?? "",
    source: requirement.source ?? "",
    position: String(requirement.position),
    version: String(requirement.version),
  };
}

export function presentRequirementForm(
  state: FormState,
  requirement: DocumentRequirement | null,
  kinds: EventKind[],
  wording: Wording,
) {
  const { texts } = wording;
  const { definitions: words } = texts.documentRequirements;
  const { form } = texts.codeLists;
  const code: FieldDefinition = {
    ...{ type: "text", name: "code", label: form.code, hint: texts.eventKinds.form.codeHint },
    ...{ isRequired: true, width: "short" },
  };
  return presentFormPage(
    {
      title: requirement ? words.editTitle : words.newTitle,
      code: words.title,
      lead: requirement ? [form.fixedCode(requirement.code)] : [],
      action: requirement
        ? paths.documentRequirement(requirement.id)
        : paths.documentRequirements(),
      hidden: requirement ? ["version"] : [],
      sections: [{ rows: [...(requirement ? [] : [code]), ...formFields(kinds, wording)] }],
      submit: form.save,
      cancel: { href: paths.documentRequirements() },
    },
    state,
    texts,
  );
}

function formFields(kinds: EventKind[], wording: Wording): (FieldDefinition | FieldDefinition[])[] {
  const { texts } = wording;
  const { fields, hints } = texts.documentRequirements.definitions;
  const { form } = texts.codeLists;
  const categories = documentCategories.map((value) => ({
    ...{ value, label: categoryWord(value, texts) },
  }));
  return [
    { type: "text", name: "nameCs", label: form.labelCs, isRequired: true },
    { type: "text", name: "nameEn", label: form.labelEn, isRequired: true },
    {
      ...{ type: "select", name: "appliesTo", label: fields.appliesTo, isRequired: true },
      options: subjectOptions(kinds, wording),
    },
    {
      ...{ type: "select", name: "category", label: fields.category, width: "medium" },
      options: categories,
    },
    {
      ...{ type: "checkbox", name: "isMetByCategory", label: fields.isMetByCategory },
      hint: hints.isMetByCategory,
    },
    { type: "checkbox", name: "isSignedOriginal", label: fields.isSignedOriginal },
    [
      { type: "date", name: "validFrom", label: form.validFrom, isRequired: true },
      { type: "date", name: "validTo", label: form.validTo, hint: hints.validity },
    ],
    {
      ...{ type: "number", name: "dueDays", label: fields.dueDays, hint: hints.dueDays },
      ...{ isRequired: true, width: "short" },
    },
    { type: "text", name: "source", label: fields.source },
    { type: "number", name: "position", label: form.position, isRequired: true, width: "short" },
  ];
}

/** Whatever may owe a paper, a subject after another with its kinds below it. */
function subjectOptions(kinds: EventKind[], { texts, formats }: Wording): FieldOption[] {
  const { definitions: words, subjects } = texts.documentRequirements;
  const label = (kind: EventKind) => (formats.language === "cs" ? kind.labelCs : kind.labelEn);
  const { kinds: expenditureKinds } = texts.expenditures;
  const below: Record<(typeof requirementSubjects)[number], [kind: string, label: string][]> = {
    project: projectPhases.map((phase) => [phase, words.finishedProject]),
    event: [
      ...closings.map((closing): [string, string] => [
        closing,
        words.provedBy(texts.events.closings[closing]),
      ]),
      ...kinds.map((kind): [string, string] => [kind.code, label(kind)]),
    ],
    internship: [],
    output: writtenKinds.map((kind) => [kind, texts.outputs.kinds[kind]]),
    expenditure: (["invoice", "travel", "direct-support", "other"] as const).map((kind) => [
      kind,
      expenditureKinds[kind],
    ]),
  };
  return requirementSubjects.flatMap((subject) => [
    { value: subject, label: words.every[subject] },
    ...below[subject].map(([kind, name]) => ({
      value: `${subject}:${kind}`,
      label: `${subjects[subject]}: ${name}`,
    })),
  ]);
}
