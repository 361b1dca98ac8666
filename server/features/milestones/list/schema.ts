import { z } from "zod";
import { filterChoice, filterDay, filterIdOrNone, filterText } from "../../../values/filters.ts";
import { parseOwnerKey } from "../../../values/owner.ts";
import { milestoneKinds } from "../rules.ts";

export const listStates = ["unfinished", "overdue", "done", "cancelled", "all"] as const;
export const groupings = ["none", "kind", "activity", "month"] as const;
export const sorts = ["due", "-due", "expected", "-expected", "done", "-done"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const milestoneListSchema = z.object({
  state: filterChoice(listStates, "unfinished"),
  kind: filterText.transform((typed) => milestoneKinds.find((kind) => kind === typed) ?? ""),
  activity: filterIdOrNone,
  owner: filterText.transform((typed) =>
    typed === "nobody" || parseOwnerKey(typed) !== undefined ? typed : "",
  ),
  from: filterDay,
  to: filterDay,
  group: filterChoice(groupings, "none"),
  sort: filterChoice(sorts, "due"),
});

export type MilestoneListView = z.output<typeof milestoneListSchema>;
