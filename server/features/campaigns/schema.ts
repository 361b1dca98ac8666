import { z } from "zod";
import {
  choice,
  day,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalUrl,
  text,
  version,
} from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";

export const campaignKinds = ["campaign", "spot"] as const;
export const campaignStates = ["planned", "running", "finished", "cancelled"] as const;

const fields = {
  kind: choice(campaignKinds).default("campaign"),
  title: text(300),
  activityId: optionalId(),
  goal: optionalText(5000),
  startsOn: day(),
  endsOn: day(),
  channels: optionalText(2000),
  outputs: optionalText(2000),
  reach: optionalDecimal(0, { least: 0, most: 1_000_000_000 }),
  reachNote: optionalText(1000),
  proof: optionalText(1000),
  proofUrl: optionalUrl(),
  state: choice(campaignStates).default("planned"),
  ...ownerFields(),
};

const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn;
const wrongOrder = { path: ["endsOn"], message: "endBeforeStart" };

export const newCampaignSchema = z.object(fields).refine(inOrder, wrongOrder);
export const editedCampaignSchema = z
  .object({ ...fields, version: version() })
  .refine(inOrder, wrongOrder);

export type CampaignEntry = z.output<typeof newCampaignSchema>;
export type EditedCampaign = z.output<typeof editedCampaignSchema>;
