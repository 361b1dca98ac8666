import type { IndicatorDefinition } from "../../../../db/queries/indicator-definitions.ts";
import type { Indicator } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { computations } from "../computing/rules.ts";
import type { Reading } from "../list/presenter.ts";
import { behaviours, decimalChoices, directions, indicatorKinds, valueTypes } from "../rules.ts";

interface Choices {
  projectId: number;
  activities: { id: number; label: string }[];
  owners: { id: number; label: string }[];
  /** The catalogue, from which a new indicator may be filled in. */
  definitions?: readonly IndicatorDefinition[];
  /** Of an indicator being edited. */
  edited?: { id: number; hasValues: boolean };
}

export function presentIndicatorForm(state: FormState, choices: Choices, reading: Reading) {
  const { form } = reading.texts.indicators;
  const { projectId, edited } = choices;
  const cancel = edited ? paths.indicator(projectId, edited.id) : paths.indicators(projectId);
  const page = presentFormPage(
    {
      title: edited ? form.editTitle : form.newTitle,
      action: cancel,
      hidden: edited ? ["version", "definitionId"] : ["definitionId"],
      sections: [
        { title: form.what, rows: whatFields(state, reading, edited?.hasValues ?? false) },
        { title: form.goal, rows: goalFields(reading) },
        { title: form.responsibility, rows: responsibilityFields(choices, reading) },
      ],
      submit: edited ? form.save : form.create,
      cancel: { href: cancel },
    },
    state,
    reading.texts,
  );
  const { definitions } = choices;
  return {
    ...page,
    catalogue: definitions ? presentCatalogue(definitions, projectId, state, reading) : null,
  };
}

/** The form of an empty indicator, or of one taken from the catalogue. */
export function newIndicatorValues(
  definition: IndicatorDefinition | undefined,
  language: Formats["language"],
): FormValues {
  const ordinary = { direction: "up", isCommitted: "true" };
  if (!definition) {
    const measure = { valueType: "number", behaviour: "increment", decimals: "0" };
    return { ...ordinary, ...measure, kind: "own" };
  }
  const isCzech = language === "cs";
  return {
    ...ordinary,
    definitionId: String(definition.id),
    code: definition.code ?? "",
    name: isCzech ? definition.nameCs : definition.nameEn,
    unit: isCzech ? definition.unitCs : definition.unitEn,
    definition: definition.rule ?? "",
    kind: definition.kind,
    valueType: definition.valueType,
    behaviour: definition.behaviour,
    decimals: String(definition.decimals),
    isCommitted: definition.kind === "data-item" ? "" : "true",
    computation: definition.computation ?? "",
  };
}

/** The form of a stored indicator. */
export function storedIndicatorValues(indicator: Indicator, formats: Formats): FormValues {
  const scaled = (value: number | null) =>
    value === null ? "" : formats.inputScaled(value, indicator.decimals);
  return {
    version: String(indicator.version),
    definitionId: idText(indicator.definitionId),
    code: indicator.code ?? "",
    name: indicator.name,
    definition: indicator.definition ?? "",
    unit: indicator.unit,
    kind: indicator.kind,
    valueType: indicator.valueType,
    behaviour: indicator.behaviour,
    direction: indicator.direction,
    decimals: String(indicator.decimals),
    baseline: scaled(indicator.baseline),
    target: scaled(indicator.target),
    targetText: indicator.targetText ?? "",
    targetOn: indicator.targetOn ?? "",
    isCommitted: indicator.isCommitted ? "true" : "",
    computation: indicator.computation ?? "",
    evidenceSource: indicator.evidenceSource ?? "",
    activityId: idText(indicator.activityId),
    ownerUserId: idText(indicator.ownerUserId),
  };
}

function idText(id: number | null): string {
  return id === null ? "" : String(id);
}

