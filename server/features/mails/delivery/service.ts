import { setTimeout as pause } from "node:timers/promises";
import type { Transaction } from "../../../../db/connection.ts";
import { findBreaker, upsertBreaker } from "../../../../db/queries/mail-breakers.ts";
import {
  type ClaimedMail,
  claimMail,
  insertAttempt,
  postponeUnwritten,
  settleMail,
  summariseAttempts,
  updateAttempt,
  updateRendering,
} from "../../../../db/queries/mail-claims.ts";
import type { Deps } from "../../../deps.ts";
import type { DeliveryResult, Message } from "../../../mail/mailer.ts";
import { pauseUntil, type TriedMail, verdictOn } from "./rules.ts";
import { keptForm, messageIdOf, messageOf, Unwritable, writeMail } from "./writing.ts";

type DeliveryDeps = Pick<Deps, "db" | "clock" | "mailer" | "config" | "log">;

export interface Deliverer {
  /** Name of this run, unlike any other's. */
  owner: string;
  /** Paces the sending; real time unless told. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** Asked before each mail, so that a process told to stop begins no further one. */
  isStopping?: () => boolean;
}

export interface DeliveryReport {
  sent: number;
  failed: number;
  cancelled: number;
  /** To be tried again. */
  postponed: number;
}

/** Twice the time after which the mailer gives up, so that a lease never ends during a try. */
const LEASE_SECONDS = 120;

/**
 * Sends what is due, one mail after another, until nothing is left or the server cannot be spoken to.
 * Safe to run beside others: each mail is claimed by a lease.
 */
export async function deliverMail(
  deps: DeliveryDeps,
  deliverer: Deliverer,
): Promise<DeliveryReport> {
  const report: DeliveryReport = { sent: 0, failed: 0, cancelled: 0, postponed: 0 };
  const wait = deliverer.wait ?? pause;
  while (!deliverer.isStopping?.() && (await mayLeave(deps))) {
    const step = await deliverNext(deps, deliverer.owner);
    if (step === "nothing") break;
    report[step] += 1;
    if (step === "sent") await wait(1_000 / deps.config.mailPerSecond);
  }
  return report;
}

async function mayLeave({ db, clock }: DeliveryDeps): Promise<boolean> {
  const { isPaused, openUntil } = await findBreaker(db);
  return !isPaused && (openUntil === null || openUntil <= clock.now());
}

type Step = keyof DeliveryReport | "nothing";

async function deliverNext(deps: DeliveryDeps, owner: string): Promise<Step> {
  const { clock } = deps;
  try {
    const next = await deps.db.transaction((trx) => takeNext(deps, trx, owner));
    if (typeof next === "string") return next;
    const result = await deps.mailer.deliver(next.message).catch(brokenTry);
    return await finish(deps, owner, next, result);
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    deps.log.error({ err: error.cause, mailId: error.mailId }, "mail cannot be written");
    const at = clock.now();
    await deps.db.transaction((trx) =>
      postponeUnwritten(trx, { id: error.mailId, owner, at, error: String(error.cause) }),
    );
    return "postponed";
  }
}

interface TakenMail {
  mail: ClaimedMail;
  tried: TriedMail;
  message: Message;
}

/** Claims a mail, asks once more whether it is to leave, writes it, and puts down that a try begins. */
async function takeNext(
  deps: DeliveryDeps,
  trx: Transaction,
  owner: string,
): Promise<TakenMail | Step> {
  const { clock, config } = deps;
  const now = clock.now();
  const mail = await claimMail(trx, { owner, now, leaseSeconds: LEASE_SECONDS });
  if (!mail) return "nothing";
  const { id, fence } = mail;
  const earlier = await summariseAttempts(trx, { id, beforeFence: fence });
  const kept = earlier.mayHaveArrived && mail.rendering ? JSON.parse(mail.rendering) : undefined;
  const written = await writeMail({ db: trx, clock, config }, mail, kept);
  if ("state" in written) {
    const unsent = { nextAttemptAt: now, attempts: mail.attempts - 1, ...NO_ANSWER };
    await settleMail(trx, { id, owner, fence, ...written, ...unsent, sentAt: null });
    return written.state;
  }
  const messageId = mail.messageId ?? messageIdOf(mail.dedupeKey, config);
  if (!kept) await updateRendering(trx, { id, messageId, ...keptForm(mail, written.letter) });
  await insertAttempt(trx, { mailId: id, fence, owner, at: now });
  const firstAttemptAt = earlier.firstAt ?? now;
  const tried = { attempts: mail.attempts, mayHaveArrived: earlier.mayHaveArrived, firstAttemptAt };
  return { mail, tried, message: messageOf(mail, messageId, written) };
}

const NO_ANSWER = { code: null, error: null };

async function finish(
  deps: DeliveryDeps,
  owner: string,
  { mail, tried }: TakenMail,
  result: DeliveryResult,
): Promise<Step> {
  const { id, fence } = mail;
  const at = deps.clock.now();
  const verdict = verdictOn(tried, result, { now: at, chance: chanceOf(mail) });
  const isKept = await deps.db.transaction(async (trx) => {
    await updateAttempt(trx, { mailId: id, fence, at, ...result });
    const settled = await settleMail(trx, {
      ...{ id, owner, fence, ...verdict },
      code: result.code,
      error: result.outcome === "ok" ? null : result.answer,
      sentAt: verdict.state === "sent" ? at : null,
    });
    await keepBreaker(trx, result, at);
    return settled > 0;
  });
  if (!isKept) deps.log.warn({ mailId: id, fence }, "the lease of a mail was lost during its try");
  if (verdict.state === "failed")
    deps.log.error({ mailId: id, reason: verdict.reason }, "mail failed");
  return verdict.state === "sent" || verdict.state === "failed" ? verdict.state : "postponed";
}

/** Any answer shows that the server can be spoken to; none at all lets everything wait for a while. */
async function keepBreaker(trx: Transaction, result: DeliveryResult, at: string): Promise<void> {
  const { failures } = await findBreaker(trx);
  if (result.outcome === "unavailable") {
    const openUntil = pauseUntil(failures + 1, at);
    await upsertBreaker(trx, { failures: failures + 1, openUntil, lastError: result.answer });
  } else if (failures > 0) {
    await upsertBreaker(trx, { failures: 0, openUntil: null, lastError: null });
  }
}

/** The same for the same try, so that what a run does can be repeated. */
function chanceOf({ id, fence }: ClaimedMail): number {
  return ((id * 7_919 + fence * 104_729) % 1_000) / 1_000;
}

function brokenTry(error: Error): DeliveryResult {
  return { outcome: "temporary", phase: null, code: null, answer: error.message.slice(0, 500) };
}
