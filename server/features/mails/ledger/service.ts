import type { Connection } from "../../../../db/connection.ts";
import { type Breaker, findBreaker, upsertBreaker } from "../../../../db/queries/mail-breakers.ts";
import {
  countFailedSince,
  countLedger,
  findLedgerMail,
  findLedgerRecipient,
  findStuckSince,
  type LedgerAttempt,
  type LedgerFilter,
  type LedgerMail,
  type LedgerRow,
  listAttempts,
  listLedger,
  releaseHeldMails,
  requeueFailedMails,
  requeueMail,
} from "../../../../db/queries/mail-ledger.ts";
import type { MailState } from "../../../../db/queries/outgoing-mails.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import type { Letter } from "../../../mail/letter.ts";
import { opensSomething } from "../../../mail/templates.ts";
import { addHours, addMilliseconds } from "../../../values/instant.ts";
import { writeMail } from "../delivery/writing.ts";

type ReadingDeps = Pick<Deps, "db" | "clock" | "config">;
type WritingDeps = Pick<Deps, "db" | "clock">;

export type StateCounts = Partial<Record<MailState, number>>;

export async function readLedger(
  { db }: { db: Connection },
  filter: LedgerFilter & { limit: number; offset: number },
): Promise<{ rows: LedgerRow[]; counts: StateCounts; recipientName: string | null }> {
  const [rows, counts, name] = await Promise.all([
    listLedger(db, filter),
    countLedger(db, filter),
    filter.recipient && findLedgerRecipient(db, filter.recipient),
  ]);
  const byState = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
  return { rows, counts: byState, recipientName: name ?? null };
}

/** Whether mails leave: what administrators are warned of. */
export interface MailHealth extends Breaker {
  failedThisWeek: number;
  /** Nobody has tried for so long that whoever should is most likely not running. */
  stuckSince: string | null;
}

const STUCK_AFTER_MINUTES = 15;
const WEEK_HOURS = 7 * 24;

export async function mailHealth({ db, clock }: WritingDeps): Promise<MailHealth> {
  const now = clock.now();
  const [breaker, failedThisWeek, stuckSince] = await Promise.all([
    findBreaker(db),
    countFailedSince(db, addHours(now, -WEEK_HOURS)),
    findStuckSince(db, addMilliseconds(now, -STUCK_AFTER_MINUTES * 60_000)),
  ]);
  return { ...breaker, failedThisWeek, stuckSince };
}

export async function readMail(
  { db }: { db: Connection },
  id: number,
): Promise<{ mail: LedgerMail; attempts: LedgerAttempt[] }> {
  const mail = await findLedgerMail(db, id);
  if (!mail) throw new NotFound("mail");
  return { mail, attempts: await listAttempts(db, id) };
}

export type Wording =
  | { shown: "sent" | "now"; letter: Letter }
  | { shown: "secret" }
  | { shown: "confidential" }
  | { shown: "unneeded"; reason: string };

/**
 * How a mail looked when it left, or would look if it left now. Letters whose link opens an account, or
 * lets somebody answer without one, are never shown; those of an event that is confidential by now neither,
 * as what left before it was has its title.
 */
export async function wordingOf(deps: ReadingDeps, mail: LedgerMail): Promise<Wording> {
  if (opensSomething(mail)) return { shown: "secret" };
  if (mail.isOfConfidentialEvent) return { shown: "confidential" };
  if (mail.rendering && (mail.state === "sent" || mail.state === "uncertain"))
    return { shown: "sent", letter: JSON.parse(mail.rendering) };
  const written = await writeMail(deps, mail);
  return "state" in written
    ? { shown: "unneeded", reason: written.reason }
    : { shown: "now", letter: written.letter };
}

export async function retryMail(deps: WritingDeps, author: Author, id: number): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    if ((await requeueMail(trx, { id, at })) === 0) throw new Conflict("mailOnItsWay");
    record({ action: "mail.retried", objectType: "mail", objectId: id });
  });
}

/** Those of the last week, such as after a wrong setting was mended. */
export async function retryFailed(deps: WritingDeps, author: Author): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    const retried = await requeueFailedMails(trx, { from: addHours(at, -WEEK_HOURS), at });
    if (retried > 0)
      record({ action: "mail.retried", objectType: "mail", changes: { mails: [null, retried] } });
    return retried;
  });
}

export async function releaseHeld(deps: WritingDeps, author: Author): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    if ((await releaseHeldMails(trx, at)) > 0)
      record({ action: "mail.released", objectType: "mail" });
  });
}

export async function pauseSending(
  deps: WritingDeps,
  author: Author,
  isPaused: boolean,
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    await upsertBreaker(trx, isPaused ? { isPaused } : { isPaused, openUntil: null });
    record({ action: isPaused ? "mail.paused" : "mail.resumed", objectType: "mail" });
  });
}
