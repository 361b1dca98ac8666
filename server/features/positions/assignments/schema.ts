import { z } from "zod";
import {
  day,
  optionalChoice,
  optionalDay,
  optionalHalere,
  optionalText,
  version,
} from "../../../values/fields.ts";
import { ownerFields } from "../../../values/owner.ts";
import { optionalWorkload } from "../../../values/workload.ts";

export const payUnits = ["month", "hour"] as const;

const fields = {
  ...ownerFields(),
  startsOn: day(),
  endsOn: optionalDay(),
  workloadMilli: optionalWorkload(),
  employerWorkloadMilli: optionalWorkload(),
  note: optionalText(2000),
};

/** Taken from those alone who may read pay; of others they are not even looked at. */
const payFields = { payUnit: optionalChoice(payUnits), payHalere: optionalHalere() };
const noPayFields = {
  payUnit: z.unknown().transform(() => null),
  payHalere: z.unknown().transform(() => null),
};

interface Entry {
  startsOn: string;
  endsOn: string | null;
  payUnit: (typeof payUnits)[number] | null;
  payHalere: number | null;
}

const inOrder = ({ startsOn, endsOn }: Entry) => endsOn === null || startsOn <= endsOn;
const wrongOrder = { path: ["endsOn"], message: "endBeforeStart" };
const hasUnit = ({ payUnit, payHalere }: Entry) => (payUnit === null) === (payHalere === null);
const noUnit = { path: ["payHalere"], message: "payNeedsUnit" };

export function newAssignmentSchema(readsPay: boolean) {
  return z
    .object({ ...fields, ...(readsPay ? payFields : noPayFields) })
    .refine(inOrder, wrongOrder)
    .refine(hasUnit, noUnit);
}

export function editedAssignmentSchema(readsPay: boolean) {
  return z
    .object({ ...fields, ...(readsPay ? payFields : noPayFields), version: version() })
    .refine(inOrder, wrongOrder)
    .refine(hasUnit, noUnit);
}

export type AssignmentEntry = z.output<ReturnType<typeof newAssignmentSchema>>;
export type EditedAssignment = z.output<ReturnType<typeof editedAssignmentSchema>>;
