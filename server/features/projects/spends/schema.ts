import { z } from "zod";
import { day, optionalHalere, optionalText } from "../../../values/fields.ts";

const correction = z.object({
  /** Empty withdraws what is corrected. */
  spent: optionalHalere(),
  validOn: day(),
  note: optionalText(500),
});

export const spendCorrectionSchema = correction;
export const spendSchema = correction.extend({
  spent: optionalHalere().refine((value): value is number => value !== null, "required"),
});

export type SpendEntry = z.output<typeof spendCorrectionSchema>;
