import type { Transaction } from "../connection.ts";

/**
 * Makes changes that depend on the siblings of a record (numbers, shares of a whole, contiguous periods) wait
 * for one another. On SQLite the write transaction itself is the lock.
 */
export async function lockProject(trx: Transaction, projectId: number): Promise<void> {
  await trx("projects").where({ id: projectId }).forUpdate().first("id");
}
