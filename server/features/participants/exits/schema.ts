import { z } from "zod";
import { checkbox, day, optionalText } from "../../../values/fields.ts";

const exit = {
  validOn: day(),
  codes: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((all) => [...new Set(all.filter((one) => one !== ""))].toSorted())
    .refine((all) => all.length <= 20 && all.every((one) => one.length <= 40), "unknownChoice"),
  note: optionalText(500),
};

export const exitSchema = z.object(exit);
export const exitCorrectionSchema = z.object({ ...exit, isWithdrawn: checkbox() });

export type ExitEntry = z.output<typeof exitSchema> & { isWithdrawn?: boolean };
