import { z } from "zod";
import { filterChoice } from "../../../values/filters.ts";

export const listStates = ["open", "closed", "all", "archived"] as const;

/** The list as its address tells it. */
export const controlListSchema = z.object({ state: filterChoice(listStates, "all") });

export type ControlListView = z.output<typeof controlListSchema>;
