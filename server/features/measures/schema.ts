import { z } from "zod";
import { choice, optionalDay, optionalText, text, version } from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { longest } from "../cards/rules.ts";
import { measureStates } from "./rules.ts";

const fields = {
  text: text(longest.text),
  state: choice(measureStates),
  dueOn: optionalDay(),
  proof: optionalText(500),
  note: optionalText(2_000),
  ...ownerFields(),
};

export const measureSchema = z.object(fields);
export const editedMeasureSchema = z.object({ ...fields, version: version() });
export const measureStateSchema = z.object({ state: choice(measureStates) });

export type MeasureEntry = z.output<typeof measureSchema>;
export type EditedMeasure = z.output<typeof editedMeasureSchema>;
