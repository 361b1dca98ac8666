import { z } from "zod";

const states = ["pending", "sending", "sent", "failed", "cancelled", "held", "uncertain"] as const;
const kinds = ["digest", "immediate", "summary", "account", "participant"] as const;

export const ledgerStates = states;
export const ledgerKinds = kinds;

const query = z.object({
  state: z.enum(states).nullable().catch(null),
  kind: z.enum(kinds).nullable().catch(null),
});

/** What an address of the ledger asks for; anything it does not know is left out. */
export function readLedgerFilter(asked: Record<string, unknown>): z.output<typeof query> {
  return query.parse(asked);
}

export const pauseSchema = z.object({ paused: z.enum(["true", "false"]) });
