import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import type { ClaimedMail } from "./mail-claims.ts";
import type { MailKind, MailState } from "./outgoing-mails.ts";

/** To whom: one of them by id, since names stay out of addresses. */
export interface LedgerRecipient {
  type: "user" | "contact" | "participant";
  id: number;
}

export interface LedgerFilter {
  state: MailState | null;
  kind: MailKind | null;
  recipient: LedgerRecipient | null;
  /** Instants between which it was queued; the second one is outside. */
  createdFrom: string | null;
  createdBefore: string | null;
}

export interface LedgerRow {
  id: number;
  kind: MailKind;
  template: string;
  state: MailState;
  reason: string | null;
  attempts: number;
  lastCode: string | null;
  lastError: string | null;
  createdAt: string;
  nextAttemptAt: string;
  sentAt: string | null;
  recipientName: string | null;
  recipientAddress: string | null;
}

const ROW = (db: Database) => ({
  id: "m.id",
  kind: "m.kind",
  template: "m.template",
  state: "m.state",
  reason: "m.reason",
  attempts: "m.attempts",
  lastCode: "m.last_code",
  lastError: "m.last_error",
  createdAt: "m.created_at",
  nextAttemptAt: "m.next_attempt_at",
  sentAt: "m.sent_at",
  // A participant is named by their code: who watches the mail need not know them.
  recipientName: db.raw("coalesce(u.name, c.name, t.code)"),
  recipientAddress: db.raw("coalesce(u.email, c.email)"),
});

/** Mails, the newest first. */
export async function listLedger(
  db: Database,
  filter: LedgerFilter & { limit: number; offset: number },
): Promise<LedgerRow[]> {
  const query = withRecipients(db)
    .orderBy("m.id", "desc")
    .limit(filter.limit)
    .offset(filter.offset);
  if (filter.state) query.where("m.state", filter.state);
  return narrowed(query, filter).select(ROW(db));
}

export async function countLedger(
  db: Database,
  filter: Omit<LedgerFilter, "state">,
): Promise<{ state: MailState; count: number }[]> {
  const query = narrowed(db("outgoing_mails as m").groupBy("m.state"), filter);
  const rows = await query.select({ state: "m.state", count: db.raw("count(*)") });
  return rows.map(({ state, count }: { state: MailState; count: number }) => ({
    state,
    count: Number(count),
  }));
}

function narrowed(
  query: Knex.QueryBuilder,
  { kind, recipient, createdFrom, createdBefore }: Omit<LedgerFilter, "state">,
): Knex.QueryBuilder {
  if (kind) query.where("m.kind", kind);
  if (recipient) query.where(`m.recipient_${recipient.type}_id`, recipient.id);
  if (createdFrom) query.where("m.created_at", ">=", createdFrom);
  if (createdBefore) query.where("m.created_at", "<", createdBefore);
  return query;
}

/** The name of a recipient as the ledger gives it: a participant's code. */
export async function findLedgerRecipient(
  db: Database,
  { type, id }: LedgerRecipient,
): Promise<string | undefined> {
  const column = type === "participant" ? "code" : "name";
  const row = await db(`${type}s`).where({ id }).first({ name: column });
  return row?.name;
}

/** Since when the mail that should have been tried first has waited; null when none has waited until then. */
export async function findStuckSince(db: Database, before: string): Promise<string | null> {
  const row = await db("outgoing_mails")
    .whereIn("state", ["pending", "uncertain"])
    .where("next_attempt_at", "<", before)
    .min({ since: "next_attempt_at" })
    .first();
  return row?.since ?? null;
}

export type LedgerMail = LedgerRow &
  Pick<
    ClaimedMail,
    | "dedupeKey"
    | "messageId"
    | "subjectType"
    | "subjectId"
    | "params"
    | "rendering"
    | "dueAt"
    | "expiresAt"
    | "recipientUserId"
    | "recipientContactId"
    | "recipientParticipantId"
  > & { isOfConfidentialEvent: boolean };

export async function findLedgerMail(db: Database, id: number): Promise<LedgerMail | undefined> {
  const row = await withRecipients(db)
    .where("m.id", id)
    .first({
      ...ROW(db),
      dedupeKey: "m.dedupe_key",
      messageId: "m.message_id",
      subjectType: "m.subject_type",
      subjectId: "m.subject_id",
      params: "m.params",
      rendering: "m.rendering",
      dueAt: "m.due_at",
      expiresAt: "m.expires_at",
      recipientUserId: "m.recipient_user_id",
      recipientContactId: "m.recipient_contact_id",
      recipientParticipantId: "m.recipient_participant_id",
      isOfConfidentialEvent: db.raw(
        `exists (select 1 from events e
          where m.subject_type = 'event' and e.id = m.subject_id and e.is_confidential)`,
      ),
    });
  return row && { ...row, isOfConfidentialEvent: Boolean(row.isOfConfidentialEvent) };
}

export interface LedgerAttempt {
  startedAt: string;
  endedAt: string | null;
  phase: string | null;
  code: string | null;
  outcome: string | null;
  answer: string | null;
}

export async function listAttempts(db: Database, mailId: number): Promise<LedgerAttempt[]> {
  return db("delivery_attempts")
    .where({ mail_id: mailId })
    .orderBy("id", "desc")
    .limit(100)
    .select({
      startedAt: "started_at",
      endedAt: "ended_at",
      phase: "phase",
      code: "code",
      outcome: "outcome",
      answer: "answer",
    });
}

/** Puts what did not leave back into the queue; 0 when it is on its way or gone. */
export async function requeueMail(
  trx: Transaction,
  mail: { id: number; at: string },
): Promise<number> {
  return trx("outgoing_mails")
    .where({ id: mail.id })
    .whereIn("state", ["failed", "held", "pending", "uncertain"])
    .update({
      state: trx.raw("case when state = 'uncertain' then 'uncertain' else 'pending' end"),
      reason: null,
      next_attempt_at: mail.at,
      expires_at: null,
      lease_owner: null,
      lease_until: null,
    });
}

/** Puts back all that have failed since then and whose people are still there to be written to. */
export async function requeueFailedMails(
  trx: Transaction,
  since: { from: string; at: string },
): Promise<number> {
  return trx("outgoing_mails")
    .where({ state: "failed" })
    .where("next_attempt_at", ">=", since.from)
    .whereNot("reason", "expired")
    .update({ state: "pending", reason: null, next_attempt_at: since.at });
}

export async function releaseHeldMails(trx: Transaction, at: string): Promise<number> {
  return trx("outgoing_mails")
    .where({ state: "held" })
    .update({ state: "pending", reason: null, next_attempt_at: at });
}

export async function countFailedSince(db: Database, instant: string): Promise<number> {
  const row = await db("outgoing_mails")
    .where({ state: "failed" })
    .where("next_attempt_at", ">=", instant)
    .count({ count: "*" })
    .first();
  return Number(row?.count ?? 0);
}

function withRecipients(db: Database): Knex.QueryBuilder {
  return db("outgoing_mails as m")
    .leftJoin("users as u", "u.id", "m.recipient_user_id")
    .leftJoin("contacts as c", "c.id", "m.recipient_contact_id")
    .leftJoin("participants as t", "t.id", "m.recipient_participant_id");
}
