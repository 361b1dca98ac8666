import type { Database, Transaction } from "../connection.ts";
import { claimOldest } from "./leased-work.ts";

export interface ReadingSource {
  file: string;
  /** Ending of the name by which it is read; null of a text that was pasted. */
  format: string | null;
}

/** An annex on its way from the upload to its cards. */
export interface AnnexReading extends ReadingSource {
  id: number;
  importId: number;
  planId: number;
  attempts: number;
}

export async function insertAnnexReading(
  trx: Transaction,
  one: { importId: number; file: string; format: string | null; at: string },
): Promise<void> {
  await trx("annex_readings").insert({
    import_id: one.importId,
    file: one.file,
    format: one.format,
    ordered_at: one.at,
  });
}

/** Takes an annex that waits, or one whose reader has died. */
export async function claimAnnexReading(
  trx: Transaction,
  claim: { owner: string; seconds: number },
): Promise<AnnexReading | undefined> {
  const id = await claimOldest(trx, "annex_readings", claim);
  if (id === undefined) return undefined;
  return trx("annex_readings as r")
    .join("plan_imports as i", "i.id", "r.import_id")
    .where("r.id", id)
    .first({
      id: "r.id",
      importId: "r.import_id",
      planId: "i.plan_id",
      file: "r.file",
      format: "r.format",
      attempts: "r.attempts",
    });
}

/** It was read. False when the work was taken over meanwhile, or the import was dropped. */
export async function deleteReadingDone(
  trx: Transaction,
  { id, owner }: { id: number; owner: string },
): Promise<boolean> {
  const mine = { id, lease_owner: owner, state: "running" };
  return (await trx("annex_readings").where(mine).delete()) === 1;
}

/** Tried again unless it is given up. False when it is nobody's worry any more. */
export async function updateReadingFailed(
  db: Database,
  { id, owner }: { id: number; owner: string },
  { fault, isGivenUp }: { fault: string; isGivenUp: boolean },
): Promise<boolean> {
  const updated = await db("annex_readings")
    .where({ id, lease_owner: owner, state: "running" })
    .update({
      state: isGivenUp ? "failed" : "ordered",
      fault: isGivenUp ? fault : null,
      lease_owner: null,
      lease_until: null,
    });
  return updated === 1;
}

/** The file of an annex that could not be read. */
export async function findFailedReadingFile(
  trx: Transaction,
  importId: number,
): Promise<string | undefined> {
  const row = await trx("annex_readings")
    .where({ import_id: importId, state: "failed" })
    .first("file");
  return row?.file;
}

/** Has an annex that could not be read tried anew, from another file if one is given. False for any other. */
export async function orderReadingAgain(
  trx: Transaction,
  { importId, at, from = {} }: { importId: number; at: string; from?: Partial<ReadingSource> },
): Promise<boolean> {
  const updated = await trx("annex_readings")
    .where({ import_id: importId, state: "failed" })
    .update({ ...from, state: "ordered", fault: null, attempts: 0, ordered_at: at });
  return updated === 1;
}

/** Lets an annex go that was never read, as if it had not come. Gives its file; undefined once it was read. */
export async function deleteUnreadImport(
  trx: Transaction,
  importId: number,
): Promise<string | undefined> {
  const own = () => trx("annex_readings").where({ import_id: importId });
  const found = await own().first<{ file: string } | undefined>("file");
  // Whoever has read it meanwhile has taken the row away.
  if (!found || (await own().delete()) === 0) return undefined;
  await trx("plan_imports").where({ id: importId }).delete();
  return found.file;
}

/** Imports that came before the instant and were never read. */
export async function listUnreadImports(db: Database, instant: string): Promise<number[]> {
  return db("annex_readings as r")
    .join("plan_imports as i", "i.id", "r.import_id")
    .where("i.read_at", "<", instant)
    .pluck("r.import_id");
}
