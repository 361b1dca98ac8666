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
import { parseUnits } from "../amounts/rules.ts";
import { parseCode } from "../rules.ts";

function optionalUnits() {
  return z
    .string()
    .default("")
    .transform((typed, context) => {
      const text = typed.trim();
      if (text === "") return null;
      const reading = parseUnits(text);
      if (reading.ok) return reading.unitsE4;
      context.addIssue({ code: "custom", message: reading.message });
      return z.NEVER;
    });
}

const lineFields = {
  name: text(300),
  unit: optionalText(60),
  unitPrice: optionalHalere(),
  units: optionalUnits(),
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
