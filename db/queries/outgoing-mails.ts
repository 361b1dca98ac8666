import type { Database, Transaction } from "../connection.ts";

export type MailKind = "digest" | "immediate" | "summary" | "account" | "participant";
export type MailState =
  | "pending"
  | "sending"
  | "sent"
  | "failed"
  | "cancelled"
  | "held"
  | "uncertain";

export interface NewMail {
  kind: MailKind;
  template: string;
  dedupeKey: string;
  recipientUserId: number | null;
  recipientContactId: number | null;
  recipientParticipantId: number | null;
  subjectType: string | null;
  subjectId: number | null;
  params: string;
  dueAt: string;
  expiresAt: string | null;
  createdAt: string;
}

/** SQLite takes 500 rows in a statement and 32,766 values. */
const ROWS_AT_ONCE = 400;

/** Queues mails; one whose key is there already is left out. Gives back what was added. */
export async function insertMails(
  trx: Transaction,
  mails: readonly NewMail[],
): Promise<{ id: number; dedupeKey: string }[]> {
  const added: { id: number; dedupeKey: string }[] = [];
  for (let from = 0; from < mails.length; from += ROWS_AT_ONCE)
    added.push(...(await insertSome(trx, mails.slice(from, from + ROWS_AT_ONCE))));
  return added;
}

function insertSome(
  trx: Transaction,
  mails: readonly NewMail[],
): Promise<{ id: number; dedupeKey: string }[]> {
  return trx("outgoing_mails")
    .insert(
      mails.map((mail) => ({
        kind: mail.kind,
        template: mail.template,
        dedupe_key: mail.dedupeKey,
        recipient_user_id: mail.recipientUserId,
        recipient_contact_id: mail.recipientContactId,
        recipient_participant_id: mail.recipientParticipantId,
        subject_type: mail.subjectType,
        subject_id: mail.subjectId,
        params: mail.params,
        due_at: mail.dueAt,
        next_attempt_at: mail.dueAt,
        expires_at: mail.expiresAt,
        created_at: mail.createdAt,
      })),
    )
    .onConflict("dedupe_key")
    .ignore()
    .returning(["id", "dedupe_key as dedupeKey"]);
}

/** Takes back what has not left yet, in the transaction that makes it pointless. */
export async function cancelQueuedMails(
  db: Database,
  subject: { subjectType: string; subjectId: number; reason: string },
): Promise<number> {
  return db("outgoing_mails")
    .where({ subject_type: subject.subjectType, subject_id: subject.subjectId })
    .whereIn("state", ["pending", "held"])
    .update({ state: "cancelled", reason: subject.reason });
}
