import { z } from "zod";
import { choice, decimal, lines, text, version } from "../../values/fields.ts";
import { termKinds } from "../cards/fields/terms/rules.ts";

const fields = {
  labelCs: text(200),
  labelEn: text(200),
  synonyms: lines(40, 120),
  position: decimal(0, { least: 1, most: 9_999 }),
};

export const newTermSchema = z.object({
  kind: choice(termKinds),
  code: text(60).refine((code) => /^[a-z\d-]+$/.test(code), "termCode"),
  ...fields,
});

/** Kind and code stay: cards and later versions of the product know the term by them. */
export const editedTermSchema = z.object({ ...fields, version: version() });

export const archivingSchema = z.object({ version: version() });

export type NewTermEntry = z.output<typeof newTermSchema>;
export type EditedTermEntry = z.output<typeof editedTermSchema>;
