import { z } from "zod";
import { checkbox, choice, day, optionalDay, text, version } from "../../values/fields.ts";
import { monthEnds, type RuleKind, readRuleValue, ruleKinds } from "./rules.ts";

const valueFields = {
  value: text(20),
  monthEnd: z.enum(monthEnds).optional().catch(undefined),
};

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
  .transform((entry, context) => ({ ...entry, value: storedValue(entry.kind, entry, context) }));

/** Which rule it is a version of cannot be changed. */
export function editedRuleSchema(kind: RuleKind) {
  return z
    .object({ ...fields, version: version() })
    .refine(inOrder, wrongOrder)
    .transform((entry, context) => ({ ...entry, value: storedValue(kind, entry, context) }));
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
    .transform(({ monthEnd, ...entry }, context) => ({
      ...entry,
      value: storedValue(kind, { value: entry.value, monthEnd }, context),
    }));
}

export type OwnRuleEntry = z.output<ReturnType<typeof ownRuleSchema>>;
export type NewRuleEntry = z.output<typeof newRuleSchema>;
export type EditedRuleEntry = z.output<ReturnType<typeof editedRuleSchema>>;

/** The value as it is stored; where it is not one of the kind, an error of the field. */
function storedValue(
  kind: RuleKind,
  entry: { value: string; monthEnd?: "month-end" | "same-day" | undefined },
  context: z.RefinementCtx,
): string {
  const value = readRuleValue(kind, entry.value, entry.monthEnd ?? "month-end");
  if (value !== undefined) return value;
  context.addIssue({ code: "custom", path: ["value"], message: "ruleValue" });
  return z.NEVER;
}
