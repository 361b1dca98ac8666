import type { HistoryLine } from "../../../db/queries/audit-events.ts";
import type { CodeListItem } from "../../../db/queries/code-lists.ts";
import type { ProgrammeRule } from "../../../db/queries/programme-rules.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { dueUnits, monthEnds, weekendPolicies } from "../../values/due-rule.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { type FieldDefinition, presentFields } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { presentHistory } from "../../web/history-list.ts";
import { newVersionHref, programmeName } from "./presenter.ts";
import {
  anchorsOf,
  blankValue,
  isDueRuleKind,
  isRuleKind,
  type RuleKind,
  ruleKinds,
  typedParts,
} from "./rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** A stored value as it is typed; decimals with the reader's own separator. */
export function typedValue(
  kind: string,
  stored: string,
  { language }: { language: string },
): FormValues {
  if (!isRuleKind(kind)) return { value: stored };
  const { value, ...rest } = typedParts(kind, stored);
  return { value: language === "cs" ? value.replace(".", ",") : value, ...rest };
}

/** What a new version of a rule begins with. */
export function newRuleValues(
  chosen: { programme: string; kind: string },
  validFrom: string,
): FormValues {
  const blank = isRuleKind(chosen.kind) ? { ...blankValue(chosen.kind) } : {};
  return { ...chosen, ...blank, validFrom };
}

/** A rule as its form holds it. */
export function ruleValues(rule: ProgrammeRule, reader: { language: string }): FormValues {
  return {
    ...typedValue(rule.kind, rule.value, reader),
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? "",
    source: rule.source,
    isConfirmed: String(rule.isConfirmed),
    version: String(rule.version),
  };
}

/** Which rule it shall be: what its form asks for depends on it. */
export function presentRuleChoice(
  state: FormState,
  programmes: CodeListItem[],
  { texts, formats }: Words,
) {
  const { form } = texts.programmeRules;
  return {
    pageHeader: { title: form.choiceTitle },
    lead: form.newLead,
    action: paths.newRule(),
    fields: presentFields(whichFields(programmes, { texts, formats }), state, texts),
    formFooter: { submit: form.choose, cancel: { href: paths.rules() } },
  };
}

export function presentNewRule(
  state: FormState,
  programmes: CodeListItem[],
  { texts, formats }: Words,
) {
  const { form, kinds } = texts.programmeRules;
  const { kind } = state.values;
  const known = typeof kind === "string" && isRuleKind(kind) ? kind : null;
  const [programme, choice] = whichFields(programmes, { texts, formats });
  return presentFormPage(
    {
      title: known ? (kinds[known] ?? known) : form.newTitle,
      lead: [form.newLead],
      action: paths.rules(),
      hidden: known ? ["kind"] : [],
      sections: [
        {
          rows: [
            ...[programme, ...(known ? [] : [choice])].filter((field) => field !== undefined),
            ...ruleFields(known ?? "period-length", texts),
          ],
        },
      ],
      submit: form.save,
      cancel: { href: paths.rules() },
    },
    state,
    texts,
  );
}

function whichFields(programmes: CodeListItem[], { texts, formats }: Words): FieldDefinition[] {
  const { form, kinds } = texts.programmeRules;
  return [
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
}

export function presentEditedRule(
  state: FormState,
  { rule, history }: { rule: ProgrammeRule; history: HistoryLine[] },
  { texts, formats }: Words,
) {
  const { form, kinds, add } = texts.programmeRules;
  const fields = ruleFields(isRuleKind(rule.kind) ? rule.kind : "period-length", texts);
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

function ruleFields(kind: RuleKind, texts: Texts): (FieldDefinition | FieldDefinition[])[] {
  const { form } = texts.programmeRules;
  return [
    ...valueFields(kind, texts),
    [
      { type: "date", name: "validFrom", label: form.validFrom, isRequired: true },
      { type: "date", name: "validTo", label: form.validTo },
    ],
    ...sourceFields(texts),
  ];
}

/** The number; for a rule that gives a day also its unit, what it is counted from, and how free days are read. */
export function valueFields(kind: RuleKind, texts: Texts): (FieldDefinition | FieldDefinition[])[] {
  const { form } = texts.programmeRules;
  const amount: FieldDefinition = {
    type: "number",
    name: "value",
    label: form.value,
    hint: form.valueHints[ruleKinds[kind]],
    isRequired: true,
    width: "short",
  };
  if (!isDueRuleKind(kind)) return [amount];
  const { dueRules } = texts;
  const choice = <Value extends string>(
    name: "unit" | "anchor" | "monthEnd" | "weekend",
    values: readonly Value[],
    labels: Record<Value, string>,
  ): FieldDefinition => ({
    type: "select",
    name,
    label: form[name],
    options: values.map((value) => ({ value, label: labels[value] })),
  });
  return [
    [
      amount,
      choice("unit", dueUnits, dueRules.units),
      choice("anchor", anchorsOf[kind], dueRules.anchors),
    ],
    [
      choice("monthEnd", monthEnds, dueRules.monthEnds),
      choice("weekend", weekendPolicies, dueRules.weekends),
    ],
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
