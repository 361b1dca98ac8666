import { findRecipient } from "../../../../db/queries/mail-recipients.ts";
import { digestsEnabled, updateDigestsEnabled } from "../../../../db/queries/reminders.ts";
import { change, system } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";

/** Whose digests a link is about; a deactivated account is as missing as a missing one. */
export async function readerOfDigests(
  { db }: Pick<Deps, "db">,
  userId: number,
): Promise<{ email: string }> {
  const recipient = await findRecipient(db, {
    recipientUserId: userId,
    recipientContactId: null,
    recipientParticipantId: null,
  });
  if (!recipient || recipient.isGone) throw new NotFound("user");
  return { email: recipient.address ?? "" };
}

/** Stops a person's digests; doing so again changes nothing. */
export async function stopDigests(
  deps: Pick<Deps, "db" | "clock">,
  userId: number,
  requestId: string,
): Promise<void> {
  await readerOfDigests(deps, userId);
  await change(deps, { ...system, requestId }, async ({ trx, record }) => {
    if (!(await digestsEnabled(trx, userId))) return;
    await updateDigestsEnabled(trx, { id: userId, enabled: false });
    record({ action: "digests.stopped", objectType: "user", objectId: userId });
  });
}
