import { z } from "zod";
import {
  checkbox,
  choice,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { requestKinds } from "./rules.ts";

const fields = { title: text(200), reason: optionalText(4_000), effectiveOn: optionalDay() };

export const newChangeSchema = z.object({
  kind: choice(requestKinds),
  ...fields,
  hasBudget: checkbox(),
});

/** The decision stays one: its form has no choice of kind. */
export const editedChangeSchema = z.object({
  kind: optionalChoice(requestKinds),
  ...fields,
  version: version(),
});

export type NewChange = z.output<typeof newChangeSchema>;
export type EditedChange = z.output<typeof editedChangeSchema>;
