import { z } from "zod";
import {
  choice,
  ids,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalText,
  text,
  version,
} from "../../values/fields.ts";
import { ownerFields } from "../../values/owner.ts";
import { WHOLE } from "../../values/percent.ts";
import { activityStates } from "./rules.ts";

const fields = z.object({
  number: optionalText(3),
  title: text(300),
  goal: optionalText(3000),
  description: optionalText(8000),
  outputs: optionalText(3000),
  state: choice(activityStates).default("planned"),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
  shareBp: optionalDecimal(2, { least: 0, most: WHOLE }),
  targetGroupIds: ids(),
  ...ownerFields(),
});

type Fields = z.output<typeof fields>;

const endsAfterItStarts = ({ startsOn, endsOn }: Pick<Fields, "startsOn" | "endsOn">) =>
  startsOn === null || endsOn === null || startsOn <= endsOn;
const endBeforeStart = { path: ["endsOn"], message: "endBeforeStart" };

export const newActivitySchema = fields
  .extend({ parentId: optionalId() })
  .refine(endsAfterItStarts, endBeforeStart);

export const editedActivitySchema = fields
  .extend({ number: text(3), version: version(), dateReason: optionalText(500) })
  .refine(endsAfterItStarts, endBeforeStart);

export type ActivityEntry = Fields;
export type EditedActivity = z.output<typeof editedActivitySchema>;
