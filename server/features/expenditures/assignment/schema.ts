import { z } from "zod";
import { ids, optionalText, read } from "../../../values/fields.ts";

/** An empty choice leaves things as they are, `none` empties them. */
const place = () =>
  read((typed): number | "none" | undefined => {
    if (typed === "none") return "none";
    return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined;
  }, "unknownChoice");

export const assignmentSchema = z.object({
  expenditureIds: ids().refine((chosen) => chosen.length > 0, "chooseExpenditures"),
  budgetLineId: place(),
  activityId: place(),
  periodId: place(),
  reason: optionalText(500),
});

export type AssignmentEntry = z.output<typeof assignmentSchema>;
