import { z } from "zod";
import {
  optionalChoice,
  optionalDecimal,
  optionalHalere,
  optionalText,
  read,
  text,
  version,
} from "../../../values/fields.ts";
import { flatRateKinds } from "../../drawdowns/rules.ts";
import { MAX_UNITS_E4, UNIT_PLACES } from "../amounts/rules.ts";
import { parseCode } from "../rules.ts";

const lineFields = {
  name: text(300),
  unit: optionalText(60),
  unitPrice: optionalHalere(),
  units: optionalDecimal(UNIT_PLACES, { least: 0, most: MAX_UNITS_E4 }),
  flatRateKind: optionalChoice(flatRateKinds),
  /** Per cent with two places: basis points. */
  flatRate: optionalDecimal(2, { least: 0, most: 10_000 }),
};

const code = () => read(parseCode, "budgetCode");

export const newLineSchema = z.object({
  code: code().refine((value): value is string => value !== null, "required"),
  ...lineFields,
});

/** Without a code the line stays where it is. */
export const editedLineSchema = z.object({ code: code(), ...lineFields, version: version() });

export type LineEntry = z.output<typeof newLineSchema>;
export type EditedLine = z.output<typeof editedLineSchema>;