function presentCatalogue(
  definitions: readonly IndicatorDefinition[],
  projectId: number,
  state: FormState,
  { texts, formats }: Reading,
) {
  const { form } = texts.indicators;
  const nameOf = ({ nameCs, nameEn }: IndicatorDefinition) =>
    formats.language === "cs" ? nameCs : nameEn;
  const options = definitions.map((definition) => {
    const code = definition.code === null ? "" : `${formatIndicatorCode(definition.code)} `;
    const note = definition.isConfirmed ? "" : ` (${form.unconfirmed})`;
    return { value: String(definition.id), label: `${code}${nameOf(definition)}${note}` };
  });
  const chosen = state.values.definitionId;
  return {
    action: paths.newIndicator(projectId),
    title: form.fromCatalogue,
    field: {
      type: "select" as const,
      id: "catalogue-definition",
      name: "definition",
      label: form.chooseDefinition,
      value: typeof chosen === "string" ? chosen : "",
      options: [{ value: "", label: form.ownDefinition }, ...options],
    },
    submit: form.useDefinition,
  };
}

function whatFields(
  state: FormState,
  { texts }: Reading,
  isMeasureKept: boolean,
): FieldDefinition[][] {
  const words = texts.indicators;
  const { form } = words;
  const choices = (values: readonly string[], labels: Record<string, string>) =>
    values.map((value) => ({ value, label: labels[value] ?? value }));
  return [
    [
      { type: "text", name: "code", label: form.code, width: "short" },
      {
        type: "select",
        name: "kind",
        label: form.kind,
        options: choices(indicatorKinds, words.kind),
        isRequired: true,
      },
    ],
    [{ type: "text", name: "name", label: form.name, isRequired: true }],
    [
      {
        type: "text",
        name: "unit",
        label: form.unit,
        hint: form.unitHint,
        isRequired: state.values.valueType !== "text",
        width: "short",
      },
    ],
    [computationField(texts.computedIndicators)],
    [
      {
        type: "textarea",
        name: "definition",
        label: form.definition,
        rows: 3,
        maxLength: 3_000,
      },
    ],
    [
      {
        type: "select",
        name: "valueType",
        label: form.valueType,
        options: choices(valueTypes, words.valueTypes),
      },
      {
        type: "select",
        name: "behaviour",
        label: form.behaviour,
        hint: isMeasureKept ? form.measureKept : form.behaviourHint,
        options: choices(behaviours, words.behaviours),
      },
      {
        type: "select",
        name: "decimals",
        label: form.decimals,
        options: choices(decimalChoices, {}),
        width: "short",
      },
    ],
  ];
}

/** Entered by hand, or counted from something. */
export function computationField(words: Texts["computedIndicators"]): FieldDefinition {
  return {
    type: "select",
    name: "computation",
    label: words.computation,
    hint: words.computationHint,
    options: [
      { value: "", label: words.declared },
      ...computations.map((value) => ({ value, label: words.computations[value] })),
    ],
  };
}

function goalFields({ texts }: Reading): FieldDefinition[][] {
  const words = texts.indicators;
  const { form } = words;
  return [
    [
      { type: "number", name: "baseline", label: form.baseline, width: "short" },
      { type: "number", name: "target", label: form.target, hint: form.targetHint, width: "short" },
      {
        type: "date",
        name: "targetOn",
        label: form.targetOn,
        hint: form.targetOnHint,
        width: "short",
      },
    ],
    [{ type: "text", name: "targetText", label: form.targetText, hint: form.targetTextHint }],
    [
      {
        type: "select",
        name: "direction",
        label: form.direction,
        hint: form.directionHint,
        width: "short",
        options: directions.map((value) => ({ value, label: words.directions[value] })),
      },
    ],
    [{ type: "checkbox", name: "isCommitted", label: form.isCommitted }],
  ];
}

function responsibilityFields(
  { activities, owners }: Choices,
  { texts }: Reading,
): FieldDefinition[][] {
  const { form } = texts.indicators;
  const options = (none: string, all: { id: number; label: string }[]) => [
    { value: "", label: none },
    ...all.map(({ id, label }) => ({ value: String(id), label })),
  ];
  return [
    [
      {
        type: "select",
        name: "activityId",
        label: form.activity,
        options: options(form.noActivity, activities),
      },
      {
        type: "select",
        name: "ownerUserId",
        label: form.owner,
        options: options(form.noOwner, owners),
      },
    ],
    [
      {
        type: "textarea",
        name: "evidenceSource",
        label: form.evidence,
        hint: form.evidenceHint,
        rows: 2,
        maxLength: 1_000,
      },
    ],
  ];
}
