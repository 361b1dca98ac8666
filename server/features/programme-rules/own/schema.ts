import { z } from "zod";
import { checkbox, text } from "../../../values/fields.ts";
import type { RuleKind } from "../rules.ts";
import { storedValue, valueFields } from "../schema.ts";

/** Which rule it stands for is said by the address. `version` 0: the project had none when the form was opened. */
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
