import { z } from "zod";
import { id } from "../../values/fields.ts";
import { outputStates, writtenKinds } from "./rules.ts";

export const newOutputSchema = z.object({ milestoneId: id() });

const word = z.string().trim().max(40).catch("").default("");

/** The list as its address tells it; what makes no sense there is left out rather than refused. */
export const outputListSchema = z.object({
  state: word.transform(
    (typed) => (["planned", ...outputStates] as const).find((one) => one === typed) ?? "",
  ),
  kind: word.transform((typed) => writtenKinds.find((one) => one === typed) ?? ""),
});

export type OutputListView = z.output<typeof outputListSchema>;
