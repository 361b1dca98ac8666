import { z } from "zod";
import { choice, ids } from "../../values/fields.ts";
import { audiences, kindsByHand } from "./rules.ts";

/** What was chosen in the address; anything unknown leaves what is usual. */
export const pickerQuery = z.object({
  kind: choice(kindsByHand).optional().catch(undefined),
  audience: choice(audiences).optional().catch(undefined),
});

export const mailingSchema = z.object({
  sendsMails: choice(["true", "false"]).transform((chosen) => chosen === "true"),
});

/** A request takes 500 fields at most. */
const MOST_CHOSEN = 450;

export const messageSchema = z
  .object({
    kind: choice(kindsByHand),
    audience: choice(audiences),
    registrations: ids(MOST_CHOSEN),
  })
  .refine(({ registrations }) => registrations.length > 0, {
    path: ["registrations"],
    message: "choosePeople",
  });

export type MessageEntry = z.output<typeof messageSchema>;
