import type { Database } from "../connection.ts";

/** Whether mails leave at all: paused by hand, or waiting because the server could not be spoken to. */
export interface Breaker {
  openUntil: string | null;
  failures: number;
  lastError: string | null;
  isPaused: boolean;
}

const NAME = "smtp";

export async function findBreaker(db: Database): Promise<Breaker> {
  const row = await db("mail_breakers").where({ name: NAME }).first({
    openUntil: "open_until",
    failures: "failures",
    lastError: "last_error",
    isPaused: "is_paused",
  });
  if (!row) return { openUntil: null, failures: 0, lastError: null, isPaused: false };
  return { ...row, isPaused: Boolean(row.isPaused) };
}

export async function upsertBreaker(
  db: Database,
  breaker: Partial<Pick<Breaker, "openUntil" | "failures" | "lastError" | "isPaused">>,
): Promise<void> {
  const row: Record<string, unknown> = {};
  if (breaker.openUntil !== undefined) row.open_until = breaker.openUntil;
  if (breaker.failures !== undefined) row.failures = breaker.failures;
  if (breaker.lastError !== undefined) row.last_error = breaker.lastError;
  if (breaker.isPaused !== undefined) row.is_paused = breaker.isPaused;
  await db("mail_breakers")
    .insert({ name: NAME, ...row })
    .onConflict("name")
    .merge(row);
}
