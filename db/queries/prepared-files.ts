import type { Database, Transaction } from "../connection.ts";
import { databaseTime } from "../database-time.ts";
import { claimOldest } from "./leased-work.ts";

export type PreparedState = "ordered" | "running" | "done" | "failed" | "removed";

/** A file that takes a while, from the order to the day it goes. */
export interface PreparedFile {
  id: number;
  kind: string;
  /** What it is made of, for whom and in which language: the same order is worked on once. */
  orderKey: string;
  projectId: number | null;
  /** JSON of whatever the kind needs. */
  params: string;
  state: PreparedState;
  doneSteps: number;
  allSteps: number;
  attempts: number;
  /** Days after which the file goes; null where it was delivered and has to stay as it was. */
  keptDays: number | null;
  file: string | null;
  fileName: string | null;
  mediaType: string | null;
  byteCount: number | null;
  sha256: string | null;
  orderedBy: number | null;
  orderedAt: string;
  finishedAt: string | null;
}

const COLUMNS = {
  id: "id",
  kind: "kind",
  orderKey: "order_key",
  projectId: "project_id",
  params: "params",
  state: "state",
  doneSteps: "done_steps",
  allSteps: "all_steps",
  attempts: "attempts",
  keptDays: "kept_days",
  file: "file",
  fileName: "file_name",
  mediaType: "media_type",
  byteCount: "byte_count",
  sha256: "sha256",
  orderedBy: "ordered_by",
  orderedAt: "ordered_at",
  finishedAt: "finished_at",
};

export type FileOrder = Pick<
  PreparedFile,
  "kind" | "orderKey" | "projectId" | "params" | "keptDays" | "orderedBy" | "orderedAt"
>;

export async function findPreparedFile(
  db: Database,
  orderKey: string,
): Promise<PreparedFile | undefined> {
  return db("prepared_files").where({ order_key: orderKey }).first(COLUMNS);
}

async function findPreparedFileById(db: Database, id: number): Promise<PreparedFile | undefined> {
  return db("prepared_files").where({ id }).first(COLUMNS);
}

/** How many files that somebody ordered are not ready yet. */
export async function countOrdersWaiting(db: Database, userId: number): Promise<number> {
  const row = await db("prepared_files")
    .whereIn("state", ["ordered", "running"])
    .where({ ordered_by: userId })
    .count({ n: "*" })
    .first();
  return Number(row?.n ?? 0);
}

/** Places the order, anew where it failed or its file has gone; one that stands stays as it is. */
export async function placeOrder(db: Database, order: FileOrder): Promise<void> {
  const fresh = {
    state: "ordered",
    ordered_by: order.orderedBy,
    ordered_at: order.orderedAt,
    params: order.params,
    kept_days: order.keptDays,
  };
  await db("prepared_files")
    .insert({
      kind: order.kind,
      order_key: order.orderKey,
      project_id: order.projectId,
      ...fresh,
    })
    .onConflict("order_key")
    .merge({ ...fresh, done_steps: 0, all_steps: 0, attempts: 0, failure: null })
    .whereIn("prepared_files.state", ["failed", "removed"]);
}

/** Takes the order that has waited longest, or one whose worker has died. */
export async function claimOrder(
  trx: Transaction,
  claim: { owner: string; seconds: number },
): Promise<PreparedFile | undefined> {
  const id = await claimOldest(trx, "prepared_files", claim);
  return id === undefined ? undefined : findPreparedFileById(trx, id);
}

/** How far it is; false when the work was taken over meanwhile. */
export async function updateProgress(
  db: Database,
  at: { id: number; owner: string; seconds: number; done: number; all: number },
): Promise<boolean> {
  const changed = await db("prepared_files")
    .where({ id: at.id, lease_owner: at.owner, state: "running" })
    .update({
      done_steps: at.done,
      all_steps: at.all,
      lease_until: databaseTime(db, at.seconds),
    });
  return changed === 1;
}

export interface FinishedFile {
  file: string;
  fileName: string;
  mediaType: string;
  byteCount: number;
  sha256: string;
}

/** False when the work was taken over meanwhile: the other's file stands. */
export async function updateFinished(
  db: Database,
  key: { id: number; owner: string; at: string },
  finished: FinishedFile,
): Promise<boolean> {
  const changed = await db("prepared_files")
    .where({ id: key.id, lease_owner: key.owner, state: "running" })
    .update({
      state: "done",
      file: finished.file,
      file_name: finished.fileName,
      media_type: finished.mediaType,
      byte_count: finished.byteCount,
      sha256: finished.sha256,
      finished_at: key.at,
      lease_owner: null,
      lease_until: null,
    });
  return changed === 1;
}

/** Tried again unless it is given up. */
export async function updateFailed(
  db: Database,
  key: { id: number; owner: string; at: string },
  { failure, isGivenUp }: { failure: string; isGivenUp: boolean },
): Promise<void> {
  await db("prepared_files")
    .where({ id: key.id, lease_owner: key.owner, state: "running" })
    .update({
      state: isGivenUp ? "failed" : "ordered",
      failure,
      finished_at: isGivenUp ? key.at : null,
      lease_owner: null,
      lease_until: null,
    });
}

/** Files whose days are over. */
export async function listOutlivedFiles(
  db: Database,
  finishedBefore: (days: number) => string,
): Promise<{ id: number; file: string }[]> {
  const spans: number[] = await db("prepared_files")
    .where({ state: "done" })
    .whereNotNull("kept_days")
    .distinct()
    .pluck("kept_days");
  if (spans.length === 0) return [];
  const query = db("prepared_files").where({ state: "done" });
  query.where((any) => {
    for (const days of spans)
      any.orWhere((span) =>
        span.where({ kept_days: days }).where("finished_at", "<", finishedBefore(days)),
      );
  });
  return query.select({ id: "id", file: "file" });
}

export async function updateRemoved(db: Database, ids: readonly number[]): Promise<void> {
  await db("prepared_files").whereIn("id", ids).update({ state: "removed", file: null });
}
