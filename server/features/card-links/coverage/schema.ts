import { z } from "zod";
import { filterChoice, filterText } from "../../../values/filters.ts";
import { groupings } from "./groups/rules.ts";

export const listedStates = ["none", "named", "planned", "running", "finished", "all"] as const;
export type ListedState = (typeof listedStates)[number];

/** The page as its address tells it: cards that nothing covers come first. */
export const coverageSchema = z.object({
  by: z.enum(groupings).nullable().catch(null).default(null),
  group: filterText,
  state: filterChoice(listedStates, "none"),
});

export type CoverageView = z.output<typeof coverageSchema>;
