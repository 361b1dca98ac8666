import type { Database, Transaction } from "../connection.ts";

/** What the dates of periods and duties are reckoned from. */
export interface ProjectSpan {
  id: number;
  programme: string;
  startsOn: string;
  endsOn: string;
  decidedOn: string | null;
}

/**
 * Makes changes that depend on the siblings of a record (numbers, shares of a whole, contiguous periods) wait
 * for one another. On SQLite the write transaction itself is the lock.
 */
export async function lockProject(trx: Transaction, projectId: number): Promise<ProjectSpan> {
  return trx("projects").where({ id: projectId }).forUpdate().first({
    id: "id",
    programme: "programme",
    startsOn: "starts_on",
    endsOn: "ends_on",
    decidedOn: "decided_on",
  });
}

/** The same of several, always in the same order, so that nobody waits in a circle. */
export async function lockProjects(trx: Transaction, ids: readonly number[]): Promise<void> {
  await trx("projects").whereIn("id", ids).orderBy("id").forUpdate().select("id");
}

/** The whole of a project's money as it was typed, in haléře; null while it is not known. */
export async function findProjectTotal(db: Database, projectId: number): Promise<number | null> {
  const row = await db("projects").where({ id: projectId }).first({ total: "total_halere" });
  return row?.total ?? null;
}
