import { engineOf, type Transaction } from "../connection.ts";
import { databaseTime } from "../database-time.ts";

/** Tables of work that is ordered, taken on lease and done beside requests. */
type WorkTable = "prepared_files" | "annex_readings";

/**
 * Takes the row that has waited longest, or one whose worker has died, for so many seconds; two that ask
 * get two. Gives its id.
 */
export async function claimOldest(
  trx: Transaction,
  table: WorkTable,
  claim: { owner: string; seconds: number },
): Promise<number | undefined> {
  const next = trx(table)
    .where((open) =>
      open
        .where({ state: "ordered" })
        .orWhere((left) =>
          left.where({ state: "running" }).where("lease_until", "<", databaseTime(trx)),
        ),
    )
    .orderBy(["ordered_at", "id"])
    .first("id");
  // On SQLite the write transaction itself is the lock.
  if (engineOf(trx) === "postgres") next.forUpdate().skipLocked();
  const found = await next;
  if (!found) return undefined;
  await trx(table)
    .where({ id: found.id })
    .update({
      state: "running",
      attempts: trx.raw("attempts + 1"),
      lease_owner: claim.owner,
      lease_until: databaseTime(trx, claim.seconds),
    });
  return found.id;
}
