import type { IndicatorDefinition } from "../../../../db/queries/indicator-definitions.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { ruleTabs } from "../../../web/rule-tabs.ts";
import { computationField } from "../forms/presenter.ts";
import type { Reading } from "../list/presenter.ts";
import { behaviours, decimalChoices, indicatorKinds, valueTypes } from "../rules.ts";

export function presentDefinitions(definitions: readonly IndicatorDefinition[], reading: Reading) {
  const { indicatorDefinitions: words, indicators } = reading.texts;
  const groups = indicatorKinds.map((kind) => ({
    title: indicators.kinds[kind],
    lines: definitions
      .filter((definition) => definition.kind === kind)
      .map((definition) => presentLine(definition, reading)),
  }));
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: { href: paths.newIndicatorDefinition(), label: words.new, icon: "plus" },
      },
      tabs: ruleTabs("indicators", reading.texts),
    },
    hint: words.unconfirmedHint,
    columns: words.columns,
    groups: groups.filter(({ lines }) => lines.length > 0),
    emptyState: definitions.length > 0 ? null : { icon: "list-details", text: words.empty },
  };
}

function presentLine(definition: IndicatorDefinition, { texts, formats }: Reading) {
  const { indicatorDefinitions: words, indicators } = texts;
  const isCzech = formats.language === "cs";
  const isArchived = definition.archivedAt !== null;
  const confirmation = definition.isConfirmed
    ? { tone: "green" as const, label: words.confirmed }
    : { tone: "yellow" as const, label: words.unconfirmed };
  return {
    code: definition.code === null ? words.withoutCode : formatIndicatorCode(definition.code),
    name: isCzech ? definition.nameCs : definition.nameEn,
    otherName: isCzech ? definition.nameEn : definition.nameCs,
    otherLanguage: isCzech ? "en" : "cs",
    unit: isCzech ? definition.unitCs : definition.unitEn,
    measure: indicators.valueTypes[definition.valueType],
    rule: definition.rule,
    source: definition.source,
    pill: isArchived
      ? { tone: "grey" as const, label: words.archived, icon: "archive" }
      : confirmation,
    isArchived,
    menu: [
      { href: paths.editIndicatorDefinition(definition.id), label: words.edit, icon: "pencil" },
      isArchived
        ? {
            href: paths.definitionRestoration(definition.id),
            label: words.restore,
            icon: "archive-off",
            method: "post",
          }
        : {
            href: paths.definitionArchive(definition.id),
            label: words.archive,
            icon: "archive",
            method: "post",
          },
    ],
  };
}

export function presentDefinitionForm(
  state: FormState,
  edited: IndicatorDefinition | undefined,
  { texts }: Reading,
) {
  const { form, newTitle, editTitle } = texts.indicatorDefinitions;
  return presentFormPage(
    {
      title: edited ? editTitle : newTitle,
      action: edited ? paths.indicatorDefinition(edited.id) : paths.indicatorDefinitions(),
      hidden: edited ? ["version"] : [],
      sections: [{ rows: fieldRows(state, texts) }],
      submit: edited ? form.save : form.create,
      cancel: { href: paths.indicatorDefinitions() },
    },
    state,
    texts,
  );
}

export function emptyDefinition(): FormValues {
  return { kind: "output", valueType: "number", behaviour: "increment", decimals: "0" };
}

export function storedDefinition(definition: IndicatorDefinition): FormValues {
  return {
    version: String(definition.version),
    code: definition.code ?? "",
    nameCs: definition.nameCs,
    nameEn: definition.nameEn,
    unitCs: definition.unitCs,
    unitEn: definition.unitEn,
    kind: definition.kind,
    valueType: definition.valueType,
    behaviour: definition.behaviour,
    decimals: String(definition.decimals),
    rule: definition.rule ?? "",
    computation: definition.computation ?? "",
    source: definition.source ?? "",
    isConfirmed: definition.isConfirmed ? "true" : "",
  };
}

function fieldRows(state: FormState, texts: Texts): FieldDefinition[][] {
  const { indicatorDefinitions, indicators, computedIndicators } = texts;
  const { form } = indicatorDefinitions;
  const text = (name: "nameCs" | "nameEn"): FieldDefinition => ({
    type: "text",
    name,
    label: form[name],
    isRequired: true,
  });
  const unit = (name: "unitCs" | "unitEn"): FieldDefinition => ({
    type: "text",
    name,
    label: form[name],
    hint: form.unitHint,
    isRequired: state.values.valueType !== "text",
  });
  const select = (
    name: "kind" | "valueType" | "behaviour" | "decimals",
    values: readonly string[],
    labels: Record<string, string> = {},
  ): FieldDefinition => ({
    type: "select",
    name,
    label: form[name],
    options: values.map((value) => ({ value, label: labels[value] ?? value })),
  });
  return [
    [
      { type: "text", name: "code", label: form.code, hint: form.codeHint },
      select("kind", indicatorKinds, indicators.kind),
    ],
    [text("nameCs")],
    [text("nameEn")],
    [unit("unitCs"), unit("unitEn")],
    [
      select("valueType", valueTypes, indicators.valueTypes),
      select("behaviour", behaviours, indicators.behaviours),
      select("decimals", decimalChoices),
    ],
    [computationField(computedIndicators)],
    [{ type: "textarea", name: "rule", label: form.rule, rows: 4, maxLength: 3_000 }],
    [{ type: "textarea", name: "source", label: form.source, rows: 2, maxLength: 500 }],
    [{ type: "checkbox", name: "isConfirmed", label: form.isConfirmed }],
  ];
}
