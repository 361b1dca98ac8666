import { z } from "zod";
import { dueUnits, dutyAnchors, monthEnds, weekendPolicies } from "../../values/due-rule.ts";
import { checkbox, choice, day, optionalDay, text, version } from "../../values/fields.ts";
import {
  blankValue,
  type RuleKind,
  readRuleValue,
  ruleKinds,
  suitsKind,
  type TypedValue,
} from "./rules.ts";

/** All but the value belong to rules that give a day; other forms do not send them. */
const valueFields = {
  value: text(20),
  unit: choice(dueUnits).optional(),
  monthEnd: choice(monthEnds).optional(),
  weekend: choice(weekendPolicies).optional(),
  anchor: choice(dutyAnchors).optional(),
};
type ValueFields = { [Name in keyof TypedValue]?: TypedValue[Name] | undefined };

const fields = {
  ...valueFields,
  validFrom: day(),
  validTo: optionalDay(),
  source: text(500),
  isConfirmed: checkbox(),
};

const inOrder = (entry: { validFrom: string; validTo: string | null }) =>
  entry.validTo === null || entry.validFrom <= entry.validTo;
const wrongOrder = { path: ["validTo"], message: "endBeforeStart" };

const kinds = Object.keys(ruleKinds) as [RuleKind, ...RuleKind[]];

export const newRuleSchema = z
  .object({ programme: text(40), kind: choice(kinds), ...fields })
  .refine(inOrder, wrongOrder)
  .transform((entry, context) => withStored(entry.kind, entry, context));

/** Which rule it is a version of cannot be changed. */
export function editedRuleSchema(kind: RuleKind) {
  return z
    .object({ ...fields, version: version() })
    .refine(inOrder, wrongOrder)
    .transform((entry, context) => withStored(kind, entry, context));
}

/**
 * A rule of the project's own; which one is said by the address. `version` 0: the project had none when the
 * form was opened.
 */
export function ownRuleSchema(kind: RuleKind) {
  return z
    .object({
      ...valueFields,
      reason: text(500),
      source: text(500),
      isConfirmed: checkbox(),
      version: z
        .string()
        .regex(/^(0|[1-9]\d{0,8})$/, "required")
        .transform(Number),
    })
    .transform((entry, context) => withStored(kind, entry, context));
}

export type OwnRuleEntry = z.output<ReturnType<typeof ownRuleSchema>>;
export type NewRuleEntry = z.output<typeof newRuleSchema>;
export type EditedRuleEntry = z.output<ReturnType<typeof editedRuleSchema>>;

/** The value as it is stored, in place of what was typed; where it is not one of the kind, an error of the field. */
function withStored<Entry extends ValueFields & { value: string }>(
  kind: RuleKind,
  entry: Entry,
  context: z.RefinementCtx,
): Omit<Entry, "unit" | "monthEnd" | "weekend" | "anchor"> {
  const { unit, monthEnd, weekend, anchor, ...rest } = entry;
  const blank = blankValue(kind);
  const typed: TypedValue = {
    value: entry.value,
    unit: unit ?? blank.unit,
    monthEnd: monthEnd ?? blank.monthEnd,
    weekend: weekend ?? blank.weekend,
    anchor: anchor ?? blank.anchor,
  };
  const value = readRuleValue(kind, typed);
  const isSuited = suitsKind(kind, typed.anchor);
  if (!isSuited) context.addIssue({ code: "custom", path: ["anchor"], message: "unknownChoice" });
  if (value === undefined)
    context.addIssue({ code: "custom", path: ["value"], message: "ruleValue" });
  return value === undefined || !isSuited ? z.NEVER : { ...rest, value };
}
