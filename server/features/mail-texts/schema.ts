import { z } from "zod";
import { optionalText, version } from "../../values/fields.ts";

export const mailTextSchema = z.object({
  subject: optionalText(150),
  opening: optionalText(1000),
  closing: optionalText(1000),
  version: version(),
});

export type MailTextEntry = z.output<typeof mailTextSchema>;
