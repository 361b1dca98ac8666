import { z } from "zod";
import { choice, decimal, id, optionalText, version } from "../../values/fields.ts";

export const newReportSchema = z.object({
  periodId: id(),
  language: choice(["cs", "en"]),
  fileNumber: optionalText(100),
});

export const editedReportSchema = z.object({
  number: decimal(0, { least: 1, most: 9_999 }),
  fileNumber: optionalText(100),
  version: version(),
});

export type NewReportEntry = z.output<typeof newReportSchema>;
export type EditedReportEntry = z.output<typeof editedReportSchema>;
