import type { Transaction } from "../../../db/connection.ts";
import { insertMails, type MailKind } from "../../../db/queries/outgoing-mails.ts";
import type { TemplateName } from "../../mail/templates.ts";

export interface QueuedMail {
  kind: MailKind;
  template: TemplateName;
  /** One mail per key, ever: `invitation:17`, `summary:5:2026-03`. */
  dedupeKey: string;
  /** Exactly one of the three. */
  recipientUserId?: number;
  recipientContactId?: number;
  recipientParticipantId?: number;
  /** The record the mail is about, so that it can be taken back or looked up with it. */
  subjectType?: string;
  subjectId?: number;
  /** Ids and days only: words and names are read when the mail leaves. */
  params?: Record<string, number | string | null>;
  /** Instant of the change that asks for the mail. */
  at: string;
  /** When it may leave; `at` unless told. */
  dueAt?: string;
  /** After this instant it makes no sense any more and fails instead of leaving. */
  expiresAt?: string;
}

/**
 * Puts a mail into the ledger in the transaction of the change that asks for it; it leaves within a
 * minute. Undefined when a mail of this key is there already.
 */
export async function queueMail(trx: Transaction, mail: QueuedMail): Promise<number | undefined> {
  const [added] = await queueMails(trx, [mail]);
  return added?.id;
}

/** The same for many at once. Gives back those that were not there yet. */
export async function queueMails(
  trx: Transaction,
  mails: readonly QueuedMail[],
): Promise<{ id: number; dedupeKey: string }[]> {
  return insertMails(
    trx,
    mails.map((mail) => ({
      kind: mail.kind,
      template: mail.template,
      dedupeKey: mail.dedupeKey,
      recipientUserId: mail.recipientUserId ?? null,
      recipientContactId: mail.recipientContactId ?? null,
      recipientParticipantId: mail.recipientParticipantId ?? null,
      subjectType: mail.subjectType ?? null,
      subjectId: mail.subjectId ?? null,
      params: JSON.stringify(mail.params ?? {}),
      dueAt: mail.dueAt ?? mail.at,
      expiresAt: mail.expiresAt ?? null,
      createdAt: mail.at,
    })),
  );
}
