import { z } from "zod";
import { choice, ids } from "../../values/fields.ts";
import { audiences, messageKinds } from "./rules.ts";

/** What was chosen in the address; anything unknown leaves what is usual. */
export const pickerQuery = z.object({
  kind: choice(messageKinds).optional().catch(undefined),
  audience: choice(audiences).optional().catch(undefined),
});

export type Picked = z.output<typeof pickerQuery>;

export const messageSchema = z
  .object({ kind: choice(messageKinds), audience: choice(audiences), registrations: ids() })
  .refine(({ registrations }) => registrations.length > 0, {
    path: ["registrations"],
    message: "choosePeople",
  });

export type MessageEntry = z.output<typeof messageSchema>;
