import { addHours } from "../../server/values/instant.ts";
import type { Database, Transaction } from "../connection.ts";
import { engineOf } from "../connection.ts";
import { databaseTime } from "../database-time.ts";
import type { MailState } from "./outgoing-mails.ts";

/** A mail in the hands of one deliverer: `owner` and `fence` together prove that it still is. */
export interface ClaimedMail {
  id: number;
  kind: string;
  dedupeKey: string;
  messageId: string | null;
  subjectType: string | null;
  subjectId: number | null;
  template: string;
  params: string;
  rendering: string | null;
  renderingHash: string | null;
  attempts: number;
  fence: number;
  dueAt: string;
  expiresAt: string | null;
  createdAt: string;
  recipientUserId: number | null;
  recipientContactId: number | null;
  recipientParticipantId: number | null;
}

const CLAIMED = {
  id: "id",
  kind: "kind",
  dedupeKey: "dedupe_key",
  messageId: "message_id",
  subjectType: "subject_type",
  subjectId: "subject_id",
  template: "template",
  params: "params",
  rendering: "rendering",
  renderingHash: "rendering_hash",
  attempts: "attempts",
  fence: "fence",
  dueAt: "due_at",
  expiresAt: "expires_at",
  createdAt: "created_at",
  recipientUserId: "recipient_user_id",
  recipientContactId: "recipient_contact_id",
  recipientParticipantId: "recipient_participant_id",
} as const;

/**
 * Takes the mail that has waited longest, or one whose deliverer has died. Two that ask at once get two
 * different ones.
 */
export async function claimMail(
  trx: Transaction,
  claim: { owner: string; now: string; leaseSeconds: number },
): Promise<ClaimedMail | undefined> {
  const next = trx("outgoing_mails")
    .where((ready) =>
      ready.whereIn("state", ["pending", "uncertain"]).where("next_attempt_at", "<=", claim.now),
    )
    .orWhere((left) => left.where("state", "sending").where("lease_until", "<", databaseTime(trx)))
    .orderBy(["next_attempt_at", "id"])
    .limit(1)
    .select("id");
  if (engineOf(trx) === "postgres") next.forUpdate().skipLocked();
  const [claimed] = await trx("outgoing_mails")
    .where("id", next)
    .update({
      state: "sending",
      lease_owner: claim.owner,
      lease_until: databaseTime(trx, claim.leaseSeconds),
      fence: trx.raw("fence + 1"),
      attempts: trx.raw("attempts + 1"),
    })
    .returning(Object.entries(CLAIMED).map(([name, column]) => `${column} as ${name}`));
  return claimed as ClaimedMail | undefined;
}

/** Writes down that a try begins, in the transaction of the claim: one that never ends stays visible. */
export async function insertAttempt(
  trx: Transaction,
  attempt: { mailId: number; fence: number; owner: string; at: string },
): Promise<void> {
  await trx("delivery_attempts").insert({
    mail_id: attempt.mailId,
    fence: attempt.fence,
    owner: attempt.owner,
    started_at: attempt.at,
  });
}

export async function updateAttempt(
  db: Database,
  attempt: {
    mailId: number;
    fence: number;
    at: string;
    phase: string | null;
    code: string | null;
    outcome: string;
    answer: string | null;
  },
): Promise<void> {
  await db("delivery_attempts").where({ mail_id: attempt.mailId, fence: attempt.fence }).update({
    ended_at: attempt.at,
    phase: attempt.phase,
    code: attempt.code,
    outcome: attempt.outcome,
    answer: attempt.answer,
  });
}

/** The earlier tries of a mail: when the first was, and whether one may have arrived unanswered. */
export async function summariseAttempts(
  db: Database,
  mail: { id: number; beforeFence: number },
): Promise<{ firstAt: string | null; mayHaveArrived: boolean }> {
  const row = await db("delivery_attempts")
    .where({ mail_id: mail.id })
    .where("fence", "<", mail.beforeFence)
    .first({
      firstAt: db.raw("min(case when outcome = 'unavailable' then null else started_at end)"),
      unanswered: db.raw(
        "sum(case when outcome is null or outcome = 'ambiguous' then 1 else 0 end)",
      ),
    });
  return { firstAt: row?.firstAt ?? null, mayHaveArrived: Number(row?.unanswered ?? 0) > 0 };
}

export async function updateRendering(
  trx: Transaction,
  mail: { id: number; messageId: string; rendering: string | null; renderingHash: string },
): Promise<void> {
  await trx("outgoing_mails").where({ id: mail.id }).update({
    message_id: mail.messageId,
    rendering: mail.rendering,
    rendering_hash: mail.renderingHash,
  });
}

const HOURS_UNWRITTEN = 72;

/** A mail whose builder fails waits an hour and stands in nobody's way; after three days of that it fails. */
export async function postponeUnwritten(
  trx: Transaction,
  mail: { id: number; owner: string; at: string; error: string },
): Promise<void> {
  const [row] = await trx("outgoing_mails")
    .where({ id: mail.id })
    .whereNot("state", "sent")
    .update({
      fence: trx.raw("fence + 1"),
      attempts: trx.raw("attempts + 1"),
      next_attempt_at: addHours(mail.at, 1),
      last_error: mail.error,
      reason: "unwritable",
      state: trx.raw(
        "case when attempts >= ? then 'failed' when state = 'sending' then 'uncertain' else state end",
        [HOURS_UNWRITTEN],
      ),
    })
    .returning(["fence"]);
  if (!row) return;
  const attempt = { mailId: mail.id, fence: row.fence, owner: mail.owner, at: mail.at };
  await insertAttempt(trx, attempt);
  const ended = { phase: null, code: null, outcome: "temporary", answer: mail.error };
  await updateAttempt(trx, { ...attempt, ...ended });
}

/** Puts down what became of it, unless another has taken it meanwhile: then 0. */
export async function settleMail(
  db: Database,
  mail: {
    id: number;
    owner: string;
    fence: number;
    state: MailState;
    reason: string | null;
    nextAttemptAt: string;
    attempts: number;
    code: string | null;
    error: string | null;
    sentAt: string | null;
  },
): Promise<number> {
  return db("outgoing_mails")
    .where({ id: mail.id, lease_owner: mail.owner, fence: mail.fence, state: "sending" })
    .update({
      state: mail.state,
      reason: mail.reason,
      next_attempt_at: mail.nextAttemptAt,
      attempts: mail.attempts,
      last_code: mail.code,
      last_error: mail.error,
      sent_at: mail.sentAt,
      lease_owner: null,
      lease_until: null,
    });
}
