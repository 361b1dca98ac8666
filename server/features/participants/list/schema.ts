import { z } from "zod";

const oneOf = <const Value extends string>(values: readonly Value[]) =>
  z
    .enum(values as unknown as [Value, ...Value[]])
    .optional()
    .catch(undefined);

export const recordStates = ["complete", "incomplete"] as const;
export const supportStates = ["none", "under", "over"] as const;
export const stays = ["in", "left"] as const;

/** The list as its address tells it; nothing personal is ever asked there. */
export const participantListSchema = z.object({
  record: oneOf(recordStates),
  support: oneOf(supportStates),
  stay: oneOf(stays),
  group: z
    .string()
    .regex(/^([1-9]\d{0,8}|none)$/)
    .optional()
    .catch(undefined),
});

export type ParticipantListView = z.output<typeof participantListSchema>;

/** What is searched for comes in the body of a form, so that no name gets into an address. */
export const participantSearchSchema = z.object({
  q: z.string().trim().max(200).catch(""),
});
