import type { EventKind } from "../../../db/queries/event-kinds.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { closings } from "../events/rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentKinds(
  kinds: EventKind[],
  counts: Map<number, number>,
  tabs: object[],
  { texts, formats, today }: Words & { today: string },
) {
  const labels = texts.eventKinds;
  const { yes, no } = texts.history;
  return {
    pageHeader: {
      title: labels.title,
      subtitle: labels.subtitle,
      actions: { primary: { href: paths.newEventKind(), label: labels.add, icon: "plus" } },
      tabs,
    },
    columns: labels.columns,
    rows: kinds.map((kind) => ({
      href: paths.editEventKind(kind.id),
      label: formats.language === "cs" ? kind.labelCs : kind.labelEn,
      code: kind.code,
      support: kind.countsAsSupport ? yes : no,
      closing: texts.events.closings[kind.closing],
      confidential: kind.isConfidential ? yes : no,
      count: formats.number(counts.get(kind.id) ?? 0),
      ended: kind.validTo !== null && kind.validTo < today ? texts.codeLists.ended : null,
    })),
  };
}

/** A kind as its form holds it. */
export function kindValues(kind: EventKind): FormValues {
  return {
    labelCs: kind.labelCs,
    labelEn: kind.labelEn,
    countsAsSupport: String(kind.countsAsSupport),
    isMeeting: String(kind.isMeeting),
    isConfidential: String(kind.isConfidential),
    closing: kind.closing,
    position: String(kind.position),
    validFrom: kind.validFrom ?? "",
    validTo: kind.validTo ?? "",
    version: String(kind.version),
  };
}

export function presentKindForm(state: FormState, kind: EventKind | null, texts: Texts) {
  const labels = texts.eventKinds.form;
  const { form } = texts.codeLists;
  const code: FieldDefinition = {
    type: "text",
    name: "code",
    label: form.code,
    hint: labels.codeHint,
    isRequired: true,
    width: "short",
  };
  return presentFormPage(
    {
      title: kind ? labels.editTitle : labels.newTitle,
      code: texts.eventKinds.title,
      lead: kind ? [form.fixedCode(kind.code), labels.lead] : [],
      action: kind ? paths.eventKind(kind.id) : paths.eventKinds(),
      hidden: kind ? ["version"] : [],
      sections: [{ rows: [...(kind ? [] : [code]), ...kindFields(texts)] }],
      submit: form.save,
      cancel: { href: paths.eventKinds() },
    },
    state,
    texts,
  );
}

function kindFields(texts: Texts): (FieldDefinition | FieldDefinition[])[] {
  const { form } = texts.codeLists;
  const labels = texts.eventKinds.form;
  const words = texts.events.closings;
  return [
    { type: "text", name: "labelCs", label: form.labelCs, isRequired: true },
    { type: "text", name: "labelEn", label: form.labelEn, isRequired: true },
    { type: "checkbox", name: "countsAsSupport", label: labels.countsAsSupport },
    {
      type: "select",
      name: "closing",
      label: labels.closing,
      width: "medium",
      options: closings.map((value) => ({ value, label: words[value] })),
    },
    { type: "checkbox", name: "isConfidential", label: labels.isConfidential },
    { type: "checkbox", name: "isMeeting", label: labels.isMeeting },
    { type: "number", name: "position", label: form.position, isRequired: true, width: "short" },
    [
      { type: "date", name: "validFrom", label: form.validFrom },
      { type: "date", name: "validTo", label: form.validTo, hint: form.validToHint },
    ],
  ];
}
