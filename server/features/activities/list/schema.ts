import { z } from "zod";
import { parseOwnerKey } from "../../../values/owner.ts";
import { activityStates } from "../rules.ts";

const chosen = (isKnown: (typed: string) => boolean) =>
  z
    .string()
    .catch("")
    .default("")
    .transform((typed) => (isKnown(typed) ? typed : ""));

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const activityListSchema = z.object({
  q: z
    .string()
    .catch("")
    .default("")
    .transform((typed) => typed.trim().slice(0, 100)),
  state: chosen((typed) => (activityStates as readonly string[]).includes(typed)),
  owner: chosen((typed) => typed === "nobody" || parseOwnerKey(typed) !== undefined),
  archived: z
    .string()
    .catch("")
    .default("")
    .transform((typed) => typed === "1"),
});

export type ActivityListView = z.output<typeof activityListSchema>;
