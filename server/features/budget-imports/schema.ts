import { z } from "zod";
import { version } from "../../values/fields.ts";

/** The file comes beside the fields. */
export const newBudgetImportSchema = z.object({});

export const stepSchema = z.object({ version: version() });

const MOST_CHARACTERS = 150_000;

/** Rows as they are copied from a spreadsheet: their tabs are their columns. */
export const textsSchema = z.object({
  version: version(),
  texts: z
    .string()
    .default("")
    .refine((text) => text.trim() !== "", "required")
    .refine((text) => text.length <= MOST_CHARACTERS, `tooLong:${MOST_CHARACTERS}`),
});
