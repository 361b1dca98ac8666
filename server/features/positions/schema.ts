import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  optionalId,
  optionalText,
  optionalUrl,
  text,
  version,
} from "../../values/fields.ts";
import { optionalWorkload } from "../../values/workload.ts";

export const contracts = ["employment", "dpc", "dpp"] as const;
export const fundings = ["direct", "flat-rate"] as const;
export const positionStates = ["vacant", "advertised", "filled", "vacated", "cancelled"] as const;

const fields = {
  name: text(200),
  contract: choice(contracts),
  workloadMilli: optionalWorkload(),
  funding: choice(fundings),
  budgetLineId: optionalId(),
  activityId: optionalId(),
  isToBeCreated: checkbox(),
  milestoneId: optionalId(),
  note: optionalText(2000),
};

interface Entry {
  contract: (typeof contracts)[number];
  workloadMilli: number | null;
  funding: (typeof fundings)[number];
  budgetLineId: number | null;
  isToBeCreated: boolean;
  milestoneId: number | null;
}

// Hours of an employment follow from its workload; an agreement may be by hours alone.
const hasWorkload = (entry: Entry) =>
  entry.contract !== "employment" || entry.workloadMilli !== null;
const noWorkload = { path: ["workloadMilli"], message: "required" };
// The flat rate is one line of its own and nothing is drawn on it.
const isOnItsLine = (entry: Entry) => entry.funding === "direct" || entry.budgetLineId === null;
const lineOfFlatRate = { path: ["budgetLineId"], message: "flatRateHasNoLine" };
const fulfilsOutput = (entry: Entry) => entry.isToBeCreated || entry.milestoneId === null;
const outputOfNothing = { path: ["milestoneId"], message: "outputOfCreatedPosition" };

export const newPositionSchema = z
  .object(fields)
  .refine(hasWorkload, noWorkload)
  .refine(isOnItsLine, lineOfFlatRate)
  .refine(fulfilsOutput, outputOfNothing);

export const editedPositionSchema = z
  .object({ ...fields, version: version() })
  .refine(hasWorkload, noWorkload)
  .refine(isOnItsLine, lineOfFlatRate)
  .refine(fulfilsOutput, outputOfNothing);

const proofFields = {
  validOn: day(),
  proof: optionalText(500),
  proofUrl: optionalUrl().refine((url) => url === null || /^https:/i.test(url), "validUrl"),
  note: optionalText(1000),
};

export const stateSchema = z.object({
  version: version(),
  state: choice(positionStates),
  ...proofFields,
});

export const stateCorrectionSchema = stateSchema.extend({ note: text(1000) });

export type PositionEntry = z.output<typeof newPositionSchema>;
export type EditedPosition = z.output<typeof editedPositionSchema>;
export type StateEntry = z.output<typeof stateSchema>;
