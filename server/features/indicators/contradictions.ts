import type { IndicatorFields } from "../../../db/queries/indicators.ts";
import { addsUp } from "./rules.ts";

/** What about an indicator does not go together: field → text key. */
export function contradictions(fields: IndicatorFields): Record<string, string> {
  return {
    ...(fields.target !== null && numberProblem(fields)),
    ...(fields.direction === "down" && decreaseProblem(fields)),
    ...textProblem(fields),
    ...(fields.computation !== null && countProblem(fields)),
    ...(fields.kind === "data-item" && dataItemProblem(fields)),
    ...(fields.behaviour === "increment" &&
      !addsUp(fields) && { behaviour: "incrementsAreNumbers" }),
  };
}

/** Facts are counted: whole numbers that grow and add up. */
function countProblem(fields: IndicatorFields): Record<string, string> {
  const isCount = addsUp(fields) && fields.decimals === 0 && fields.direction === "up";
  return isCount ? {} : { computation: "computedAreCounts" };
}

/** A text is compared with nothing, a number with no text. */
function textProblem({ valueType, baseline, target, targetText }: IndicatorFields) {
  const errors: Record<string, string> = {};
  if (valueType !== "text") {
    if (targetText !== null) errors.targetText = "targetIsNumber";
    return errors;
  }
  if (target !== null) errors.target = "targetIsText";
  if (baseline !== null) errors.baseline = "targetIsText";
  return errors;
}

/** Growth is measured as a part of the target, so that there has to be some. */
function numberProblem({ direction, target }: IndicatorFields) {
  return direction === "up" && target !== null && target <= 0 ? { target: "aboveZero" } : {};
}

/** A decrease runs from the baseline down to the target; increments only grow. */
function decreaseProblem(fields: IndicatorFields): Record<string, string> {
  if (fields.valueType === "text" || addsUp(fields)) return { direction: "onlyStatesFall" };
  const { baseline, target } = fields;
  if (target === null) return {};
  if (baseline === null) return { baseline: "required" };
  return baseline <= target ? { baseline: "aboveTarget" } : {};
}

function dataItemProblem({ target, targetText }: IndicatorFields) {
  const errors: Record<string, string> = {};
  if (target !== null) errors.target = "noTargetForDataItem";
  if (targetText !== null) errors.targetText = "noTargetForDataItem";
  return errors;
}
