import { z } from "zod";
import { checkbox, optionalChoice, optionalDecimal } from "../../../values/fields.ts";
import { flatRateKinds } from "../../drawdowns/rules.ts";

const MOST_CHARACTERS = 150_000;

/** The block as it was pasted: its blanks and tabs are its shape. */
export const pasteSchema = z.object({
  lines: z
    .string()
    .default("")
    .refine((text) => text.trim() !== "", "required")
    .refine((text) => text.length <= MOST_CHARACTERS, `tooLong:${MOST_CHARACTERS}`),
  flatRateKind: optionalChoice(flatRateKinds),
  flatRate: optionalDecimal(2, { least: 0, most: 10_000 }),
  isConfirmed: checkbox(),
});
