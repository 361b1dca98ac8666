import { z } from "zod";
import type { LedgerFilter, LedgerRecipient } from "../../../../db/queries/mail-ledger.ts";
import { addDays, type CalendarDate, pragueInstant } from "../../../values/calendar-date.ts";
import { optionalDay } from "../../../values/fields.ts";

const states = ["pending", "sending", "sent", "failed", "cancelled", "held", "uncertain"] as const;
const kinds = ["digest", "immediate", "summary", "account", "participant"] as const;

export const ledgerStates = states;
export const ledgerKinds = kinds;

const query = z.object({
  state: z.enum(states).nullable().catch(null),
  kind: z.enum(kinds).nullable().catch(null),
  recipient: z
    .string()
    .regex(/^(user|contact|participant)-[1-9]\d{0,8}$/)
    .nullable()
    .catch(null),
  from: optionalDay().nullable().catch(null),
  until: optionalDay().nullable().catch(null),
});

export type AskedLedger = Omit<z.output<typeof query>, "from" | "until"> & {
  from: CalendarDate | null;
  until: CalendarDate | null;
};

/** What an address of the ledger asks for; anything it does not know is left out. */
export function readLedgerFilter(asked: Record<string, unknown>): AskedLedger {
  const { from, until, ...rest } = query.parse(asked);
  return { ...rest, from: from ?? null, until: until ?? null };
}

/** Days of Prague, both included, as the instants between which a mail was queued. */
export function ledgerFilter({ state, kind, recipient, from, until }: AskedLedger): LedgerFilter {
  return {
    ...{ state, kind, recipient: recipient === null ? null : recipientOf(recipient) },
    createdFrom: from && pragueInstant(from, "00:00"),
    createdBefore: until && pragueInstant(addDays(until, 1), "00:00"),
  };
}

function recipientOf(text: string): LedgerRecipient {
  const [type, id] = text.split("-");
  return { type: type as LedgerRecipient["type"], id: Number(id) };
}

export const pauseSchema = z.object({ paused: z.enum(["true", "false"]) });
