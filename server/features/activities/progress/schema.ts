import { z } from "zod";
import { day, decimal, optionalDecimal, text } from "../../../values/fields.ts";

export const progressSchema = z.object({
  percent: decimal(0, { least: 0, most: 100 }),
  validOn: day(),
  reason: text(1000),
});

/** Without a per cent the correction withdraws the entry. */
export const progressCorrectionSchema = progressSchema.extend({
  percent: optionalDecimal(0, { least: 0, most: 100 }),
});
