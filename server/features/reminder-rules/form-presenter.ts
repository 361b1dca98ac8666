import type { HistoryLine } from "../../../db/queries/audit-events.ts";
import type { CodeListItem } from "../../../db/queries/code-lists.ts";
import type { ReminderRule, ReminderRuleFields } from "../../../db/queries/reminder-rules.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type RecipientRole, recipientRoles } from "../../values/recipient-roles.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { type FieldDefinition, presentFields } from "../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../web/form-page.ts";
import { presentHistory } from "../../web/history-list.ts";
import { categoryName, namesOf, subjectName } from "./presenter.ts";
import { readSubject, ruleCategories, stageOf, subjectKeys } from "./rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** A rule as its form holds it, whatever it is about. */
export function ruleValues(
  rule: Omit<ReminderRuleFields, "objectType" | "kind" | "programme">,
): FormValues {
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    daysBefore: rule.daysBefore.join(", "),
    overdueAfter: number(rule.overdueAfter),
    overdueEvery: number(rule.overdueEvery),
    recipients: rule.recipients,
    category: rule.category,
    escalateManagerAfter: number(rule.escalateManagerAfter),
    escalateSummaryAfter: number(rule.escalateSummaryAfter),
    note: rule.note ?? "",
    isActive: String(rule.isActive),
  };
}

/** Where a new rule begins: with what has held until now. */
export function newRuleValues(
  chosen: { subject: string; programme: string },
  above: ReminderRule | undefined,
): FormValues {
  const blank = { recipients: ["owner"], category: "deadlines", isActive: "true" };
  return { ...chosen, ...(above ? { ...ruleValues(above), note: "" } : blank) };
}

/** What the rule shall be about: the fields of its form depend on it. */
export function presentRuleChoice(state: FormState, programmes: CodeListItem[], words: Words) {
  const { texts } = words;
  const { form } = texts.reminderRules;
  return {
    pageHeader: { title: form.choiceTitle },
    lead: form.choiceLead,
    action: paths.newReminderRule(),
    fields: presentFields([subjectField(texts), programmeField(programmes, words)], state, texts),
    formFooter: { submit: form.choose, cancel: { href: paths.reminderRules() } },
  };
}

export function presentNewRule(
  state: FormState,
  { subject, programmes }: { subject: string; programmes: CodeListItem[] },
  words: Words,
) {
  const { texts } = words;
  const { form, add } = texts.reminderRules;
  const about = readSubject(subject);
  const which = about ? [] : [subjectField(texts)];
  return presentFormPage(
    {
      title: about ? subjectName(about, texts) : add,
      ...(about ? { code: add } : {}),
      lead: [form.takenOver],
      action: paths.reminderRules(),
      hidden: about ? ["subject"] : [],
      sections: [
        { rows: [...which, programmeField(programmes, words)] },
        ...ruleSections(about?.objectType ?? "milestone", texts),
      ],
      submit: form.show,
      cancel: { href: paths.reminderRules() },
    },
    state,
    texts,
  );
}

export function presentEditedRule(
  state: FormState,
  { rule, history }: { rule: ReminderRule; history: HistoryLine[] },
  { texts, formats }: Words,
) {
  const { form } = texts.reminderRules;
  const { name, reach } = namesOf(rule, texts);
  const page = presentFormPage(
    {
      title: name,
      ...(reach === null ? {} : { code: reach }),
      action: paths.reminderRule(rule.id),
      hidden: ["version"],
      sections: ruleSections(rule.objectType, texts),
      submit: form.show,
      cancel: { href: paths.reminderRules() },
    },
    state,
    texts,
  );
  const historyList = presentHistory(history, { texts, formats });
  return { ...page, history: { title: form.history, historyList } };
}

function subjectField(texts: Texts): FieldDefinition {
  return {
    type: "select",
    name: "subject",
    label: texts.reminderRules.form.subject,
    isRequired: true,
    options: subjectKeys.map((value) => ({
      value,
      label: subjectName(readSubject(value) ?? { objectType: value, kind: null }, texts),
    })),
  };
}

function programmeField(
  programmes: CodeListItem[],
  { texts, formats: { language } }: Words,
): FieldDefinition {
  const { form, allProgrammes } = texts.reminderRules;
  const label = ({ code, labelCs, labelEn }: CodeListItem) =>
    `${code} – ${language === "cs" ? labelCs : labelEn}`;
  return {
    type: "select",
    name: "programme",
    label: form.programme,
    options: [
      { value: "", label: allProgrammes },
      ...programmes.map((one) => ({ value: one.code, label: label(one) })),
    ],
  };
}

function ruleSections(objectType: string, texts: Texts): SectionDefinition[] {
  const { form, roles } = texts.reminderRules;
  const roleOption = (role: RecipientRole) => ({
    value: role,
    label: roles[role],
    hint: form.roleHints[role],
  });
  return [
    { title: form.when, rows: whenFields(objectType, texts) },
    {
      title: form.whom,
      hint: form.recipientsHint,
      rows: [
        {
          type: "checkboxes",
          name: "recipients",
          label: form.recipients,
          isRequired: true,
          options: recipientRoles.map(roleOption),
        },
        categoryField(texts),
      ],
    },
    ...escalationSection(objectType, texts),
    {
      rows: [
        {
          type: "textarea",
          name: "note",
          label: form.note,
          hint: form.noteHint,
          rows: 2,
          maxLength: 500,
        },
        { type: "checkbox", name: "isActive", label: form.isActive, hint: form.isActiveHint },
      ],
    },
  ];
}

function whenFields(objectType: string, texts: Texts): (FieldDefinition | FieldDefinition[])[] {
  const { form } = texts.reminderRules;
  const stage = stageOf(objectType);
  const isWaiting = stage === "waiting";
  const before: FieldDefinition = {
    type: "text",
    name: "daysBefore",
    label: form.daysBefore,
    hint: form.daysBeforeHint,
    width: "medium",
  };
  const number = (name: string, label: string, hint: string): FieldDefinition => ({
    ...{ type: "number", name, label, hint, suffix: form.days, width: "short" },
  });
  const after = [
    number(
      "overdueAfter",
      isWaiting ? form.waitsAfter : form.overdueAfter,
      isWaiting ? form.waitsHint : form.overdueHint,
    ),
    number("overdueEvery", form.overdueEvery, form.everyHint),
  ];
  return [...(isWaiting ? [] : [before]), ...(stage === "passing" ? [] : [after])];
}

function categoryField(texts: Texts): FieldDefinition {
  const { form } = texts.reminderRules;
  return {
    type: "select",
    name: "category",
    label: form.category,
    hint: form.categoryHint,
    isRequired: true,
    width: "medium",
    options: ruleCategories.map((value) => ({ value, label: categoryName(value, texts) })),
  };
}

function escalationSection(objectType: string, texts: Texts): SectionDefinition[] {
  const { form } = texts.reminderRules;
  const stage = stageOf(objectType);
  if (stage === "passing") return [];
  const field = (name: "escalateManagerAfter" | "escalateSummaryAfter"): FieldDefinition => ({
    ...{ type: "number", name, label: form[name], suffix: form.workingDays, width: "short" },
  });
  return [
    {
      title: form.escalation,
      hint: stage === "waiting" ? form.escalationWaitingHint : form.escalationHint,
      rows: [[field("escalateManagerAfter"), field("escalateSummaryAfter")]],
    },
  ];
}
