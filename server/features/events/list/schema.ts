import { z } from "zod";
import { filterChoice, filterDay, filterId, filterIdOrNone } from "../../../values/filters.ts";

export const listStates = ["open", "to-close", "closed", "cancelled", "all", "archived"] as const;

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const eventListSchema = z.object({
  state: filterChoice(listStates, "open"),
  kind: filterId,
  activity: filterIdOrNone,
  from: filterDay,
  to: filterDay,
  sort: filterChoice(["day", "-day"], "day"),
});

export type EventListView = z.output<typeof eventListSchema>;
