import type { Connection } from "../../../../db/connection.ts";
import { type Breaker, findBreaker, upsertBreaker } from "../../../../db/queries/mail-breakers.ts";
import {
  countFailedSince,
  countLedger,
  findLedgerMail,
  type LedgerAttempt,
  type LedgerFilter,
  type LedgerMail,
  type LedgerRow,
  listAttempts,
  listLedger,
  releaseHeldMails,
  requeueMail,
} from "../../../../db/queries/mail-ledger.ts";
import type { MailState } from "../../../../db/queries/outgoing-mails.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import type { Letter } from "../../../mail/letter.ts";
import { opensSomething } from "../../../mail/templates.ts";
import { addHours } from "../../../values/instant.ts";
import { writeMail } from "../delivery/writing.ts";

type ReadingDeps = Pick<Deps, "db" | "clock" | "config">;
type WritingDeps = Pick<Deps, "db" | "clock">;

export type StateCounts = Partial<Record<MailState, number>>;

export async function readLedger(
  { db }: { db: Connection },
  filter: LedgerFilter & { limit: number; offset: number },
): Promise<{ rows: LedgerRow[]; counts: StateCounts }> {
  const [rows, counts] = await Promise.all([listLedger(db, filter), countLedger(db, filter)]);
  return { rows, counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])) };
}

/** Whether mails leave: what administrators are warned of. */
export interface MailHealth extends Breaker {
  failedThisWeek: number;
}

export async function mailHealth({ db, clock }: WritingDeps): Promise<MailHealth> {
  const weekAgo = addHours(clock.now(), -7 * 24);
  const [breaker, failedThisWeek] = await Promise.all([
    findBreaker(db),
    countFailedSince(db, weekAgo),
  ]);
  return { ...breaker, failedThisWeek };
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
  | { shown: "unneeded"; reason: string };

/**
 * How a mail looked when it left, or would look if it left now. Letters whose link opens an account, or
 * lets somebody answer without one, are never shown.
 */
export async function wordingOf(deps: ReadingDeps, mail: LedgerMail): Promise<Wording> {
  if (opensSomething(mail)) return { shown: "secret" };
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
