import type { Database, Transaction } from "../connection.ts";

export interface StoredAttemptWindow {
  key: string;
  attempts: number;
  endsAt: string;
  blockedUntil: string | null;
}

/** A window that has not begun: no attempts, ended at the instant. */
export async function insertMissingAttemptWindows(
  trx: Transaction,
  keys: string[],
  endsAt: string,
): Promise<void> {
  await trx("attempt_windows")
    .insert(keys.map((key) => ({ key, attempts: 0, ends_at: endsAt })))
    .onConflict("key")
    .ignore();
}

export async function listAttemptWindowsForUpdate(
  trx: Transaction,
  keys: string[],
): Promise<StoredAttemptWindow[]> {
  return trx("attempt_windows").whereIn("key", keys).orderBy("key").forUpdate().select({
    key: "key",
    attempts: "attempts",
    endsAt: "ends_at",
    blockedUntil: "blocked_until",
  });
}

export async function updateAttemptWindows(
  trx: Transaction,
  windows: StoredAttemptWindow[],
): Promise<void> {
  await trx("attempt_windows")
    .insert(
      windows.map((window) => ({
        key: window.key,
        attempts: window.attempts,
        ends_at: window.endsAt,
        blocked_until: window.blockedUntil,
      })),
    )
    .onConflict("key")
    .merge();
}

export async function deleteAttemptWindow(trx: Transaction, key: string): Promise<void> {
  await trx("attempt_windows").where({ key }).delete();
}

/** Takes one attempt back. */
export async function returnAttempt(trx: Transaction, key: string): Promise<void> {
  await trx("attempt_windows").where({ key }).where("attempts", ">", 0).decrement("attempts", 1);
}

export async function deleteAttemptWindowsEndedBefore(
  db: Database,
  instant: string,
): Promise<number> {
  return db("attempt_windows")
    .where("ends_at", "<", instant)
    .where((open) => open.whereNull("blocked_until").orWhere("blocked_until", "<", instant))
    .delete();
}
