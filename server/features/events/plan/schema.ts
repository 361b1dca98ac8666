import { z } from "zod";
import { day, ids } from "../../../values/fields.ts";

export const planViewSchema = z.object({
  show: z.enum(["coming", "all"]).catch("coming").default("coming"),
});

export type PlanView = z.output<typeof planViewSchema>;

export const reportSchema = z.object({
  eventIds: ids().refine((chosen) => chosen.length > 0, "chooseEvents"),
  reportedOn: day(),
});

export type ReportEntry = z.output<typeof reportSchema>;
