import { z } from "zod";
import { filterChoice } from "../../../values/filters.ts";

export const listStates = ["open", "decided", "all", "archived"] as const;

/** The list as its address tells it. */
export const resolutionListSchema = z.object({ state: filterChoice(listStates, "all") });

export type ResolutionListView = z.output<typeof resolutionListSchema>;
