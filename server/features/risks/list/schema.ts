import { z } from "zod";
import { filterChoice, filterIdOrNone, filterText } from "../../../values/filters.ts";
import { parseOwnerKey } from "../../../values/owner.ts";

export const listStates = ["live", "occurred", "closed", "all", "archived"] as const;
export const sorts = ["-score", "score", "review", "-review", "number", "-number"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const riskListSchema = z.object({
  state: filterChoice(listStates, "live"),
  activity: filterIdOrNone,
  owner: filterText.transform((typed) =>
    typed === "nobody" || parseOwnerKey(typed) !== undefined ? typed : "",
  ),
  sort: filterChoice(sorts, "-score"),
});

export type RiskListView = z.output<typeof riskListSchema>;
