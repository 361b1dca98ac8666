import { z } from "zod";
import { choice, optionalText, text } from "../../values/fields.ts";
import { statementStates } from "./rules.ts";

export const statementSchema = z.object({
  state: choice(statementStates),
  text: text(4_000),
  nextSteps: optionalText(4_000),
  /** Id of the statement that the form was opened on; 0 where nothing was said yet. */
  version: z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, "required")
    .transform(Number),
});

export type StatementEntry = z.output<typeof statementSchema>;
