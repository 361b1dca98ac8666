import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  decimal,
  optionalChoice,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { indicatorCode } from "../../values/indicator-code.ts";
import { computations } from "./computing/rules.ts";
import { behaviours, decimalChoices, directions, indicatorKinds, valueTypes } from "./rules.ts";

/** Numbers of the form are read with the decimals that the form itself chooses. */
export function indicatorSchema(decimals: number) {
  return z.object(fields(decimals)).refine(isMeasured, withoutUnit);
}

export function editedIndicatorSchema(decimals: number) {
  return z.object({ ...fields(decimals), version: version() }).refine(isMeasured, withoutUnit);
}

const isMeasured = (entry: { unit: string; valueType: string }) =>
  entry.valueType === "text" || entry.unit !== "";
const withoutUnit = { path: ["unit"], message: "required" };

function fields(decimals: number) {
  return {
    definitionId: optionalId(),
    code: indicatorCode(),
    name: text(300),
    definition: optionalText(3_000),
    /** Only a rating in words may be without it. */
    unit: optionalText(40).transform((typed) => typed ?? ""),
    kind: choice(indicatorKinds),
    valueType: choice(valueTypes),
    behaviour: choice(behaviours),
    direction: choice(directions),
    decimals: choice(decimalChoices).transform(Number),
    baseline: optionalDecimal(decimals),
    target: optionalDecimal(decimals),
    targetText: optionalText(500),
    targetOn: optionalDay(),
    isCommitted: checkbox(),
    computation: optionalChoice(computations),
    evidenceSource: optionalText(1_000),
    activityId: optionalId(),
    ownerUserId: optionalId(),
  };
}

/** The decimals chosen in a body that is not parsed yet; none where nothing sensible is chosen. */
export function chosenDecimals(body: unknown): number {
  const chosen: unknown = (body as { decimals?: unknown } | null)?.decimals;
  return decimalChoices.some((one) => one === chosen) ? Number(chosen) : 0;
}

interface Measured {
  valueType: "number" | "percentage" | "text";
  decimals: number;
}

/** A new value by the type of its indicator. */
export function valueSchema(indicator: Measured) {
  return z
    .object({ validOn: day(), note: optionalText(2_000), isOpening: checkbox() })
    .extend(amountFields(indicator, { isRequired: true }))
    .superRefine(partsGoTogether);
}

/** The right value in place of a wrong one, or its withdrawal; either needs a reason. */
export function correctionSchema(indicator: Measured) {
  return z
    .object({ validOn: day(), note: text(2_000), how: choice(["replace", "withdraw"]) })
    .extend(amountFields(indicator, { isRequired: false }))
    .superRefine(partsGoTogether)
    .superRefine(({ how, value, numerator, valueText }, context) => {
      const isEmpty = value === null && numerator === null && valueText === null;
      const path = [indicator.valueType === "text" ? "valueText" : "value"];
      if (how === "replace" && isEmpty)
        context.addIssue({ code: "custom", path, message: "required" });
    });
}

const nothing = () =>
  z
    .unknown()
    .default(null)
    .transform(() => null);

function amountFields({ valueType, decimals }: Measured, { isRequired }: { isRequired: boolean }) {
  const isNumber = valueType === "number";
  const isPercentage = valueType === "percentage";
  const number = isRequired ? decimal(decimals) : optionalDecimal(decimals);
  const words = isRequired ? text(2_000) : optionalText(2_000);
  const percentage = optionalDecimal(decimals, { least: 0 });
  const part = optionalDecimal(0, { least: 0, most: 10 ** 12 });
  return {
    value: isNumber ? number : isPercentage ? percentage : nothing(),
    numerator: isPercentage ? part : nothing(),
    denominator: isPercentage ? part : nothing(),
    valueText: valueType === "text" ? words : nothing(),
  };
}

interface Parts {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** A percentage is given by itself or by its parts, of which the whole cannot be nothing. */
function partsGoTogether({ value, numerator, denominator }: Parts, context: z.RefinementCtx): void {
  const refuse = (field: keyof Parts, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (numerator === null && denominator === null) return;
  if (value !== null) refuse("value", "eitherValueOrParts");
  if (numerator === null) refuse("numerator", "required");
  if (denominator === null) refuse("denominator", "required");
  if (denominator === 0) refuse("denominator", "wholeAboveZero");
}
