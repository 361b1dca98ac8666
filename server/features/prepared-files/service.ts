import { randomUUID } from "node:crypto";
import type { Transaction } from "../../../db/connection.ts";
import {
  claimOrder,
  countOrdersWaiting,
  type FileOrder,
  findPreparedFile,
  listOutlivedFiles,
  type PreparedFile,
  placeOrder,
  updateFailed,
  updateFinished,
  updateProgress,
  updateRemoved,
} from "../../../db/queries/prepared-files.ts";
import { Conflict } from "../../errors.ts";
import { hasRoom, isStored, removeFile, storeWritten } from "../../files.ts";
import { addHours } from "../../values/instant.ts";
import { turnsOf } from "../../values/turns.ts";
import { kinds, type PreparingDeps } from "./kinds.ts";

const LEASE_SECONDS = 120;
/** An order that ends the process each time would otherwise be begun for ever. */
const MOST_ATTEMPTS = 3;
/** Others wait behind them. */
const MOST_WAITING = 10;
/** Files are prepared one after another, so that memory stays within bounds. */
const turns = turnsOf(1);

/**
 * The file of an order as far as it is: found, or ordered and begun beside the request. Equal keys are the
 * same file; one whose order had failed, or whose file is not on the disk, is made anew.
 * @throws Conflict `tooManyFilesWaiting` when so many that the same person ordered are not ready yet
 */
export async function preparedFile(
  deps: PreparingDeps,
  order: Omit<FileOrder, "params" | "orderedBy" | "orderedAt"> & { params: object },
  userId: number | null,
): Promise<PreparedFile> {
  const found = await findPreparedFile(deps.db, order.orderKey);
  const isLost = found !== undefined && (await isLostCopy(deps, found));
  if (found && !isLost && stands(found, deps.clock.now())) return found;
  if (isLost) await updateRemoved(deps.db, [found.id]);
  if (found?.state !== "ordered") {
    if (userId !== null && (await countOrdersWaiting(deps.db, userId)) >= MOST_WAITING)
      throw new Conflict("tooManyFilesWaiting");
    await placeOrder(deps.db, {
      ...order,
      params: JSON.stringify(order.params),
      orderedBy: userId,
      orderedAt: deps.clock.now(),
    });
  }
  begin(deps);
  return (await findPreparedFile(deps.db, order.orderKey)) as PreparedFile;
}

/** A failure is shown for a while: a page that asks again by itself would order it for ever. */
function stands({ state, finishedAt }: PreparedFile, now: string): boolean {
  if (state === "failed") return finishedAt !== null && addHours(finishedAt, 1 / 60) > now;
  return state === "done" || state === "running";
}

/** One that was delivered is never made again: it would not be what was handed out. */
async function isLostCopy(
  { config }: Pick<PreparingDeps, "config">,
  { state, file, keptDays }: PreparedFile,
): Promise<boolean> {
  if (state !== "done" || file === null || keptDays === null) return false;
  return !(await isStored(config.dataDir, file));
}

/** Prepares whatever is ordered. Safe beside itself, in this process and in others. */
export async function prepareDue(
  deps: PreparingDeps,
  isStopping = () => false,
): Promise<{ prepared: number; failed: number }> {
  const done = { prepared: 0, failed: 0 };
  return turns.take(async () => {
    while (!isStopping()) {
      const owner = randomUUID();
      const order = await claim(deps, owner);
      if (!order) break;
      if (await prepare(deps, order, owner)) done.prepared += 1;
      else done.failed += 1;
    }
    return done;
  });
}

/** Removes files whose days are over; gives how many. */
export async function removeOutlivedFiles({ db, clock, config }: PreparingDeps): Promise<number> {
  const outlived = await listOutlivedFiles(db, (days) => addHours(clock.now(), -24 * days));
  await updateRemoved(
    db,
    outlived.map(({ id }) => id),
  );
  for (const { file } of outlived) await removeFile(config.dataDir, file);
  return outlived.length;
}

/** Nobody waits for it; what is not done here is done by the job of the next minute. */
function begin(deps: PreparingDeps): void {
  if (turns.waiting() > 0) return;
  prepareDue(deps).catch((err) => deps.log.error({ err }, "preparing files failed"));
}

function claim({ db }: PreparingDeps, owner: string): Promise<PreparedFile | undefined> {
  return db.transaction((trx: Transaction) => claimOrder(trx, { owner, seconds: LEASE_SECONDS }));
}

async function prepare(deps: PreparingDeps, order: PreparedFile, owner: string): Promise<boolean> {
  const { db, clock, config, log } = deps;
  const key = { id: order.id, owner };
  try {
    // Whoever worked on it the last time did not live to tell.
    if (order.attempts > MOST_ATTEMPTS) throw new Error("each attempt ended its process");
    const preparer = await kinds[order.kind]?.();
    if (!preparer) throw new Error(`nobody prepares ${order.kind}`);
    const prepared = await preparer(deps, order, async (done, all) => {
      if (!(await hasRoom(config))) throw new Error("no room on the disk");
      const lease = { ...key, seconds: LEASE_SECONDS, done, all };
      if (!(await updateProgress(db, lease))) throw new Error("taken over by another");
    });
    const { fileName, mediaType } = prepared;
    const stored = await storeWritten(
      config.dataDir,
      "bytes" in prepared ? prepared.bytes : prepared.write,
    );
    const finished = { ...stored, fileName, mediaType };
    if (await updateFinished(db, { ...key, at: clock.now() }, finished)) return true;
    await removeFile(config.dataDir, stored.file);
    return false;
  } catch (err) {
    log.error({ err, kind: order.kind, id: order.id }, "a file could not be prepared");
    const isGivenUp = order.attempts >= MOST_ATTEMPTS;
    const failure = err instanceof Error ? err.message : String(err);
    await updateFailed(db, { ...key, at: clock.now() }, { failure, isGivenUp });
    return false;
  }
}
