import { z } from "zod";
import { checkbox, optionalText } from "../../../values/fields.ts";

/** A text that is too long for the official form is kept all the same: it is shortened by and by. */
const MOST_KEPT = 8_000;

/**
 * The form of one sheet: a text and a mark of the draft that was shown for each of its fields. `version` is
 * the edition of the whole sheet.
 */
export function sheetSchema(names: readonly string[]) {
  const texts = names.map((name) => [name, optionalText(MOST_KEPT)] as const);
  const marks = names.map((name) => [`seen-${name}`, z.string().max(64).default("")] as const);
  return z
    .object({
      version: z
        .string()
        .regex(/^[1-9]\d{0,8}$/, "required")
        .transform(Number),
      next: checkbox(),
      ...Object.fromEntries<z.ZodType<string | null>>(texts),
      ...Object.fromEntries<z.ZodType<string>>(marks),
    })
    .transform((typed: Record<string, unknown>) => ({
      version: typed.version as number,
      next: typed.next as boolean,
      texts: names.map((name) => ({
        name,
        body: (typed[name] as string | null) ?? "",
        seen: typed[`seen-${name}`] as string,
      })),
    }));
}

export type SheetEntry = z.output<ReturnType<typeof sheetSchema>>;
