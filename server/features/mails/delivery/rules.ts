import type { MailState } from "../../../../db/queries/outgoing-mails.ts";
import type { DeliveryResult } from "../../../mail/mailer.ts";
import { addHours, addMilliseconds, type Instant } from "../../../values/instant.ts";

const MINUTES_BETWEEN_TRIES = [1, 5, 15, 60, 240, 720];
const SPREAD = 0.2;
const GIVE_UP_AFTER_HOURS = 72;
const MINUTES_OF_PAUSE = [1, 5, 15, 60];

export interface TriedMail {
  /** This try included. */
  attempts: number;
  firstAttemptAt: Instant;
  mayHaveArrived: boolean;
}

export interface Verdict {
  state: Extract<MailState, "sent" | "failed" | "pending" | "uncertain">;
  reason: "refused" | "gave-up" | null;
  nextAttemptAt: Instant;
  attempts: number;
}

/**
 * What becomes of a mail after a try. `chance` (0–1) spreads the next tries, so that mails that failed
 * together do not come back together. A server that cannot be spoken to costs the mail no try.
 */
export function verdictOn(
  mail: TriedMail,
  result: DeliveryResult,
  { now, chance }: { now: Instant; chance: number },
): Verdict {
  const mayHaveArrived = mail.mayHaveArrived || result.outcome === "ambiguous";
  const waiting = mayHaveArrived ? "uncertain" : "pending";
  const { attempts } = mail;
  if (result.outcome === "ok") return { state: "sent", reason: null, nextAttemptAt: now, attempts };
  if (result.outcome === "permanent")
    return { state: "failed", reason: "refused", nextAttemptAt: now, attempts };
  if (result.outcome === "unavailable") {
    const nextAttemptAt = addMilliseconds(now, 1); // behind the others, should it be its own fault
    return { state: waiting, reason: null, nextAttemptAt, attempts: attempts - 1 };
  }
  const nextAttemptAt = addMilliseconds(now, delayAfter(attempts, chance));
  const isTooLate = nextAttemptAt > addHours(mail.firstAttemptAt, GIVE_UP_AFTER_HOURS);
  if (isTooLate) return { state: "failed", reason: "gave-up", nextAttemptAt, attempts };
  return { state: waiting, reason: null, nextAttemptAt, attempts };
}

/** Milliseconds to wait after the n-th try, a fifth more or less. */
function delayAfter(attempts: number, chance: number): number {
  const last = MINUTES_BETWEEN_TRIES.length - 1;
  const minutes = MINUTES_BETWEEN_TRIES[Math.min(attempts - 1, last)] ?? 0;
  return Math.round(minutes * 60_000 * (1 - SPREAD + 2 * SPREAD * chance));
}

/** Until when nothing is tried, after so many failures in a row to speak to the server. */
export function pauseUntil(failures: number, now: Instant): Instant {
  const minutes = MINUTES_OF_PAUSE[Math.min(failures, MINUTES_OF_PAUSE.length) - 1] ?? 1;
  return addMilliseconds(now, minutes * 60_000);
}
