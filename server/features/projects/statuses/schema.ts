import { z } from "zod";
import { choice, day, optionalText, text } from "../../../values/fields.ts";
import { healths } from "../rules.ts";

export const MOST_CHARACTERS = 600;

export const statusSchema = z.object({
  health: choice(healths),
  sentence: text(MOST_CHARACTERS),
  decisionNeeded: optionalText(MOST_CHARACTERS),
  validOn: day(),
});

export type StatusEntry = z.output<typeof statusSchema>;
