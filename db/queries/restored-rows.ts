import type { Transaction } from "../connection.ts";

/** After a restore nobody stays signed in, and no mail leaves until an administrator releases it. */
export async function endSessionsAndHoldMail(trx: Transaction, at: string): Promise<void> {
  await trx("sessions").whereNull("revoked_at").update({ revoked_at: at });
  await trx("outgoing_mails")
    .whereIn("state", ["pending", "sending", "uncertain"])
    .update({ state: "held", reason: "backup-restored", lease_owner: null, lease_until: null });
}
