import type { HistoryLine } from "../../../db/queries/audit-events.ts";
import type { CodeListItem } from "../../../db/queries/code-lists.ts";
import type { ProgrammeRule } from "../../../db/queries/programme-rules.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { presentHistory } from "../../web/history-list.ts";
import { newVersionHref, programmeName } from "./presenter.ts";
import { isRuleKind, monthEnds, partsOfValue, ruleKinds } from "./rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** A stored value as it is typed; decimals with the reader's own separator. */
export function typedValue(value: string, { language }: { language: string }) {
  const { amount, monthEnd } = partsOfValue(value);
  return { value: language === "cs" ? amount.replace(".", ",") : amount, monthEnd };
}

/** A rule as its form holds it. */
export function ruleValues(rule: ProgrammeRule, reader: { language: string }): FormValues {
  return {
    ...typedValue(rule.value, reader),
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? "",
    source: rule.source,
    isConfirmed: String(rule.isConfirmed),
    version: String(rule.version),
  };
}

export function presentNewRule(
  state: FormState,
  programmes: CodeListItem[],
  { texts, formats }: Words,
) {
  const { form, kinds } = texts.programmeRules;
  const which: FieldDefinition[] = [
    {
      type: "select",
      name: "programme",
      label: form.programme,
      isRequired: true,
      options: programmes.map(({ code }) => ({
        value: code,
        label: programmeName(code, programmes, formats),
      })),
    },
    {
      type: "select",
      name: "kind",
      label: form.kind,
      isRequired: true,
      options: Object.keys(ruleKinds).map((kind) => ({ value: kind, label: kinds[kind] ?? kind })),
    },
  ];
  return presentFormPage(
    {
      title: form.newTitle,
      lead: [form.newLead],
      action: paths.rules(),
      sections: [
        { rows: [...which, ...ruleFields({ hint: form.newValueHint, isOffset: true }, texts)] },
      ],
      submit: form.save,
      cancel: { href: paths.rules() },
    },
    state,
    texts,
  );
}

export function presentEditedRule(
  state: FormState,
  { rule, history }: { rule: ProgrammeRule; history: HistoryLine[] },
  { texts, formats }: Words,
) {
  const { form, kinds, add } = texts.programmeRules;
  const type = isRuleKind(rule.kind) ? ruleKinds[rule.kind] : "months";
  const fields = ruleFields({ hint: form.valueHints[type], isOffset: type === "offset" }, texts);
  const page = presentFormPage(
    {
      title: kinds[rule.kind] ?? rule.kind,
      code: rule.programme,
      action: paths.rule(rule.id),
      hidden: ["version"],
      sections: [{ rows: fields }],
      submit: form.save,
      cancel: { href: paths.rules() },
    },
    state,
    texts,
  );
  const more = [{ href: newVersionHref(rule), label: add, icon: "plus" }];
  return {
    ...page,
    pageHeader: { ...page.pageHeader, actions: { more } },
    history: { title: form.history, historyList: presentHistory(history, { texts, formats }) },
  };
}

function ruleFields(
  value: { hint: string; isOffset: boolean },
  texts: Texts,
): (FieldDefinition | FieldDefinition[])[] {
  const { form } = texts.programmeRules;
  return [
    ...valueFields(value, texts),
    [
      { type: "date", name: "validFrom", label: form.validFrom, isRequired: true },
      { type: "date", name: "validTo", label: form.validTo },
    ],
    ...sourceFields(texts),
  ];
}

/** The number, and for an offset the reading that binds. */
export function valueFields(
  { hint, isOffset }: { hint: string; isOffset: boolean },
  texts: Texts,
): FieldDefinition[] {
  const { form, monthEnds: labels } = texts.programmeRules;
  const monthEnd: FieldDefinition = {
    type: "select",
    name: "monthEnd",
    label: form.monthEnd,
    width: "medium",
    options: monthEnds.map((value) => ({ value, label: labels[value] })),
  };
  return [
    { type: "number", name: "value", label: form.value, hint, isRequired: true, width: "short" },
    ...(isOffset ? [monthEnd] : []),
  ];
}

export function sourceFields(texts: Texts): FieldDefinition[] {
  const { form } = texts.programmeRules;
  return [
    {
      type: "textarea",
      name: "source",
      label: form.source,
      hint: form.sourceHint,
      isRequired: true,
      maxLength: 500,
      rows: 3,
    },
    { type: "checkbox", name: "isConfirmed", label: form.isConfirmed },
  ];
}
