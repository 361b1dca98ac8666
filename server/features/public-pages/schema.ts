import { z } from "zod";
import { optionalEmail, optionalText, text, version } from "../../values/fields.ts";
import { SLUG } from "./rules.ts";

const LONGEST_SLUG = 80;

export const publicPageSchema = z.object({
  slug: text(LONGEST_SLUG).refine((slug) => SLUG.test(slug), "publicSlug"),
  introduction: optionalText(4_000),
  fundingSentence: text(500),
  contactFunction: optionalText(),
  contactOffice: optionalText(),
  contactAddress: optionalText(),
  contactEmail: optionalEmail(),
  contactPhone: optionalText(40),
  // 0: the project had no page when the form was opened.
  version: z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, "required")
    .transform(Number),
});
export type PublicPageEntry = z.output<typeof publicPageSchema>;

export const publicationSchema = z.object({ version: version() });
