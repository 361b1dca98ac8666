import type { Connection, Database, Transaction } from "../db/connection.ts";
import { type AuditEvent, insertAuditEvents } from "../db/queries/audit-events.ts";
import { findSubmission, insertSubmission } from "../db/queries/submissions.ts";
import type { Clock } from "./clock.ts";
import { Forbidden } from "./errors.ts";

/** Who changes something, in which request; `submission` is the nonce of the form, if it came from one. */
export interface Author {
  userId: number | null;
  /** Whom they stand in for, where it was not their own right. */
  onBehalfOfId?: number | null;
  requestId: string | null;
  address: string | null;
  submission: string | null;
  /** What is brought in from elsewhere is no news to anybody: imports, examples. */
  tellsNobody?: boolean;
}

/** The system itself: jobs and commands. */
export const system: Author = { userId: null, requestId: null, address: null, submission: null };

export type RecordedEvent = Pick<AuditEvent, "action" | "objectType"> &
  Partial<Pick<AuditEvent, "objectId" | "projectId" | "changes" | "outcome">>;

export interface Change {
  trx: Transaction;
  /** The instant of the change, one for all its rows. */
  at: string;
  /** The user who changes; null is the system itself. */
  by: number | null;
  /** Nobody is told of it, see `notify`. */
  isSilent: boolean;
  /** Adds a line to the record's history; written in the same transaction. */
  record(event: RecordedEvent): void;
}

const TRIES_AFTER_DEADLOCK = 3;

/**
 * The one way to change what is stored: one transaction with its history. A form that is sent twice
 * changes things once; the second time the first result comes back. `T` is kept as JSON for that.
 */
export async function change<T>(
  { db, clock }: { db: Connection; clock: Clock },
  author: Author,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((trx) => once(trx, clock.now(), author, work));
    } catch (error) {
      if (isDeadlock(error) && attempt < TRIES_AFTER_DEADLOCK) continue;
      return resultOfTwin<T>(db, author, error);
    }
  }
}

/**
 * What the twin of this form, committed a moment earlier, led to: it may be why this one failed ("this
 * e-mail is taken"). Without a twin the failure stands.
 */
async function resultOfTwin<T>(db: Connection, author: Author, failure: unknown): Promise<T> {
  const twin = await twinOf(db, author);
  if (!twin) throw failure;
  return JSON.parse(twin.result) as T;
}

/** The same form, sent before. What somebody else's led to is told to nobody. */
async function twinOf(
  db: Database,
  { submission, userId }: Author,
): Promise<{ result: string } | undefined> {
  const twin = submission === null ? undefined : await findSubmission(db, submission);
  if (twin && twin.userId !== userId) throw new Forbidden("form of somebody else");
  return twin;
}

async function once<T>(
  trx: Transaction,
  at: string,
  author: Author,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const first = await twinOf(trx, author);
  if (first) return JSON.parse(first.result) as T;
  const events: RecordedEvent[] = [];
  const record = (event: RecordedEvent) => void events.push(event);
  const isSilent = author.tellsNobody ?? false;
  const result = await work({ trx, at, by: author.userId, isSilent, record });
  if (events.length > 0) {
    const { requestId, userId: actorId, onBehalfOfId = null, address } = author;
    const by = { at, requestId, actorId, onBehalfOfId, address };
    await insertAuditEvents(
      trx,
      events.map((event) => ({ ...by, ...event })),
    );
  }
  if (author.submission) {
    const stored = JSON.stringify(result ?? null);
    await insertSubmission(trx, {
      nonce: author.submission,
      userId: author.userId,
      result: stored,
      at,
    });
  }
  return result;
}

function isDeadlock(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === "40001" || code === "40P01";
}
