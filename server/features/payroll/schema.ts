import { z } from "zod";
import { choice, id, optionalDecimal, optionalHalere, read, version } from "../../values/fields.ts";
import type { Halere } from "../../values/money.ts";
import { isMonth, type Month } from "../../values/month.ts";
import { contractCodes, MOST_E2 } from "./rules.ts";

export const payrollSchema = z.object({
  version: version().optional(),
  assignmentId: id(),
  month: read((typed) => (isMonth(typed) ? typed : undefined), "validMonth").refine(
    (month): month is Month => month !== null,
    "required",
  ),
  contractCode: choice(contractCodes),
  pay: optionalHalere().refine((sum): sum is Halere => sum !== null, "required"),
  otherWithLevies: optionalHalere(),
  /** Left empty they follow from the rule of the programme. */
  levies: optionalHalere(),
  otherWithoutLevies: optionalHalere(),
  /** An approved timesheet decides; without one they have to be told. */
  fundHours: optionalDecimal(2, { least: 0, most: MOST_E2 }),
  projectHours: optionalDecimal(2, { least: 0, most: MOST_E2 }),
});

export type PayrollEntry = z.output<typeof payrollSchema>;
