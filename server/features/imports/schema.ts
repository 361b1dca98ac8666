import { z } from "zod";
import { choice, optionalText, version } from "../../values/fields.ts";
import { encodings } from "../../values/text-encoding.ts";
import { importKinds } from "./rules.ts";

/** The file itself does not come with the fields. */
export const newImportSchema = z.object({ kind: choice(importKinds) });

const LONGEST_SHEET_NAME = 100;

export const readingSchema = z.object({
  encoding: z.enum(encodings).optional().catch(undefined),
  separator: z.string().max(1).optional().catch(undefined),
  sheet: optionalText(LONGEST_SHEET_NAME),
});

export const stepSchema = z.object({ version: version() });
