import type { IndicatorValueWithAuthor } from "../../../../db/queries/indicator-values.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Reading } from "../list/presenter.ts";
import { addsUp } from "../rules.ts";
import { amountText, indicatorTitle } from "../words.ts";

const LONGEST = 2_000;

export function presentValueForm(state: FormState, indicator: IndicatorOnPage, reading: Reading) {
  const { texts, formats } = reading;
  const { value } = texts.indicators;
  const achieved = { value: indicator.achieved, text: indicator.achievedText };
  const total = amountText(indicator, achieved, formats);
  const opening: FieldDefinition = {
    type: "checkbox",
    name: "isOpening",
    label: value.isOpening,
    hint: value.isOpeningHint,
  };
  const standing =
    total === null || indicator.achievedOn === null
      ? value.noValueYet
      : value.achievedSoFar(withUnit(total, indicator), formats.date(indicator.achievedOn));
  return presentFormPage(
    {
      title: value.title,
      code: indicatorTitle(indicator),
      lead: [standing],
      warnings: indicator.origin === "computed" ? [value.computedHint] : [],
      action: paths.indicatorValues(indicator.projectId, indicator.id),
      sections: [
        {
          rows: [
            dayField(reading),
            ...amountRows(indicator, reading, { isRequired: true }),
            noteField(indicator, reading),
            opening,
          ],
        },
      ],
      submit: value.submit,
      cancel: { href: paths.indicator(indicator.projectId, indicator.id) },
    },
    state,
    texts,
  );
}

export function presentCorrectionForm(
  state: FormState,
  indicator: IndicatorOnPage,
  corrected: IndicatorValueWithAuthor,
  reading: Reading,
) {
  const { texts, formats } = reading;
  const { value, show } = texts.indicators;
  const amount = { value: corrected.value, text: corrected.valueText };
  const by = show.recordedBy(
    formats.dateTime(corrected.recordedAt),
    corrected.authorName ?? show.system,
  );
  const choice: FieldDefinition = {
    type: "radios",
    name: "how",
    label: value.how,
    options: [
      { value: "replace", label: value.replace },
      { value: "withdraw", label: value.withdraw },
    ],
  };
  const reason: FieldDefinition = {
    type: "textarea",
    name: "note",
    label: value.reason,
    hint: value.reasonHint,
    isRequired: true,
    rows: 3,
    maxLength: LONGEST,
  };
  const line = value.correctedLine(
    amountText(indicator, amount, formats) ?? show.withdrawn,
    formats.date(corrected.validOn),
    by,
  );
  return presentFormPage(
    {
      title: value.correctionTitle,
      code: indicatorTitle(indicator),
      lead: [`${value.corrected}: ${line}`, ...(corrected.note === null ? [] : [corrected.note])],
      action: paths.valueCorrection(indicator.projectId, indicator.id, corrected.id),
      sections: [
        {
          rows: [
            choice,
            dayField(reading),
            ...amountRows(indicator, reading, { isRequired: false }),
            reason,
          ],
        },
      ],
      submit: value.submitCorrection,
      cancel: { href: paths.indicator(indicator.projectId, indicator.id) },
    },
    state,
    texts,
  );
}

/** The form of a correction begins with what is corrected. */
export function correctedValues(
  corrected: IndicatorValueWithAuthor,
  { decimals }: { decimals: number },
  formats: Formats,
): FormValues {
  const { numerator, denominator } = corrected;
  const hasParts = numerator !== null && denominator !== null;
  return {
    how: "replace",
    validOn: corrected.validOn,
    value:
      corrected.value === null || hasParts ? "" : formats.inputScaled(corrected.value, decimals),
    numerator: hasParts ? String(numerator) : "",
    denominator: hasParts ? String(denominator) : "",
    valueText: corrected.valueText ?? "",
  };
}

function withUnit(amount: string, { valueType, unit }: IndicatorOnPage): string {
  return valueType === "number" ? `${amount} ${unit}` : amount;
}

function dayField({ texts }: Reading): FieldDefinition {
  const { value } = texts.indicators;
  return {
    type: "date",
    name: "validOn",
    label: value.validOn,
    hint: value.validOnHint,
    isRequired: true,
    width: "short",
  };
}

function noteField(indicator: IndicatorOnPage, { texts }: Reading): FieldDefinition {
  const { value } = texts.indicators;
  const isComputed = indicator.origin === "computed";
  return {
    type: "textarea",
    name: "note",
    label: isComputed ? value.sourceNote : value.note,
    isRequired: isComputed,
    rows: 3,
    maxLength: LONGEST,
  };
}

/** The parts of a percentage stand side by side. */
function amountRows(
  indicator: IndicatorOnPage,
  { texts }: Reading,
  { isRequired }: { isRequired: boolean },
): (FieldDefinition | FieldDefinition[])[] {
  const { value } = texts.indicators;
  const { valueType, unit } = indicator;
  if (valueType === "text") {
    return [
      {
        type: "textarea",
        name: "valueText",
        label: value.text,
        isRequired,
        rows: 3,
        maxLength: LONGEST,
      },
    ];
  }
  if (valueType === "percentage") {
    return [
      {
        type: "number",
        name: "value",
        label: value.percentage,
        hint: value.percentageHint,
        suffix: "%",
        width: "short",
      },
      [
        { type: "number", name: "numerator", label: value.numerator, width: "short" },
        { type: "number", name: "denominator", label: value.denominator, width: "short" },
      ],
    ];
  }
  const isNew = isRequired && addsUp(indicator);
  return [
    {
      type: "number",
      name: "value",
      label: addsUp(indicator) ? value.increment : value.state,
      ...(isNew && { hint: value.incrementHint }),
      suffix: unit,
      isRequired,
      width: "short",
    },
  ];
}
